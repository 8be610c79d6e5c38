import type { Database } from '../database.ts';
import { collectiblesSubject } from '../subject-names.ts';
import type { ListState } from './reading.ts';

interface ListRow {
  key: string;
  name: string;
  generation: number | null;
  saved_at: number | null;
  compared_at: number | null;
  unreadable_rows: number | null;
}

const tables = [
  'baseline',
  'baseline_subject',
  'baseline_copy',
  'baseline_price',
  'baseline_miss',
  'comparison_due',
];

/** What each account was last compared at, in cache.db: lost with it, and then the next comparison begins anew. */
export class Baseline {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest batch of changes this baseline knows of; null before the first comparison. */
  batch(accountId: number): number | null {
    const sql = 'SELECT batch FROM baseline WHERE account_id = ?';
    return this.#database.get<{ batch: number }>(sql, accountId)?.batch ?? null;
  }

  setBatch(accountId: number, batch: number): void {
    this.#database.run('INSERT OR REPLACE INTO baseline VALUES (?, ?)', accountId, batch);
  }

  /** The account's own lists, as Roblox names them now. */
  lists(accountId: number): ListState[] {
    const rows = this.#database.all<ListRow>(
      `SELECT c.key, c.name, r.generation, r.saved_at, r.unreadable_rows, b.generation AS compared_at FROM category c
       LEFT JOIN refresh r ON r.account_id = c.account_id AND r.subject = c.key
       LEFT JOIN baseline_subject b ON b.account_id = c.account_id AND b.subject = c.key
       WHERE c.account_id = ? AND c.list = 'own' ORDER BY c.position`,
      accountId,
    );
    return rows.map(({ key, name, ...row }) => ({
      ...{ key, name, generation: row.generation ?? 0, savedAt: row.saved_at },
      ...{ comparedAt: row.compared_at, unreadableRows: row.unreadable_rows ?? 0 },
    }));
  }

  /** The published generation of the collectible copies; 0 before the first. */
  collectibles(accountId: number): number {
    const sql = `SELECT generation FROM refresh WHERE account_id = ? AND subject = '${collectiblesSubject}'`;
    return this.#database.get<{ generation: number }>(sql, accountId)?.generation ?? 0;
  }

  /** Names of all lists ever compared, those Roblox no longer names among them. */
  names(accountId: number): ReadonlyMap<string, string> {
    const sql = 'SELECT subject, name FROM baseline_subject WHERE account_id = ?';
    const rows = this.#database.all<{ subject: string; name: string }>(sql, accountId);
    return new Map(rows.map(({ subject, name }) => [subject, name]));
  }

  saveSubject(accountId: number, { key, generation, name }: ListState): void {
    const sql = 'INSERT OR REPLACE INTO baseline_subject VALUES (?, ?, ?, ?)';
    this.#database.run(sql, accountId, key, generation, name);
  }

  forget(accountId: number): void {
    this.#database.transaction(() => {
      for (const table of tables) this.#database.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId);
    });
  }
}
