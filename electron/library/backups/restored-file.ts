import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import { freeName } from '../database.ts';
import { isDamage, toStorageError } from '../storage-errors.ts';

/** While a file of this name is there, it is the library: keep.db is what it takes the place of at the next start. */
function restoredPath(folder: string): string {
  return join(folder, 'keep.restored.db');
}

/** Where a backup is unpacked and made ready. Nothing in it is of any use to another run. */
export function restoreFolder(folder: string): string {
  return join(folder, 'restore');
}

/** From this one rename on the file is the library, whenever Satchel starts next. It has to be whole and closed. */
export function commitRestored(path: string, folder: string): void {
  syncFile(path);
  renameSync(path, restoredPath(folder));
  syncFolder(folder);
}

/**
 * Puts a restored file in the place of keep.db, before anything opens that. Cut short at any step it begins again at the
 * next start: the old file is whole until the new one has its name. Throws an AppError of the storage.
 */
export function takeRestored(folder: string): void {
  const restored = restoredPath(folder);
  if (!existsSync(restored)) return;
  const keep = join(folder, 'keep.db');
  try {
    // What a kill left in the log of the old file must not be taken for a log of the new one.
    if (existsSync(keep)) foldLogIn(keep);
    for (const suffix of ['-wal', '-shm']) rmSync(keep + suffix, { force: true });
    renameSync(restored, keep);
    syncFolder(folder);
  } catch (thrown) {
    const known = toStorageError(thrown);
    throw known instanceof AppError ? known : new AppError('storageFailed', 'A restored file has no way in');
  }
}

function foldLogIn(keep: string): void {
  try {
    const connection = new DatabaseSync(keep);
    try {
      connection.exec('PRAGMA busy_timeout=2000');
      const row = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (Number(row?.['busy']) !== 0)
        throw new AppError('storageLocked', 'Another program has keep.db open');
    } finally {
      connection.close();
    }
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown;
    // Nobody can read it, and nothing is deleted.
    const aside = freeName(keep);
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(keep + suffix)) renameSync(keep + suffix, aside + suffix);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Not every system lets a folder be written through. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The rename stands all the same, a moment later.
  }
}
