import type { z } from 'zod';

/** Rows of one answer that could not be read. */
export interface UnreadableRows {
  readonly count: number;
  /** Where and how the first of them were wrong (`assetId: invalid_type`); never what they held. */
  readonly samples: readonly string[];
}

const mostSamples = 3;
const longestSample = 80;

let collected: { count: number; samples: Set<string> } | null = null;

/** Carries out `parse` and gives what it noted of rows it dropped. Parsing is synchronous: nothing else gets between. */
export function collectUnreadable<T>(parse: () => T): { result: T; unreadable: UnreadableRows } {
  const own = { count: 0, samples: new Set<string>() };
  const outer = collected;
  collected = own;
  try {
    return { result: parse(), unreadable: { count: own.count, samples: [...own.samples] } };
  } finally {
    collected = outer;
  }
}

/** Notes a row that is dropped, by where its first fault is and of what kind. */
export function noteUnreadable(issues: readonly z.core.$ZodIssue[]): void {
  if (!collected) return;
  collected.count += 1;
  const [issue] = issues;
  if (!issue || collected.samples.size >= mostSamples) return;
  // Only names of the schema's own fields are in a path; an index says no more than that there was one.
  const path = issue.path.map((step) => (typeof step === 'number' ? '[]' : String(step))).join('.');
  const kind = issue.code === 'invalid_type' ? `${issue.code} (${issue.expected})` : issue.code;
  collected.samples.add(`${path || 'row'}: ${kind}`.slice(0, longestSample));
}
