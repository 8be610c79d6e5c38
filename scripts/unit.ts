import { runNode } from './run.ts';

process.exitCode = await runNode([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/vitest.config.ts',
  ...process.argv.slice(2),
]);
