import { rmSync } from 'node:fs';
import { runChecks } from './checks.ts';
import { runNode } from './run.ts';
import { playwrightTotals, sum, vitestTotals, type Totals } from './totals.ts';

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
  ...checks.map(({ hasPassed }) => ({ passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, skipped: 0 })),
  withCode(vitestTotals(unitReport), unitCode),
  withCode(playwrightTotals(endToEndReport), endToEndCode),
];
const { passed, failed, skipped } = sum(all);
if (skipped > 0) console.log(`\n${skipped} skipped by name: they need Electron's own binary`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A runner that failed without a failed test (it crashed, or found none) is a failure all the same. */
function withCode(totals: Totals, code: number): Totals {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
