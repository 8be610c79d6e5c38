import { hasDisplay } from './display.ts';
import { findRuntime } from './electron.ts';
import { run, runNode } from './run.ts';

const { command, args, description } = findRuntime();
console.log(`Satchel runs on ${description}`);
if (hasDisplay()) {
  process.exitCode = await run(command, [...args, 'out/main/main.js', ...process.argv.slice(2)]);
} else {
  console.log('There is no display: showing the tour on a virtual one instead');
  process.exitCode = await runNode(['scripts/tour.ts']);
}
