import { withDisplay } from './display.ts';
import { runNode } from './run.ts';

process.exitCode = await withDisplay((environment) =>
  runNode(['test/bench/bench.ts', ...process.argv.slice(2)], { environment }),
);
