import { runNode } from './run.ts';

process.exitCode = await runNode(['test/simulation/run-lane.ts', ...process.argv.slice(2)]);
