import type { BackupState } from '../../../shared/backups.ts';
import type { Database } from '../database.ts';

/** What is remembered of backups on this computer. */
export interface BackupNotes extends Omit<BackupState, 'isRunning'> {
  /** Of the last one that was made by itself, in epoch milliseconds. */
  readonly scheduledAt: number | null;
  /** Files of those that were made by themselves here, oldest first: other computers may keep theirs in the same folder. */
  readonly scheduled: readonly string[];
}

/** A row of settings whose name begins like this is about this computer: it comes from no backup. */
export const notesRow = 'backup.notes';
const nothing: BackupNotes = {
  ...{ folder: null, last: null, failure: null, restored: null },
  ...{ scheduledAt: null, scheduled: [] },
};

export function readNotes(keep: Database): BackupNotes {
  const row = keep.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', notesRow);
  return row ? { ...nothing, ...(JSON.parse(row.value) as Partial<BackupNotes>) } : nothing;
}

export function writeNotes(keep: Database, change: Partial<BackupNotes>): BackupNotes {
  const notes = { ...readNotes(keep), ...change };
  keep.run('INSERT OR REPLACE INTO setting VALUES (?, ?)', notesRow, JSON.stringify(notes));
  return notes;
}
