import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'host/**/*.spec.ts'],
  outputDir: '../out/e2e',
  // Every test starts a browser and waits for it more than it computes: a second one fills the gaps, a third starves them all.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['line'], ['json', { outputFile: '../out/e2e.json' }]],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
