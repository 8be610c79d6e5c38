import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** While a file of this name is there, it is the library: keep.db is what it takes the place of at the next start. */
function restoredPath(folder: string): string {
  return join(folder, 'keep.restored.db');
}

/** From this one rename on the file is the library, whenever Satchel starts next. It has to be whole and closed. */
export function commitRestored(path: string, folder: string): void {
  syncFile(path);
  renameSync(path, restoredPath(folder));
  syncFolder(folder);
}

/**
 * Puts a restored file in the place of keep.db, before anything opens that. Cut short at any step it begins again at the
 * next start, for as long as the new file waits under its other name. Throws an AppError of the storage.
 */
export function takeRestored(folder: string): void {
  const restored = restoredPath(folder);
  if (!existsSync(restored)) return;
  const keep = join(folder, 'keep.db');
  try {
    // What a kill left in the log of the old file must not be taken for a log of the new one. It is in the backup that was
    // made before, as all of the old one is.
    for (const suffix of ['-wal', '-shm']) rmSync(keep + suffix, { force: true });
    renameSync(restored, keep);
    syncFolder(folder);
  } catch (thrown) {
    throw new AppError('storageFailed', thrown instanceof Error ? thrown.message : 'It has no way in');
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
