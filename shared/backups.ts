import type { AccountKind } from './accounts.ts';
import type { ErrorCode } from './errors.ts';

/** How often a backup is made by itself. */
export const backupIntervals = ['off', 'daily', 'weekly'] as const;
export type BackupInterval = (typeof backupIntervals)[number];

/** What a backup holds, or the library of now, in numbers. */
export interface KeptCounts {
  readonly accounts: number;
  /** Those in the trash among them. */
  readonly collections: number;
  /** In collections: one in two of them counts twice. */
  readonly filedItems: number;
  readonly savedViews: number;
  /** Changes that refreshes brought. */
  readonly timelineEvents: number;
  /** Changes of profile collections that have not come to Roblox, or were refused there. */
  readonly outboxChanges: number;
  readonly undoSteps: number;
  /** Of the list that is asked about. */
  readonly ownershipLines: number;
  /** For which the worth of some account's collectibles is kept. */
  readonly collectibleDays: number;
}

/** A backup that was made: its file's name, without its folder, and when in epoch milliseconds. */
export interface BackupRecord {
  readonly file: string;
  readonly at: number;
  readonly bytes: number;
}

/** How it stands with backups of this library on this computer. */
export interface BackupState {
  /** Where those go that are made by themselves; null is Satchel's own folder. */
  readonly folder: string | null;
  readonly last: BackupRecord | null;
  /** Why the last one that was to be made by itself was not; null when it was. It is tried again. */
  readonly failure: { readonly code: ErrorCode; readonly at: number } | null;
  /** When the library was last replaced by a backup, of when that was, and the file that has what was there before. */
  readonly restored: { readonly at: number; readonly savedAt: number; readonly before: string } | null;
  readonly isRunning: boolean;
}

export interface BackupAccount {
  readonly id: number;
  readonly name: string;
  readonly kind: AccountKind;
}

/** What a backup would bring, and what it would take the place of. Nothing has changed yet. */
export interface RestorePreview {
  /** To restore just this. A newer preview takes its place. */
  readonly token: number;
  readonly file: string;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  /** Of the Satchel that made it. */
  readonly version: string;
  readonly bytes: number;
  readonly inBackup: KeptCounts;
  readonly now: KeptCounts;
  readonly accounts: readonly BackupAccount[];
  /** Accounts of now that the backup does not have. */
  readonly leaving: readonly BackupAccount[];
}
