import type { Database } from '../database.ts';
import type { Sliced } from '../slices.ts';
import type { EventPlace, KeptChange } from './events.ts';
import { assetKey, inPart, partsOf } from './parts.ts';
import { replay } from './replay.ts';
import { copiesOf, copyKey, type ReadLists, type TouchedItems } from './touched-items.ts';

/**
 * Brings the copies of the baseline up to date, each step committed by itself: half of it is put right by the next
 * comparison, which finds the diary ahead or the lists not compared yet.
 */
export class BaselineAdvance {
  readonly #database: Database;
  readonly #touched: TouchedItems;

  constructor(database: Database, touched: TouchedItems) {
    this.#database = database;
    this.#touched = touched;
  }

  /** Makes what was read the new baseline; of the items that are held the old one stays. */
  *carryOut(lists: ReadLists): Sliced<void> {
    for (const part of this.#touched.parts()) {
      this.#database.transaction(() => this.#touched.advance(lists.accountId, part));
      yield;
    }
    yield* this.#learn(lists);
    yield* this.#saveSerials(lists);
  }

  /** Makes the baseline what was told already, as `read` gives it from one place on. */
  *replay(
    accountId: number,
    read: (after: EventPlace | null) => { changes: readonly KeptChange[]; last: EventPlace | null },
  ): Sliced<void> {
    let after: EventPlace | null = null;
    do {
      const { changes, last } = read(after);
      this.#database.transaction(() => replay(this.#database, accountId, changes));
      after = last;
      yield;
    } while (after);
  }

  /** A first reading is learnt whole: what is held back concerns other lists. */
  *#learn({ accountId, reading }: ReadLists): Sliced<void> {
    for (const { key, generation } of reading.first) {
      for (const part of partsOf(this.#database, copiesOf(accountId, key, generation))) {
        this.#database.run(
          `INSERT OR IGNORE INTO baseline_copy
           SELECT c.account_id, c.category, c.type, c.item_id, c.instance_id, c.serial_number FROM copy c
           WHERE c.account_id = ?1 AND c.category = ?2 AND c.generation = ?3 AND ${inPart('c', copyKey, 4)}`,
          accountId,
          key,
          generation,
          ...part,
        );
        yield;
      }
    }
  }

  /** Lists name fewer serial numbers than the collectible copies do. */
  *#saveSerials({ accountId, collectibles }: ReadLists): Sliced<void> {
    const where = 'account_id = ? AND generation = ?';
    const values = [accountId, collectibles];
    for (const part of partsOf(this.#database, { from: 'collectible', where, values, columns: assetKey })) {
      this.#database.run(
        `INSERT INTO baseline_copy
         SELECT b.account_id, b.category, b.type, b.item_id, b.instance_id, k.serial_number
         FROM collectible k CROSS JOIN baseline_copy b INDEXED BY baseline_copy_of_item
           ON b.account_id = ?1 AND b.type = 'Asset' AND b.item_id = k.asset_id
           AND b.instance_id = k.instance_id AND b.serial_number IS NOT k.serial_number
         WHERE k.account_id = ?1 AND k.generation = ?2 AND ${inPart('k', assetKey, 3)}
           AND k.serial_number IS NOT NULL
         ON CONFLICT DO UPDATE SET serial_number = excluded.serial_number`,
        ...values,
        ...part,
      );
      yield;
    }
  }
}
