import { existsSync, readFileSync } from 'node:fs';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Reads vitest's JSON report. A report that is missing counts as one failure: its runner never finished. */
export function vitestTotals(path: string): Totals {
  const report = read(path) as
    { numPassedTests: number; numFailedTests: number; numPendingTests: number } | undefined;
  if (!report) return unfinished;
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

/** Reads Playwright's JSON report. */
export function playwrightTotals(path: string): Totals {
  const report = read(path) as
    { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined;
  if (!report) return unfinished;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

export function sum(all: readonly Totals[]): Totals {
  return {
    passed: all.reduce((total, one) => total + one.passed, 0),
    failed: all.reduce((total, one) => total + one.failed, 0),
    skipped: all.reduce((total, one) => total + one.skipped, 0),
  };
}

const unfinished: Totals = { passed: 0, failed: 1, skipped: 0 };

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
