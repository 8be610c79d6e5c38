import type { ErrorCode } from './errors.ts';

/** The lists of Activity. */
export type ActivityList = 'refreshes' | 'problems' | 'requests';

/** One refresh that has ended, or is under way while `endedAt` is null. */
export interface RefreshRecord {
  readonly number: number;
  readonly accountId: number;
  /** A category's key, or what else is refreshed (`categories`, `collectibles`, `profileCollection`, …). */
  readonly subject: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Why it failed; null when it did not. */
  readonly code: ErrorCode | null;
  readonly unreadableRows: number;
}

/** What went wrong without stopping anything, counted where it repeats. */
export interface ProblemRecord {
  readonly number: number;
  readonly kind: 'unreadableRows' | 'requestRefused' | 'fileSetAside' | 'storage' | 'backup';
  /** null for what is nobody's. */
  readonly accountId: number | null;
  /** A category's key, an endpoint (`inventory.getPlaces`) or a file's name. */
  readonly subject: string;
  readonly code: ErrorCode | null;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** What was wrong with single rows, in short: a path and a kind, never a value. */
  readonly samples: readonly string[];
}

/** One request on the wire: never a parameter, a header or a body. */
export interface LedgerRequest {
  readonly number: number;
  readonly at: number;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** null when no answer arrived. */
  readonly status: number | null;
  /** null when no body was read. */
  readonly bytes: number | null;
}

/** What the ledger knows of one endpoint: never a parameter, a header or a body. */
export interface LedgerEntry {
  readonly service: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly calls: number;
  readonly answers: number;
  /** HTTP status of the newest answer; null when none arrived. */
  readonly lastStatus: number | null;
  readonly bytes: number;
}
