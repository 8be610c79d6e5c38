import type { ItemRef, ItemType } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Sliced } from '../slices.ts';
import type { ComparedItem, ListedCopy } from './differences.ts';
import { inPart, itemKey, partsOf, type Part } from './parts.ts';
import type { ListState, Reading } from './reading.ts';

interface TouchedRow {
  type: ItemType;
  item_id: number;
  instance_id: number;
  serial_number: number | null;
  category: string;
  is_now: number;
}

/** Copies of a list as one of its generations has them, and what is beside them. */
export interface ReadLists {
  readonly accountId: number;
  readonly reading: Reading;
  /** The generation of the collectible copies. */
  readonly collectibles: number;
}

// Without their types no index of another table would be searched by them.
const itemColumns = 'type TEXT, item_id INTEGER, PRIMARY KEY (type, item_id)';
/** A copy in the baseline, `b`, that its list has now: of account ?1 in the list and generation given. */
const copyNow = (category: string, generation: string) => `
  SELECT 1 FROM item i
  CROSS JOIN holding h INDEXED BY holding_of_item
    ON h.account_id = ?1 AND h.item_number = i.number AND h.category = ${category} AND h.generation = ${generation}
  CROSS JOIN copy c ON c.account_id = ?1 AND c.category = ${category} AND c.generation = ${generation}
    AND c.position = h.position AND c.instance_id = b.instance_id
  WHERE i.type = b.type AND i.id = b.item_id`;

/**
 * The items of which some list differs from what it was compared at, noted in tables of this connection alone. Every
 * method goes through a few hundred rows at a time.
 */
export class TouchedItems {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Sets the lists against what they were compared at, in the order of their keys. */
  *note({ accountId, reading }: ReadLists): Sliced<void> {
    this.#openTable('touched', itemColumns);
    this.#openTable('held', itemColumns);
    this.#openTable('read_list', 'category TEXT PRIMARY KEY, generation INTEGER, is_first INTEGER');
    for (const { key, generation } of [...reading.compared, ...reading.first])
      this.#database.run(
        'INSERT INTO read_list VALUES (?, ?, ?)',
        key,
        generation,
        Number(reading.isFirst(key)),
      );
    for (const list of reading.compared) {
      yield* this.#noteGone(accountId, list);
      yield* this.#noteNew(accountId, list);
    }
  }

  parts(): Generator<Part, void> {
    return partsOf(this.#database, { from: 'touched', where: 'true', values: [], columns: itemKey });
  }

  /** The items of a part, with all their copies then and now. */
  read({ accountId, collectibles }: ReadLists, part: Part): ComparedItem[] {
    const rows = this.#database.all<TouchedRow>(
      `SELECT b.type, b.item_id, b.instance_id, b.serial_number, b.category, 0 AS is_now
       FROM touched t CROSS JOIN baseline_copy b INDEXED BY baseline_copy_of_item
         ON b.account_id = ?1 AND b.type = t.type AND b.item_id = t.item_id
       WHERE ${inPart('t', itemKey, 3)}
       UNION ALL
       SELECT c.type, c.item_id, c.instance_id, coalesce(c.serial_number, (SELECT k.serial_number FROM collectible k
           WHERE c.type = 'Asset' AND k.account_id = ?1 AND k.generation = ?2 AND k.asset_id = c.item_id
             AND k.instance_id = c.instance_id)), c.category, 1
       FROM touched t CROSS JOIN item i ON i.type = t.type AND i.id = t.item_id
       CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
       JOIN read_list l ON l.category = h.category AND l.generation = h.generation
       CROSS JOIN copy c ON c.account_id = ?1 AND c.category = h.category AND c.generation = h.generation
         AND c.position = h.position
       WHERE ${inPart('t', itemKey, 3)}`,
      accountId,
      collectibles,
      ...part,
    );
    const items = new Map<string, { item: ItemRef; before: ListedCopy[]; now: ListedCopy[] }>();
    for (const row of rows) {
      const key = `${row.type}/${row.item_id}`;
      const known = items.get(key) ?? { item: { type: row.type, id: row.item_id }, before: [], now: [] };
      items.set(key, known);
      (row.is_now ? known.now : known.before).push(toCopy(row));
    }
    return [...items.values()];
  }

  /** Items whose baseline is to stay. */
  hold(items: readonly ItemRef[]): void {
    if (items.length === 0) return;
    this.#database.run(
      `INSERT OR IGNORE INTO held SELECT value ->> 'type', value ->> 'id' FROM json_each(?)`,
      JSON.stringify(items),
    );
  }

  /** Makes the baseline of a part what the compared lists have now, but for items that are held. */
  advance(accountId: number, part: Part): void {
    const parameters = [accountId, ...part];
    const isFree = `${inPart('t', itemKey, 2)}
      AND NOT EXISTS (SELECT 1 FROM held h WHERE h.type = t.type AND h.item_id = t.item_id)`;
    this.#database.run(
      `DELETE FROM baseline_copy WHERE (account_id, category, type, item_id, instance_id) IN (
         SELECT b.account_id, b.category, b.type, b.item_id, b.instance_id
         FROM touched t CROSS JOIN baseline_copy b INDEXED BY baseline_copy_of_item
           ON b.account_id = ?1 AND b.type = t.type AND b.item_id = t.item_id
         JOIN read_list l ON l.category = b.category AND NOT l.is_first
         WHERE ${isFree} AND NOT EXISTS (${copyNow('b.category', 'l.generation')}))`,
      ...parameters,
    );
    this.#database.run(
      `INSERT OR IGNORE INTO baseline_copy
       SELECT c.account_id, c.category, c.type, c.item_id, c.instance_id, c.serial_number
       FROM touched t CROSS JOIN item i ON i.type = t.type AND i.id = t.item_id
       CROSS JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
       JOIN read_list l ON l.category = h.category AND l.generation = h.generation AND NOT l.is_first
       CROSS JOIN copy c ON c.account_id = ?1 AND c.category = h.category AND c.generation = h.generation
         AND c.position = h.position
       WHERE ${isFree}`,
      ...parameters,
    );
  }

  *#noteGone(accountId: number, { key, generation }: ListState): Sliced<void> {
    const where = 'account_id = ? AND category = ?';
    const columns = [...itemKey, 'instance_id'];
    for (const part of partsOf(this.#database, {
      ...{ from: 'baseline_copy', where, values: [accountId, key], columns },
    })) {
      this.#database.run(
        `INSERT OR IGNORE INTO touched SELECT b.type, b.item_id FROM baseline_copy b
         WHERE b.account_id = ?1 AND b.category = ?2 AND ${inPart('b', columns, 4)}
           AND NOT EXISTS (${copyNow('?2', '?3')})`,
        accountId,
        key,
        generation,
        ...part,
      );
      yield;
    }
  }

  *#noteNew(accountId: number, { key, generation }: ListState): Sliced<void> {
    for (const part of partsOf(this.#database, copiesOf(accountId, key, generation))) {
      this.#database.run(
        `INSERT OR IGNORE INTO touched SELECT c.type, c.item_id FROM copy c
         WHERE c.account_id = ?1 AND c.category = ?2 AND c.generation = ?3 AND ${inPart('c', copyKey, 4)}
           AND NOT EXISTS (SELECT 1 FROM baseline_copy b WHERE b.account_id = ?1 AND b.category = ?2
             AND b.type = c.type AND b.item_id = c.item_id AND b.instance_id = c.instance_id)`,
        accountId,
        key,
        generation,
        ...part,
      );
      yield;
    }
  }

  /** A table of this connection alone, empty. */
  #openTable(name: string, columns: string): void {
    this.#database.run(`CREATE TEMP TABLE IF NOT EXISTS ${name} (${columns}) WITHOUT ROWID`);
    this.#database.run(`DELETE FROM ${name}`);
  }
}

export const copyKey = ['position', 'instance_id'] as const;

/** The copies of one generation of a list, in its order. */
export function copiesOf(accountId: number, key: string, generation: number) {
  const where = 'account_id = ? AND category = ? AND generation = ?';
  return { from: 'copy', where, values: [accountId, key, generation], columns: copyKey };
}

function toCopy(row: TouchedRow): ListedCopy {
  return { instanceId: row.instance_id, serialNumber: row.serial_number, category: row.category };
}
