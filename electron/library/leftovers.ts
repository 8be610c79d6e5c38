import type { Database } from './database.ts';
import { collectiblesSubject } from './subject-names.ts';

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
  readonly #inUse = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps lists from being deleted while somebody reads them bit by bit, until the function returned is called. */
  keep(
    accountId: number,
    lists: readonly { readonly key: string; readonly generation: number }[],
  ): () => void {
    const keys = lists.map(({ key, generation }) => `${accountId} ${generation} ${key}`);
    for (const key of keys) this.#inUse.add(key);
    return () => keys.forEach((key) => this.#inUse.delete(key));
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
    this.#database.run(
      `UPDATE given_up SET generation =
         max(generation, (SELECT coalesce(max(generation) + 1, 0) FROM refresh WHERE account_id = ?))`,
      accountId,
    );
  }

  /**
   * Deletes some rows of attempts that were given up: of a list's generations after `generation`. Returns whether there is
   * more to do.
   */
  deleteSomeBeyond(accountId: number, subject: string, generation: number): boolean {
    const table = subject === collectiblesSubject ? 'collectible' : 'holding';
    const row = this.#database.get<{ generation: number }>(
      table === 'collectible'
        ? 'SELECT generation FROM collectible WHERE account_id = ?1 AND generation > ?3 LIMIT 1'
        : 'SELECT generation FROM holding WHERE account_id = ?1 AND category = ?2 AND generation > ?3 LIMIT 1',
      ...[accountId, subject, generation],
    );
    if (!row) return false;
    this.#deleteSomeOf({ account_id: accountId, subject, generation: row.generation });
    return true;
  }

  /** Deletes some rows. Returns whether there is more to do now: what is in use waits until it no longer is. */
  deleteSome(): boolean {
    return this.#database.transaction(() => {
      const lists = this.#database.all<LeftoverRow>('SELECT * FROM leftover');
      const list = lists.find(
        ({ account_id: accountId, generation, subject }) =>
          !this.#inUse.has(`${accountId} ${generation} ${subject}`),
      );
      if (!list) return false;
      if (this.#deleteSomeOf(list) === 0)
        this.#database.run(
          'DELETE FROM leftover WHERE account_id = ? AND subject = ? AND generation = ?',
          list.account_id,
          list.subject,
          list.generation,
        );
      return true;
    });
  }

  #deleteSomeOf(list: LeftoverRow): number {
    return list.subject === collectiblesSubject ? this.#collectibles(list) : this.#holdings(list);
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
