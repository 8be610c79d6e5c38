import { AppError, type ErrorCode } from '../../shared/errors.ts';

/** What a person can do something about: the disk is full, another program holds the file, or neither. */
export type StorageTrouble = Extract<ErrorCode, 'storageFull' | 'storageLocked' | 'storageFailed'>;

// By SQLite's primary result codes. READONLY, IOERR and CANTOPEN have many causes and one remedy.
const troubles: Readonly<Record<number, StorageTrouble>> = {
  5: 'storageLocked',
  6: 'storageLocked',
  8: 'storageFailed',
  10: 'storageFailed',
  13: 'storageFull',
  14: 'storageFailed',
};
// SQLITE_CORRUPT and SQLITE_NOTADB: the file is not, or no longer, a database.
const damagedCodes = [11, 26];

/** A file that says it is none this Satchel can read, in SQLite's own words. */
export const notADatabase = 26;

export function isDamage(thrown: unknown): boolean {
  return damagedCodes.includes(codeOf(thrown));
}

/** What stands between Satchel and its files; null when something else went wrong. */
export function storageTroubleOf(thrown: unknown): StorageTrouble | null {
  return troubles[codeOf(thrown)] ?? null;
}

/** A failure of the storage as an AppError; anything else as it is. */
export function toStorageError(thrown: unknown): unknown {
  const trouble = storageTroubleOf(thrown);
  return trouble ? new AppError(trouble, thrown instanceof Error ? thrown.message : '') : thrown;
}

/** SQLite's primary result code; 0 for any other error. */
function codeOf(thrown: unknown): number {
  return thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : 0;
}
