import { rmSync } from 'node:fs';
import { runChecks } from './checks.ts';
import { runNode } from './run.ts';
import { playwrightTotals, sum, vitestTotals, type Totals } from '../test/support/totals.ts';

const unitReport = 'out/unit.json';
const endToEndReport = 'out/e2e.json';

// A report left by an earlier run must not speak for this one.
for (const report of [unitReport, endToEndReport]) rmSync(report, { force: true });

const checks = await runChecks();
const unitCode = await runNode([
  'scripts/unit.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const endToEndCode = await runNode(['scripts/e2e.ts']);

const all: Totals[] = [
  ...checks.map(({ name, hasPassed }) => ({
    passed: hasPassed ? 1 : 0,
    skipped: 0,
    failures: hasPassed ? [] : [`the check of ${name}`],
  })),
  withCode(vitestTotals(unitReport), unitCode, 'unit tests'),
  withCode(playwrightTotals(endToEndReport), endToEndCode, 'end-to-end tests'),
];
const { passed, skipped, failures } = sum(all);
if (skipped > 0) console.log(`\n${skipped} skipped by name: they need Electron's own binary`);
// Once more at the end: a record of a run often shows little more than that.
for (const failure of failures) console.log(`\nFAILED  ${failure}`);
console.log(`${failures.length > 0 ? '\n' : ''}${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** A runner that failed without a failed test (it crashed, or found none) is a failure all the same. */
function withCode(totals: Totals, code: number, name: string): Totals {
  if (code === 0 || totals.failures.length > 0) return totals;
  return { ...totals, failures: [`the ${name} ended with ${code} without a failed test`] };
}
