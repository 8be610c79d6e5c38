import type { ItemRef, ItemType } from '../../../shared/models.ts';
import type { Database } from '../database.ts';
import type { Reading } from './reading.ts';

/** A loss that was held back: the lists lack the item, and nothing has confirmed it yet. */
export interface Miss {
  /** Epoch milliseconds when the lists first lacked it; null since Roblox last said that it is there. */
  readonly missedAt: number | null;
  /** Epoch milliseconds when Roblox was last asked about it, null when it never was. */
  readonly askedAt: number | null;
}

interface MissRow {
  type: ItemType;
  item_id: number;
  missed_at: number | null;
  asked_at: number | null;
}

/** Losses held back until they are certain, in cache.db. */
export class Misses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By `<type>/<id>`. */
  read(accountId: number): ReadonlyMap<string, Miss> {
    const rows = this.#database.all<MissRow>('SELECT * FROM baseline_miss WHERE account_id = ?', accountId);
    return new Map(
      rows.map((row) => [`${row.type}/${row.item_id}`, { missedAt: row.missed_at, askedAt: row.asked_at }]),
    );
  }

  /** Notes those of this time, and forgets those that the lists read now have again, or that were told. */
  replace(accountId: number, reading: Reading, misses: readonly (Miss & { readonly item: ItemRef })[]): void {
    const lists = JSON.stringify(reading.compared.map(({ key }) => key));
    this.#database.run(
      `DELETE FROM baseline_miss AS m WHERE account_id = ?1 AND (
         EXISTS (SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.type = m.type AND b.item_id = m.item_id
           AND b.category IN (SELECT value FROM json_each(?2)))
         OR NOT EXISTS (SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.type = m.type
           AND b.item_id = m.item_id))`,
      accountId,
      lists,
    );
    this.#database.run(
      `INSERT OR REPLACE INTO baseline_miss SELECT ?, value ->> '$.item.type', value ->> '$.item.id',
         value ->> 'missedAt', value ->> 'askedAt' FROM json_each(?)`,
      accountId,
      JSON.stringify(misses),
    );
  }
}
