import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../shared/errors.ts';
import { notADatabase } from './storage-errors.ts';

export interface MigrationOptions {
  readonly path: string;
  /** SQL of each schema step, oldest first. Steps are only ever added. */
  readonly migrations: readonly string[];
  readonly isRebuildable: boolean;
}

/**
 * Brings a file up to this Satchel's schema, each step whole or not at all. What cannot be fetched again is copied
 * before: to `keep.before-3.db` where step 3 is the first that is missing.
 */
export function migrate(connection: DatabaseSync, options: MigrationOptions): void {
  const { migrations, isRebuildable } = options;
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > migrations.length) {
    if (!isRebuildable)
      throw new AppError('libraryNewer', `Schema ${version}, this Satchel knows ${migrations.length}`);
    throw Object.assign(new Error('From a newer Satchel'), { errcode: notADatabase });
  }
  if (version > 0 && version < migrations.length && !isRebuildable) copyBefore(connection, options, version);
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    connection.exec(`BEGIN; ${sql}; PRAGMA user_version=${index + 1}; COMMIT`);
  }
}

/** Under another name until it is whole: half a copy must never pass for one. */
function copyBefore(connection: DatabaseSync, { path }: MigrationOptions, version: number): void {
  const copy = path.replace(/\.db$/, `.before-${version + 1}.db`);
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  connection.prepare('VACUUM INTO ?').run(unfinished);
  renameSync(unfinished, copy);
}
