import type { DatabaseSync } from 'node:sqlite';
import type { BackupAccount, KeptCounts } from '../../../shared/backups.ts';

const sql = `SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM collection) AS collections,
  (SELECT count(*) FROM collection_item) AS filedItems, (SELECT count(*) FROM saved_view) AS savedViews,
  (SELECT count(*) FROM timeline_event) AS timelineEvents, (SELECT count(*) FROM outbox_change) AS outboxChanges,
  (SELECT count(*) FROM undo_step) AS undoSteps, (SELECT count(*) FROM ownership_line) AS ownershipLines,
  (SELECT count(DISTINCT day) FROM collectible_day) AS collectibleDays`;

/** Whatever can be asked of an open keep.db. */
export interface Askable {
  readonly all: <T extends object>(sql: string) => T[];
}

export function askable(connection: DatabaseSync): Askable {
  return { all: <T extends object>(text: string) => connection.prepare(text).all() as T[] };
}

export function countKept(keep: Askable): KeptCounts {
  const [counts] = keep.all<KeptCounts>(sql);
  if (!counts) throw new TypeError('A count brought no row');
  return { ...counts };
}

/** In the person's order. */
export function keptAccounts(keep: Askable): BackupAccount[] {
  return keep
    .all<BackupAccount>(
      'SELECT id, coalesce(nickname, display_name) AS name, kind FROM account ORDER BY position',
    )
    .map((account) => ({ ...account }));
}
