import { collectiblesSubject } from './collectibles.ts';
import type { Database } from './database.ts';

interface LeftoverRow {
  account_id: number;
  subject: string;
  generation: number;
}

const rowsPerStep = 500;

/**
 * Lists that were replaced, or whose account was removed. Nothing shows them any more; their rows are deleted in small
 * steps, so that whoever reads in the meantime does not wait for a hundred thousand of them.
 */
export class Leftovers {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(accountId: number, subject: string, generation: number): void {
    if (generation > 0)
      this.#database.run('INSERT OR IGNORE INTO leftover VALUES (?, ?, ?)', accountId, subject, generation);
  }

  /** Everything an account has, what is under way included. */
  addAll(accountId: number): void {
    this.#database.run(
      `INSERT OR IGNORE INTO leftover SELECT account_id, subject, generation FROM refresh
         WHERE account_id = ?1 AND generation > 0
       UNION ALL SELECT account_id, subject, generation + 1 FROM refresh WHERE account_id = ?1`,
      accountId,
    );
  }

  /** Deletes some rows. Returns whether there is more to do. */
  deleteSome(): boolean {
    return this.#database.transaction(() => {
      const list = this.#database.get<LeftoverRow>('SELECT * FROM leftover LIMIT 1');
      if (!list) return false;
      const deleted = list.subject === collectiblesSubject ? this.#collectibles(list) : this.#holdings(list);
      if (deleted === 0)
        this.#database.run(
          'DELETE FROM leftover WHERE account_id = ? AND subject = ? AND generation = ?',
          list.account_id,
          list.subject,
          list.generation,
        );
      return true;
    });
  }

  #holdings({ account_id: accountId, subject, generation }: LeftoverRow): number {
    const list = [accountId, subject, generation] as const;
    const first = this.#database.get<{ position: number }>(
      `SELECT position FROM holding WHERE account_id = ? AND category = ? AND generation = ?
       ORDER BY position LIMIT 1`,
      ...list,
    );
    if (!first) return 0;
    const last = first.position + rowsPerStep - 1;
    this.#database.run(
      'DELETE FROM copy WHERE account_id = ? AND category = ? AND generation = ? AND position <= ?',
      ...list,
      last,
    );
    return this.#database.run(
      'DELETE FROM holding WHERE account_id = ? AND category = ? AND generation = ? AND position <= ?',
      ...list,
      last,
    );
  }

  #collectibles({ account_id: accountId, generation }: LeftoverRow): number {
    return this.#database.run(
      `DELETE FROM collectible WHERE account_id = ?1 AND generation = ?2 AND asset_id <=
         (SELECT max(asset_id) FROM (SELECT asset_id FROM collectible
            WHERE account_id = ?1 AND generation = ?2 ORDER BY asset_id LIMIT ${rowsPerStep}))`,
      accountId,
      generation,
    );
  }
}
