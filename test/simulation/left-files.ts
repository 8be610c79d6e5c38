import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../electron/library/database.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import type { LeftChange } from './kill-witness.ts';

/** What a killed process has left, read from a copy: the next one has to find the files as they are. */
export function readLeft(folder: string, tell: (violation: string) => void): LeftChange[] {
  const copy = join(folder, 'copy');
  mkdirSync(copy, { recursive: true });
  for (const name of ['keep.db', 'keep.db-wal'])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  const onSetAside = () => tell('The file was damaged');
  const options = { path: join(copy, 'keep.db'), migrations: keepMigrations, isRebuildable: false } as const;
  const database = new Database({ ...options, synchronous: 'FULL', onSetAside });
  try {
    const [check] = database.all<{ integrity_check: string }>('PRAGMA integrity_check');
    if (check?.integrity_check !== 'ok')
      tell(`The file is damaged: ${check?.integrity_check ?? 'unreadable'}`);
    return database.all<LeftChange & object>('SELECT item_id AS item, wish FROM outbox_change');
  } finally {
    database.close();
    rmSync(copy, { recursive: true });
  }
}
