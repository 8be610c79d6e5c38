import type { ItemRef, ItemType } from '../../../shared/models.ts';
import { collectiblesSubject } from '../collectibles.ts';
import type { Database } from '../database.ts';

/** A price that is another than when it was last compared. Robux. */
export interface PriceChange {
  readonly item: ItemRef;
  /** Whether it is the recent average price of a limited, not what it is sold for. */
  readonly isAverage: boolean;
  readonly from: number;
  readonly to: number;
}

interface PriceRow {
  type: ItemType;
  item_id: number;
  is_average: number;
  old_value: number;
  new_value: number;
}

/**
 * What the items of each account were last seen to cost: a limited by its recent average price, others by what they are
 * sold for. A price that becomes known, or is not told this time, is no change.
 */
export class Prices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of the lists that `baseline.differing` was last asked about. */
  changes(accountId: number): PriceChange[] {
    this.#notePrices(accountId);
    const rows = this.#database.all<PriceRow>(
      `SELECT n.type, n.item_id, n.is_average, b.value AS old_value, n.value AS new_value
       FROM price_now n CROSS JOIN baseline_price b ON b.account_id = ? AND b.type = n.type AND b.item_id = n.item_id
         AND b.is_average = n.is_average AND b.value <> n.value`,
      accountId,
    );
    return rows.map(({ type, item_id: id, is_average, old_value: from, new_value: to }) => {
      return { item: { type, id }, isAverage: is_average === 1, from, to };
    });
  }

  /** Makes the prices of the last `changes` the ones to compare with. In one transaction of the caller. */
  advance(accountId: number): void {
    this.#database.run(
      `INSERT INTO baseline_price SELECT ?1, type, item_id, is_average, value FROM price_now WHERE true
       ON CONFLICT DO UPDATE SET is_average = excluded.is_average, value = excluded.value`,
      accountId,
    );
    // What comes back one day is not compared with what it cost when it was lost.
    this.#database.run(
      `DELETE FROM baseline_price AS p WHERE account_id = ?1 AND NOT EXISTS (SELECT 1 FROM baseline_copy b
         WHERE b.account_id = ?1 AND b.type = p.type AND b.item_id = p.item_id)`,
      accountId,
    );
  }

  #notePrices(accountId: number): void {
    this.#database.run(
      `CREATE TEMP TABLE IF NOT EXISTS price_now (
         type TEXT, item_id INTEGER, is_average INTEGER, value INTEGER, PRIMARY KEY (type, item_id)) WITHOUT ROWID`,
    );
    this.#database.run('DELETE FROM price_now');
    this.#database.run(
      `INSERT INTO price_now SELECT 'Asset', k.asset_id, 1, max(k.recent_average_price)
       FROM refresh r CROSS JOIN collectible k ON k.account_id = r.account_id AND k.generation = r.generation
       WHERE r.account_id = ? AND r.subject = '${collectiblesSubject}' AND k.recent_average_price IS NOT NULL
       GROUP BY k.asset_id`,
      accountId,
    );
    this.#database.run(
      `INSERT OR IGNORE INTO price_now SELECT c.type, c.item_id, 0, i.price
       FROM read_list l CROSS JOIN copy c ON c.account_id = ? AND c.category = l.category AND c.generation = l.generation
       JOIN item i ON i.type = c.type AND i.id = c.item_id WHERE i.price IS NOT NULL`,
      accountId,
    );
  }
}
