import type { ItemRef, ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Sliced } from '../slices.ts';
import { inPart, itemKey, partsOf, type Part } from './parts.ts';
import type { Reading } from './reading.ts';

/** A loss that was held back: the lists lack the item, and nothing has confirmed it yet. */
export interface Miss {
  /** Epoch milliseconds when the lists first lacked it; null since Roblox last said that it is there. */
  readonly missedAt: number | null;
  /** Epoch milliseconds when Roblox was last asked about it, null when it never was. */
  readonly askedAt: number | null;
}

export interface MissOf extends Miss {
  readonly item: ItemRef;
}

interface MissRow {
  type: ItemType;
  item_id: number;
  missed_at: number | null;
  asked_at: number | null;
}

const missesPerStep = 250;

/** Losses held back until they are certain, in cache.db. */
export class Misses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of the touched items of a part, by `<type>/<id>`. */
  read(accountId: number, part: Part): ReadonlyMap<string, Miss> {
    const rows = this.#database.all<MissRow>(
      `SELECT m.type, m.item_id, m.missed_at, m.asked_at FROM touched t CROSS JOIN baseline_miss m
         ON m.account_id = ?1 AND m.type = t.type AND m.item_id = t.item_id WHERE ${inPart('t', itemKey, 2)}`,
      accountId,
      ...part,
    );
    return new Map(
      rows.map((row) => [`${row.type}/${row.item_id}`, { missedAt: row.missed_at, askedAt: row.asked_at }]),
    );
  }

  /**
   * Forgets those that the lists read now have again, that were told, or that Roblox says are there. To be carried out
   * before the lists count as compared, and `note` after: cut short, a loss is held back for longer, never told too early.
   */
  *forget(accountId: number, reading: Reading, misses: readonly MissOf[]): Sliced<void> {
    const lists = JSON.stringify(reading.compared.map(({ key }) => key));
    const known = { from: 'baseline_miss', where: 'account_id = ?', values: [accountId], columns: itemKey };
    for (const part of partsOf(this.#database, known)) {
      this.#database.run(
        `DELETE FROM baseline_miss AS m WHERE account_id = ?1 AND ${inPart('m', itemKey, 3)} AND (
           EXISTS (SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.type = m.type AND b.item_id = m.item_id
             AND b.category IN (SELECT value FROM json_each(?2)))
           OR NOT EXISTS (SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.type = m.type
             AND b.item_id = m.item_id))`,
        accountId,
        lists,
        ...part,
      );
      yield;
    }
    yield* this.#save(
      accountId,
      misses.filter(({ missedAt }) => missedAt === null),
    );
  }

  /** Notes those of this time. */
  *note(accountId: number, misses: readonly MissOf[]): Sliced<void> {
    yield* this.#save(
      accountId,
      misses.filter(({ missedAt }) => missedAt !== null),
    );
  }

  *#save(accountId: number, misses: readonly MissOf[]): Sliced<void> {
    for (let start = 0; start < misses.length; start += missesPerStep) {
      this.#database.run(
        `INSERT OR REPLACE INTO baseline_miss SELECT ?, value ->> '$.item.type', value ->> '$.item.id',
           value ->> 'missedAt', value ->> 'askedAt' FROM json_each(?)`,
        accountId,
        JSON.stringify(misses.slice(start, start + missesPerStep)),
      );
      yield;
    }
  }
}
