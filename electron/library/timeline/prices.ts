import type { ItemRef, ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Sliced } from '../slices.ts';
import { assetKey, inPart, itemKey, partsOf, type Part } from './parts.ts';
import { copiesOf, copyKey, type ReadLists } from './touched-items.ts';

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
 * sold for. A price that becomes known, or is not told this time, is no change. Every method goes through a few hundred
 * rows at a time.
 */
export class Prices {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the items of the lists read now cost, in a table of this connection alone. */
  *note({ accountId, reading, collectibles }: ReadLists): Sliced<void> {
    this.#database.run(
      `CREATE TEMP TABLE IF NOT EXISTS price_now (
         type TEXT, item_id INTEGER, is_average INTEGER, value INTEGER, PRIMARY KEY (type, item_id)) WITHOUT ROWID`,
    );
    this.#database.run('DELETE FROM price_now');
    const averages = { from: 'collectible', where: 'account_id = ? AND generation = ?' };
    const values = [accountId, collectibles];
    for (const part of partsOf(this.#database, { ...averages, values, columns: assetKey })) {
      this.#database.run(
        `INSERT INTO price_now SELECT 'Asset', k.asset_id, 1, max(k.recent_average_price) FROM collectible k
         WHERE k.account_id = ?1 AND k.generation = ?2 AND ${inPart('k', assetKey, 3)}
           AND k.recent_average_price IS NOT NULL GROUP BY k.asset_id`,
        ...values,
        ...part,
      );
      yield;
    }
    for (const { key, generation } of [...reading.compared, ...reading.first]) {
      for (const part of partsOf(this.#database, copiesOf(accountId, key, generation))) {
        this.#database.run(
          `INSERT OR IGNORE INTO price_now SELECT c.type, c.item_id, 0, i.price
           FROM copy c CROSS JOIN item i ON i.type = c.type AND i.id = c.item_id
           WHERE c.account_id = ?1 AND c.category = ?2 AND c.generation = ?3 AND ${inPart('c', copyKey, 4)}
             AND i.price IS NOT NULL`,
          accountId,
          key,
          generation,
          ...part,
        );
        yield;
      }
    }
  }

  /** Of what was noted. */
  *changes(accountId: number): Sliced<PriceChange[]> {
    const changes: PriceChange[] = [];
    for (const part of this.#noted()) {
      const rows = this.#database.all<PriceRow>(
        `SELECT n.type, n.item_id, n.is_average, b.value AS old_value, n.value AS new_value
         FROM price_now n CROSS JOIN baseline_price b ON b.account_id = ?1 AND b.type = n.type AND b.item_id = n.item_id
           AND b.is_average = n.is_average AND b.value <> n.value WHERE ${inPart('n', itemKey, 2)}`,
        accountId,
        ...part,
      );
      for (const { type, item_id: id, is_average, old_value: from, new_value: to } of rows)
        changes.push({ item: { type, id }, isAverage: is_average === 1, from, to });
      yield;
    }
    return changes;
  }

  /** Makes what was noted the prices to compare with, once the baseline has its copies. */
  *advance(accountId: number): Sliced<void> {
    for (const part of this.#noted()) {
      this.#database.run(
        `INSERT INTO baseline_price SELECT ?1, n.type, n.item_id, n.is_average, n.value FROM price_now n
         WHERE ${inPart('n', itemKey, 2)}
         ON CONFLICT DO UPDATE SET is_average = excluded.is_average, value = excluded.value
           WHERE is_average <> excluded.is_average OR value <> excluded.value`,
        accountId,
        ...part,
      );
      yield;
    }
    // What comes back one day is not compared with what it cost when it was lost.
    for (const part of partsOf(this.#database, {
      ...{ from: 'baseline_price', where: 'account_id = ?', values: [accountId], columns: itemKey },
    })) {
      this.#database.run(
        `DELETE FROM baseline_price AS p WHERE account_id = ?1 AND ${inPart('p', itemKey, 2)}
           AND NOT EXISTS (SELECT 1 FROM baseline_copy b
             WHERE b.account_id = ?1 AND b.type = p.type AND b.item_id = p.item_id)`,
        accountId,
        ...part,
      );
      yield;
    }
  }

  #noted(): Generator<Part, void> {
    return partsOf(this.#database, { from: 'price_now', where: 'true', values: [], columns: itemKey });
  }
}
