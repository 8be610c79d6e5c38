import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'host/**/*.spec.ts'],
  outputDir: '../out/e2e',
  // Every test starts a browser: two at a time starve each other on a small machine, and a native drag is lost then.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['line'], ['json', { outputFile: '../out/e2e.json' }]],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
