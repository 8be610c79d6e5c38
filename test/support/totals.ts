import { existsSync, readFileSync } from 'node:fs';

export interface Totals {
  readonly passed: number;
  readonly skipped: number;
  /** What failed, each by its name and the first lines of why. */
  readonly failures: readonly string[];
}

const mostLines = 12;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly skipped: number };
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** Reads vitest's JSON report. A report that is missing counts as one failure: its runner never finished. */
export function vitestTotals(path: string): Totals {
  const report = read(path) as VitestReport | undefined;
  if (!report) return unfinished(path);
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that could not be read has no tests of its own to fail.
    if (failed.length === 0 && status === 'failed') return [describe(name, message)];
    return failed.map((test) => describe(test.fullName, ...test.failureMessages));
  });
  return { passed: report.numPassedTests, skipped: report.numPendingTests, failures };
}

/** Reads Playwright's JSON report. A test that passed at a second try has failed all the same. */
export function playwrightTotals(path: string): Totals {
  const report = read(path) as PlaywrightReport | undefined;
  if (!report) return unfinished(path);
  const { expected, skipped } = report.stats;
  const failures = [
    ...report.suites.flatMap((suite) => failuresOf(suite, suite.title)),
    ...report.errors.map(({ message }) => describe('outside of any test', message ?? '')),
  ];
  return { passed: expected, skipped, failures };
}

export function sum(all: readonly Totals[]): Totals {
  return {
    passed: all.reduce((total, one) => total + one.passed, 0),
    skipped: all.reduce((total, one) => total + one.skipped, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}

function failuresOf(suite: PlaywrightSuite, path: string): readonly string[] {
  return [
    ...suite.specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => {
          const errors = results.flatMap((result) => result.errors.map(({ message }) => message ?? ''));
          return describe(`${path} › ${title}`, ...errors);
        }),
    ),
    ...(suite.suites ?? []).flatMap((inner) => failuresOf(inner, `${path} › ${inner.title}`)),
  ];
}

function describe(name: string, ...messages: readonly string[]): string {
  const lines = messages.join('\n').split('\n').filter(Boolean).slice(0, mostLines);
  return [name, ...lines.map((line) => `    ${line}`)].join('\n');
}

function unfinished(path: string): Totals {
  return { passed: 0, skipped: 0, failures: [`${path} is missing: its runner never finished`] };
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
