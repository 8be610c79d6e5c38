import { defineConfig } from 'playwright/test';

// Tests run side by side only on displays of their own: two windows on one take the focus from each other, and a native
// drag is lost then.
const displays = process.env['SATCHEL_DISPLAYS']?.split(' ') ?? [];
const own = displays[Number(process.env['TEST_PARALLEL_INDEX'])];
if (own) process.env['DISPLAY'] = own;

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'host/**/*.spec.ts'],
  outputDir: '../out/e2e',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env['CI'],
  reporter: [['line'], ['json', { outputFile: '../out/e2e.json' }]],
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
