import type { ErrorCode } from '../../shared/errors.ts';
import type { Database } from './database.ts';

/** A refresh of everything an account has, perhaps begun in an earlier run of Satchel. Times in epoch milliseconds. */
export interface RefreshRun {
  readonly accountId: number;
  readonly startedAt: number;
  /** Whether what is still fresh is asked for too. */
  readonly isForced: boolean;
  /** Whether the lists Roblox named are among its subjects yet. */
  readonly isPlanned: boolean;
  readonly isPaused: boolean;
  readonly finishedAt: number | null;
  readonly subjects: readonly RunSubject[];
}

export interface RunSubject {
  readonly subject: string;
  /** A category's name at Roblox. */
  readonly name: string | null;
  readonly isDone: boolean;
  /** Why it could not be read. */
  readonly error: ErrorCode | null;
  readonly received: number;
  /** When what is kept of it was complete; null when it never was. */
  readonly savedAt: number | null;
}

/** What a run may have to read, and how long that counts as fresh. */
export interface PlannedSubject {
  readonly subject: string;
  readonly freshForMs: number;
}

interface RunRow {
  account_id: number;
  started_at: number;
  is_forced: number;
  is_planned: number;
  is_paused: number;
  finished_at: number | null;
}

interface SubjectRow {
  subject: string;
  name: string | null;
  is_done: number;
  error: ErrorCode | null;
  received: number;
  saved_at: number | null;
}

/** How far each account's refresh has come: what a crash, a quit or a pause leaves to be done. */
export class RefreshRuns {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  list(): RefreshRun[] {
    return this.#database.all<RunRow>('SELECT * FROM refresh_run').map((row) => this.#toRun(row));
  }

  find(accountId: number): RefreshRun | null {
    const row = this.#database.get<RunRow>('SELECT * FROM refresh_run WHERE account_id = ?', accountId);
    return row ? this.#toRun(row) : null;
  }

  /** Begins anew, whatever was before. */
  begin(accountId: number, isForced: boolean, at: number): void {
    this.#database.transaction(() => {
      this.remove(accountId);
      this.#database.run(
        'INSERT INTO refresh_run (account_id, started_at, is_forced) VALUES (?, ?, ?)',
        accountId,
        at,
        isForced ? 1 : 0,
      );
    });
  }

  /** Adds what is to be read, in that order: all of it when the run is forced, else what is fresh no more at `at`. */
  plan(accountId: number, subjects: readonly PlannedSubject[], at: number, isPlanned: boolean): void {
    this.#database.transaction(() => {
      const { isForced = false, startedAt = at } = this.find(accountId) ?? {};
      for (const [position, { subject, freshForMs }] of subjects.entries()) {
        const sql = 'SELECT generation, saved_at FROM refresh WHERE account_id = ? AND subject = ?';
        const known = this.#database.get<{ generation: number; saved_at: number | null }>(
          sql,
          accountId,
          subject,
        );
        const age = known?.saved_at == null ? null : at - known.saved_at;
        // A clock set back makes the age negative: then nothing can be said, and Roblox is asked.
        if (!isForced && age !== null && age >= 0 && age < freshForMs) continue;
        // A view may have had it refreshed since the run began: then it is done.
        const savedAt = known?.saved_at ?? 0;
        const isDone = savedAt > startedAt && savedAt <= at;
        this.#database.run(
          'INSERT OR IGNORE INTO refresh_run_subject VALUES (?, ?, ?, ?, NULL)',
          ...[accountId, subject, position, (known?.generation ?? 0) - (isDone ? 1 : 0)],
        );
      }
      if (isPlanned)
        this.#database.run('UPDATE refresh_run SET is_planned = 1 WHERE account_id = ?', accountId);
    });
  }

  isDone(accountId: number, subject: string): boolean {
    return this.#subjects(accountId).some((one) => one.subject === subject && one.isDone);
  }

  noteError(accountId: number, subject: string, error: ErrorCode): void {
    const sql = 'UPDATE refresh_run_subject SET error = ? WHERE account_id = ? AND subject = ?';
    this.#database.run(sql, error, accountId, subject);
  }

  setPaused(accountId: number, isPaused: boolean): void {
    const sql = 'UPDATE refresh_run SET is_paused = ? WHERE account_id = ?';
    this.#database.run(sql, isPaused ? 1 : 0, accountId);
  }

  finish(accountId: number, at: number): void {
    this.#database.run('UPDATE refresh_run SET finished_at = ? WHERE account_id = ?', at, accountId);
  }

  remove(accountId: number): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM refresh_run WHERE account_id = ?', accountId);
      this.#database.run('DELETE FROM refresh_run_subject WHERE account_id = ?', accountId);
    });
  }

  #toRun(row: RunRow): RefreshRun {
    return {
      accountId: row.account_id,
      startedAt: row.started_at,
      isForced: row.is_forced === 1,
      isPlanned: row.is_planned === 1,
      isPaused: row.is_paused === 1,
      finishedAt: row.finished_at,
      subjects: this.#subjects(row.account_id),
    };
  }

  #subjects(accountId: number): RunSubject[] {
    const rows = this.#database.all<SubjectRow>(
      `SELECT subject, name, error, saved_at, is_done, iif(is_done, published_rows, coalesce(received, 0)) AS received
       FROM (SELECT s.subject, s.position, c.name, s.error, r.saved_at, r.published_rows, r.received,
               r.saved_at IS NOT NULL AND r.generation > s.generation AS is_done
             FROM refresh_run_subject s
             LEFT JOIN refresh r ON r.account_id = s.account_id AND r.subject = s.subject
             LEFT JOIN category c ON c.account_id = s.account_id AND c.key = s.subject
             WHERE s.account_id = ?) ORDER BY position`,
      accountId,
    );
    return rows.map(({ is_done, saved_at: savedAt, ...row }) => ({ ...row, savedAt, isDone: is_done === 1 }));
  }
}
