import { withDisplay } from './display.ts';
import { runNode } from './run.ts';

const playwright = ['node_modules/playwright/cli.js', 'test', '--config', 'test/playwright.config.ts'];

// A worker of Playwright for each display.
const displays = 2;

process.exitCode = await withDisplay(
  (environment) => runNode([...playwright, ...process.argv.slice(2)], { environment }),
  displays,
);
