import type { SQLInputValue } from 'node:sqlite';
import { AppError } from '../../shared/errors.ts';
import type { Database } from './database.ts';

/** Where a refresh stands: what is published, and what is under way. */
export interface RefreshState {
  readonly generation: number;
  /** Epoch milliseconds when the published generation was complete; null when none ever was. */
  readonly savedAt: number | null;
  readonly unreadableRows: number;
  /** Rows Roblox sent for the published generation, repeated ones among them. */
  readonly publishedRows: number;
  readonly running: RunningRefresh | null;
}

/** A refresh begun and not finished, perhaps in an earlier run of Satchel: it goes on from its cursor. */
export interface RunningRefresh {
  readonly since: number;
  readonly cursor: string | null;
  /** Rows committed so far. */
  readonly received: number;
  /** Different items among them. */
  readonly items: number;
  /** Rows that came and could not be read. */
  readonly unreadableRows: number;
}

interface RefreshRow {
  generation: number;
  saved_at: number | null;
  unreadable_rows: number;
  published_rows: number;
  running_since: number | null;
  cursor: string | null;
  received: number;
  running_items: number;
  running_unreadable: number;
}

/** The progress of every refresh, by account and subject (a category's key, `collectibles`, `profileCollection`, …). */
export class Refreshes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  state(accountId: number, subject: string): RefreshState {
    const row = this.#database.get<RefreshRow>(
      'SELECT * FROM refresh WHERE account_id = ? AND subject = ?',
      accountId,
      subject,
    );
    if (!row) return { generation: 0, savedAt: null, unreadableRows: 0, publishedRows: 0, running: null };
    return {
      generation: row.generation,
      savedAt: row.saved_at,
      unreadableRows: row.unreadable_rows,
      publishedRows: row.published_rows,
      running:
        row.running_since === null
          ? null
          : {
              since: row.running_since,
              cursor: row.cursor,
              received: row.received,
              items: row.running_items,
              unreadableRows: row.running_unreadable,
            },
    };
  }

  /** When anything of each account was last complete, in epoch milliseconds. */
  newestByAccount(): ReadonlyMap<number, number> {
    const rows = this.#database.all<{ account_id: number; saved_at: number }>(
      'SELECT account_id, max(saved_at) AS saved_at FROM refresh WHERE saved_at IS NOT NULL GROUP BY account_id',
    );
    return new Map(rows.map((row) => [row.account_id, row.saved_at]));
  }

  /** A list that was never refreshed begins behind all that were given up: no generation comes twice. */
  begin(accountId: number, subject: string, at: number): void {
    this.#database.run(
      `INSERT INTO refresh (account_id, subject, running_since, generation) VALUES (?, ?, ?,
         (SELECT generation FROM given_up))
       ON CONFLICT (account_id, subject) DO UPDATE SET running_since = excluded.running_since, cursor = NULL,
         received = 0, running_items = 0, running_unreadable = 0, attempt = attempt + 1`,
      accountId,
      subject,
      at,
    );
  }

  /** Notes a committed page: where to go on, and how many rows it brought. */
  advance(
    accountId: number,
    subject: string,
    page: { cursor: string | null; rows: number; items?: number; unreadable: number },
  ): void {
    this.#update(
      `UPDATE refresh SET cursor = ?, received = received + ?, running_items = running_items + ?,
         running_unreadable = running_unreadable + ?
       WHERE account_id = ? AND subject = ?`,
      page.cursor,
      page.rows,
      page.items ?? 0,
      page.unreadable,
      accountId,
      subject,
    );
  }

  /** Makes the generation under way the published one. Returns its number. */
  publish(accountId: number, subject: string, at: number): number {
    this.#update(
      `UPDATE refresh SET generation = generation + 1, saved_at = ?, unreadable_rows = running_unreadable,
         published_rows = received, items = running_items,
         running_since = NULL, cursor = NULL, received = 0, running_items = 0, running_unreadable = 0
       WHERE account_id = ? AND subject = ?`,
      at,
      accountId,
      subject,
    );
    return this.state(accountId, subject).generation;
  }

  /** A refresh that is no longer known (its account was removed, the file was begun anew) must not pass for done. */
  #update(sql: string, ...values: SQLInputValue[]): void {
    if (this.#database.run(sql, ...values) === 0)
      throw new AppError('cancelled', 'This refresh is no longer known');
  }
}
