import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import { keepMigrations } from '../keep-schema.ts';
import { migrate } from '../migrate.ts';
import { storageTroubleOf, toStorageError } from '../storage-errors.ts';

/**
 * Opens a keep.db that comes from a backup, brings it up to this Satchel's schema and does `task` with it; it is one whole
 * file afterwards. Throws `backupNewer`, `backupDamaged` for what no Satchel has written, or an AppError of the storage.
 */
export function withIncoming<T>(path: string, task: (connection: DatabaseSync) => T): T {
  try {
    const connection = new DatabaseSync(path);
    try {
      // Nothing that a file brings along is carried out because it is opened.
      connection.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA busy_timeout=2000');
      connection.exec('PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON');
      makeCurrent(connection, path);
      return task(connection);
    } finally {
      connection.close();
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (storageTroubleOf(thrown)) throw toStorageError(thrown);
    throw new AppError('backupDamaged', thrown instanceof Error ? thrown.message : 'It cannot be opened');
  }
}

function makeCurrent(connection: DatabaseSync, path: string): void {
  const version = Number(connection.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > keepMigrations.length)
    throw new AppError('backupNewer', `Schema ${version}, this Satchel knows ${keepMigrations.length}`);
  if (version < 1 || describe(connection) !== describe(withSchema(version)))
    throw new AppError('backupDamaged', 'Not a schema of any Satchel');
  const [check] = Object.values(connection.prepare('PRAGMA integrity_check(1)').get() ?? {});
  if (check !== 'ok') throw new AppError('backupDamaged', 'SQLite finds it damaged');
  if (version < keepMigrations.length)
    migrate(connection, { path, migrations: keepMigrations, isRebuildable: true });
}

/** An empty keep.db as it was after so many steps. */
function withSchema(version: number): DatabaseSync {
  const connection = new DatabaseSync(':memory:');
  for (const sql of keepMigrations.slice(0, version)) connection.exec(sql);
  return connection;
}

/** Every table, index, view and trigger: a file with others than these would do things when it is used. */
function describe(connection: DatabaseSync): string {
  const sql =
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1, 2";
  return JSON.stringify(connection.prepare(sql).all());
}
