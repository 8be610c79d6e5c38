import { resolve } from 'node:path';
import { findRuntime } from './electron.ts';
import { runNode } from './run.ts';

const { kind, description } = findRuntime();
console.log(`Satchel runs on ${description}`);
// electron-vite starts whatever this names where Electron's binary would be.
const host = kind === 'chromium-host' ? { ELECTRON_EXEC_PATH: resolve('test/host/electron') } : {};
process.exitCode = await runNode(
  ['node_modules/electron-vite/bin/electron-vite.js', 'dev', ...process.argv.slice(2)],
  {
    environment: { ...process.env, ...host },
  },
);
