import type { ErrorCode } from './errors.ts';

/** One of the library's files. */
export type LibraryFile = 'cache.db' | 'keep.db';

/** A file of the library that this computer does not let be written. */
export interface StorageProblem {
  readonly file: LibraryFile;
  readonly code: Extract<ErrorCode, 'storageFull' | 'storageLocked' | 'storageFailed'>;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** How much of the disk the library takes. All in bytes. */
export interface LibrarySize {
  /** Both files with what they write ahead. */
  readonly bytes: number;
  /** What compacting would give back, as far as it can be told. */
  readonly freeBytes: number;
  readonly thumbnails: { readonly count: number; readonly bytes: number };
  readonly accounts: readonly AccountSize[];
}

export interface AccountSize {
  readonly accountId: number;
  /** Copies, list entries and categories kept for it. */
  readonly rows: number;
  /** Estimated from its share of all rows. */
  readonly bytes: number;
}

export interface CompactOutcome {
  readonly before: number;
  readonly after: number;
}
