import type { ProblemRecord, RefreshRecord } from '../../shared/activity.ts';
import type { Database } from './database.ts';

interface RefreshRow {
  number: number;
  account_id: number;
  subject: string;
  started_at: number;
  ended_at: number;
  code: RefreshRecord['code'];
  unreadable_rows: number;
}

interface ProblemRow {
  number: number;
  kind: ProblemRecord['kind'];
  account_id: number | null;
  subject: string;
  code: ProblemRecord['code'];
  count: number;
  first_at: number;
  last_at: number;
  samples: string;
}

const mostRefreshes = 1000;
const mostProblems = 300;

/** What Activity lists, kept in cache.db: worth having after a restart, and no loss when it is not. */
export class ActivityLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  refreshes(): readonly RefreshRecord[] {
    return this.#database.all<RefreshRow>('SELECT * FROM refresh_record ORDER BY number DESC').map((row) => ({
      number: row.number,
      accountId: row.account_id,
      subject: row.subject,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      code: row.code,
      unreadableRows: row.unreadable_rows,
    }));
  }

  /** The one that occurred last comes first. */
  problems(): readonly ProblemRecord[] {
    return this.#database
      .all<ProblemRow>('SELECT * FROM problem_record ORDER BY last_at DESC')
      .map((row) => ({
        number: row.number,
        kind: row.kind,
        accountId: row.account_id,
        subject: row.subject,
        code: row.code,
        count: row.count,
        firstAt: row.first_at,
        lastAt: row.last_at,
        samples: JSON.parse(row.samples) as string[],
      }));
  }

  save(refreshes: readonly RefreshRecord[], problems: readonly ProblemRecord[]): void {
    this.#database.transaction(() => {
      for (const record of refreshes) this.#saveRefresh(record);
      for (const record of problems) this.#saveProblem(record);
      this.#keepNewest('refresh_record', 'number', mostRefreshes);
      this.#keepNewest('problem_record', 'last_at', mostProblems);
    });
  }

  /** Forgets what is told of an account that left. */
  forget(accountId: number): void {
    this.#database.run('DELETE FROM refresh_record WHERE account_id = ?', accountId);
    this.#database.run('DELETE FROM problem_record WHERE account_id = ?', accountId);
  }

  #saveRefresh(record: RefreshRecord): void {
    if (record.endedAt === null) return;
    this.#database.run(
      'INSERT OR REPLACE INTO refresh_record VALUES (?, ?, ?, ?, ?, ?, ?)',
      record.number,
      record.accountId,
      record.subject,
      record.startedAt,
      record.endedAt,
      record.code,
      record.unreadableRows,
    );
  }

  #saveProblem(record: ProblemRecord): void {
    this.#database.run(
      'INSERT OR REPLACE INTO problem_record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      record.number,
      record.kind,
      record.accountId,
      record.subject,
      record.code,
      record.count,
      record.firstAt,
      record.lastAt,
      JSON.stringify(record.samples),
    );
  }

  #keepNewest(table: 'refresh_record' | 'problem_record', order: 'number' | 'last_at', most: number): void {
    this.#database.run(
      `DELETE FROM ${table} WHERE number IN (SELECT number FROM ${table} ORDER BY ${order} DESC LIMIT -1 OFFSET ?)`,
      most,
    );
  }
}
