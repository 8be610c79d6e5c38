import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../e2e/running-app.ts';
import { hostDescription } from '../host/chromium.ts';
import { benchFolder } from './library/prepared-library.ts';
import { isMeasured, type Outcome } from './outcome.ts';
import { rows } from './rows.ts';
import { measureRow } from './run-row.ts';
import { drawTable } from './table.ts';

// Measures the built app against its peers, row by row, and says what came out, good or bad.
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`No such row: ${unknown.join(', ')}. There are: ${rows.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
console.log(hostDescription());
const startedAt = Date.now();
const outcomes: Outcome[] = [];
for (const row of rows) {
  if (wanted.length > 0 && !wanted.includes(row.name)) continue;
  const rowStartedAt = Date.now();
  outcomes.push(...(await measureRow(row)));
  console.log(`${row.name}: ${Math.round((Date.now() - rowStartedAt) / 1000)} s`);
}
// The copies that were worked on: a million items are half a gigabyte.
rmSync(join(benchFolder, 'work'), { recursive: true, force: true });
const folder = join(repository, 'out');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(outcomes, null, 2)}\n`);
console.log(`\n${drawTable(outcomes)}\n`);
const missed = outcomes.filter((outcome) => isMeasured(outcome) && !outcome.ok).length;
const unmeasured = outcomes.filter((outcome) => !isMeasured(outcome)).length;
console.log(
  `${outcomes.length} figures in ${Math.round((Date.now() - startedAt) / 1000)} s: ${missed} missed, ${unmeasured} not measured`,
);
// A missed bar is a result; a figure that is not there is a fault of the bench.
process.exitCode = unmeasured > 0 ? 1 : 0;
