import type { BackupAccount, KeptCounts } from '../../../shared/backups.ts';
import type { Database } from '../database.ts';
import { keepMigrations } from '../keep-schema.ts';
import { notesRow, readNotes, writeNotes, type BackupNotes } from './backup-notes.ts';
import { withIncoming } from './incoming-file.ts';
import { askable, countKept, keptAccounts } from './kept-counts.ts';
import { commitRestored } from './restored-file.ts';

/** A copy of keep.db, and what is in it. */
export interface KeepCopy {
  readonly schema: number;
  readonly counts: KeptCounts;
  /** Of what was copied: what is written afterwards has another one. */
  readonly revision: string;
}

/** What an unpacked backup has, and what is here. */
export interface Incoming {
  readonly inBackup: KeptCounts;
  readonly now: KeptCounts;
  readonly accounts: readonly BackupAccount[];
  readonly leaving: readonly BackupAccount[];
}

interface SignInRow {
  readonly id: number;
  readonly session_warning: string;
  readonly sign_in_problem: string | null;
}

const unsettledRow = 'backup.unsettled';

/** Copies of keep.db out of the library, and one of them back into its place. */
export class KeepBackups {
  readonly #keep: Database;
  readonly #folder: string;

  /** `folder` is where keep.db is. */
  constructor(keep: Database, folder: string) {
    this.#keep = keep;
    this.#folder = folder;
  }

  /** What is remembered of backups on this computer. */
  notes(): BackupNotes {
    return readNotes(this.#keep);
  }

  note(change: Partial<BackupNotes>): BackupNotes {
    return writeNotes(this.#keep, change);
  }

  /** Copies all of it, as it is now, into a file where there is none. */
  copy(path: string): KeepCopy {
    this.#keep.copyInto(path);
    return { schema: keepMigrations.length, counts: countKept(this.#keep), revision: this.#keep.revision() };
  }

  /** Looks into an unpacked backup, which is made ready for this Satchel. Throws as `withIncoming`. */
  look(path: string): Incoming {
    return withIncoming(path, (connection) => {
      const incoming = askable(connection);
      const accounts = keptAccounts(incoming);
      const coming = new Set(accounts.map(({ id }) => id));
      return {
        ...{ inBackup: countKept(incoming), now: countKept(this.#keep), accounts },
        leaving: keptAccounts(this.#keep).filter(({ id }) => !coming.has(id)),
      };
    });
  }

  /**
   * Makes an unpacked backup the library at the next start, and ends this one: nothing is written to it any more. False
   * when something was written since `revision`, which then is in no copy: nothing has changed. Throws as `withIncoming`.
   */
  restore(path: string, revision: string, restored: NonNullable<BackupNotes['restored']>): boolean {
    if (this.#keep.revision() !== revision) return false;
    const notes: BackupNotes = { ...this.notes(), restored };
    const signedIn = this.#keep.all<SignInRow>(
      "SELECT id, session_warning, sign_in_problem FROM account WHERE kind = 'signedIn'",
    );
    const leftovers = this.#keep.all<{ id: number }>('SELECT account_id AS id FROM keychain_leftover');
    withIncoming(path, (connection) => {
      connection.exec('BEGIN');
      const put = connection.prepare('INSERT OR REPLACE INTO setting VALUES (?, ?)');
      put.run(notesRow, JSON.stringify(notes));
      put.run(unsettledRow, 'true');
      // Whose account is gone with this has a session in the keychain that nobody would remove.
      const leave = connection.prepare(
        `INSERT OR IGNORE INTO keychain_leftover
         SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM account WHERE id = ?1 AND kind = 'signedIn')`,
      );
      for (const { id } of [...signedIn, ...leftovers]) leave.run(id);
      // What the keychain here holds goes with what is known of it here.
      const know = connection.prepare(
        "UPDATE account SET session_warning = ?, sign_in_problem = ? WHERE id = ? AND kind = 'signedIn'",
      );
      for (const { id, session_warning: warning, sign_in_problem: problem } of signedIn)
        know.run(warning, problem, id);
      connection.exec(
        `DELETE FROM keychain_leftover WHERE account_id IN (SELECT id FROM account WHERE kind = 'signedIn');
         UPDATE outbox_change SET state = 'parked', code = 'changeRestored', message = NULL, status = NULL,
           roblox_code = NULL WHERE state IN ('waiting', 'sending', 'unknown');
         COMMIT`,
      );
    });
    commitRestored(path, this.#folder);
    this.#keep.close();
    return true;
  }

  /** After a start: does `settle` once for a library that came from a backup, which other files know nothing of. */
  settleOnce(settle: (accountIds: ReadonlySet<number>) => void): void {
    const isUnsettled = this.#keep.get('SELECT 1 FROM setting WHERE name = ?', unsettledRow) !== undefined;
    if (!isUnsettled) return;
    settle(new Set(keptAccounts(this.#keep).map(({ id }) => id)));
    this.#keep.run('DELETE FROM setting WHERE name = ?', unsettledRow);
  }
}
