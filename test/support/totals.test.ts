import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { playwrightTotals, sum, vitestTotals } from './totals.ts';

const folder = mkdtempSync(join(tmpdir(), 'satchel-totals-'));
const path = join(folder, 'report.json');

afterEach(() => rmSync(path, { force: true }));

test('a failed unit test that nobody can name from the end of the output', () => {
  write({
    numPassedTests: 2,
    numPendingTests: 1,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'a list good', status: 'passed', failureMessages: [] },
          { fullName: 'a list lost', status: 'failed', failureMessages: ['expected 1\n    at a.test.ts:3'] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });
  expect(vitestTotals(path)).toEqual({
    passed: 2,
    skipped: 1,
    failures: ['a list lost\n    expected 1\n        at a.test.ts:3', 'b.test.ts\n    no such module'],
  });
});

test('a flaky or failed end-to-end test that counts as passed', () => {
  const spec = (title: string, status: string, message?: string) => ({
    ...{ title, ok: status !== 'unexpected' },
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  write({
    stats: { expected: 1, skipped: 0 },
    errors: [],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('good', 'expected')],
        suites: [{ title: 'a view', specs: [spec('late', 'flaky', 'slow'), spec('gone', 'unexpected')] }],
      },
    ],
  });
  expect(playwrightTotals(path)).toEqual({
    passed: 1,
    skipped: 0,
    failures: ['a.spec.ts › a view › late\n    slow', 'a.spec.ts › a view › gone'],
  });
});

test('a runner that never finished passing for one without failures', () => {
  const missing = sum([vitestTotals(path), playwrightTotals(path)]);
  expect(missing.failures).toHaveLength(2);
  expect(missing.passed).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

function write(report: unknown): void {
  writeFileSync(path, JSON.stringify(report));
}
