import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'host/**/*.spec.ts'],
  outputDir: '../out/e2e',
  // Every test starts a browser: more than one at a time starves them all on a small machine.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['line'], ['json', { outputFile: '../out/e2e.json' }]],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
