import type { ItemRef } from '../../shared/models.ts';
import type { Database } from './database.ts';

/** One generation of one list of an account. */
export interface ListEdition {
  readonly accountId: number;
  readonly category: string;
  readonly generation: number;
}

/** One copy in a list; without an instance id an item is there once at most. */
export interface ListedCopy extends ItemRef {
  readonly instanceId: number | null;
  readonly serialNumber: number | null;
  readonly acquiredAt: number | null;
}

export interface WrittenPage {
  /** Items the list did not have before: they stand behind those it had, in the order of the page. */
  readonly newItems: number;
  /** Where the first item stands of which only a further copy came; null when none did. */
  readonly firstChanged: number | null;
}

interface ItemCopies {
  readonly number: number;
  /** Where the item stands in the list; null when it is new there. */
  readonly position: number | null;
  readonly copies: readonly ListedCopy[];
}

/** Writes a page of copies, and what it makes of the list of items, in a handful of statements. */
export class ListWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `known` is how many items the list has already. Facts of the items must have been saved before. */
  write(list: ListEdition, rows: readonly ListedCopy[], known: number): WrittenPage {
    const items = this.#placed(list, byItem(rows));
    const fresh = items.filter(({ position }) => position === null);
    this.#insert(list, fresh, known);
    let firstChanged: number | null = null;
    for (const { position, copies } of items) {
      if (position === null || !this.#addCopies(list, position, copies)) continue;
      firstChanged = Math.min(position, firstChanged ?? position);
    }
    return { newItems: fresh.length, firstChanged };
  }

  #placed(
    { accountId, category, generation }: ListEdition,
    copies: readonly (readonly ListedCopy[])[],
  ): ItemCopies[] {
    const rows = this.#database.all<{ at: number; number: number; position: number | null }>(
      `SELECT j.key AS at, i.number, h.position FROM json_each(?4) j
       CROSS JOIN item i ON i.type = j.value ->> 0 AND i.id = j.value ->> 1
       LEFT JOIN holding h INDEXED BY holding_of_item ON h.account_id = ?1 AND h.item_number = i.number
         AND h.category = ?2 AND h.generation = ?3
       ORDER BY j.key`,
      accountId,
      category,
      generation,
      JSON.stringify(copies.map(([first]) => [first?.type, first?.id])),
    );
    return rows.map(({ at, number, position }) => ({ number, position, copies: copies[at] ?? [] }));
  }

  #insert(list: ListEdition, items: readonly ItemCopies[], from: number): void {
    if (items.length === 0) return;
    const { accountId, category, generation } = list;
    this.#database.run(
      `INSERT INTO holding
         (account_id, category, generation, position, type, item_id, item_number, copies, acquired_at)
       SELECT ?1, ?2, ?3, ?4 + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
       FROM json_each(?5)`,
      accountId,
      category,
      generation,
      from,
      JSON.stringify(
        items.map(({ number, copies }) => [
          copies[0]?.type,
          copies[0]?.id,
          number,
          copies.length,
          newestOf(copies),
        ]),
      ),
    );
    this.#insertCopies(
      list,
      items.flatMap(({ copies }, index) => copies.map((copy) => [from + index, copy] as const)),
    );
  }

  /** A row for each copy that is not there yet. Returns how many those are. */
  #insertCopies(
    { accountId, category, generation }: ListEdition,
    copies: readonly (readonly [position: number, ListedCopy])[],
  ): number {
    return this.#database.run(
      `INSERT OR IGNORE INTO copy
         (account_id, category, generation, position, instance_id, type, item_id, serial_number, acquired_at)
       SELECT ?1, ?2, ?3, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
       FROM json_each(?4)`,
      accountId,
      category,
      generation,
      JSON.stringify(
        copies.map(([position, { type, id, instanceId, serialNumber, acquiredAt }]) => [
          position,
          instanceId ?? 0,
          type,
          id,
          serialNumber,
          acquiredAt,
        ]),
      ),
    );
  }

  /** Roblox may repeat a row on the next page: only a copy not yet seen counts. */
  #addCopies(list: ListEdition, position: number, copies: readonly ListedCopy[]): boolean {
    const added = this.#insertCopies(
      list,
      copies.map((copy) => [position, copy]),
    );
    if (added === 0) return false;
    const newest = newestOf(copies);
    this.#database.run(
      `UPDATE holding SET copies = copies + ?, acquired_at = coalesce(max(acquired_at, ?), acquired_at, ?)
       WHERE account_id = ? AND category = ? AND generation = ? AND position = ?`,
      added,
      newest,
      newest,
      list.accountId,
      list.category,
      list.generation,
      position,
    );
    return true;
  }
}

/** The copies of each item, each copy once, in the order of the page. */
function byItem(rows: readonly ListedCopy[]): ListedCopy[][] {
  const items = new Map<string, Map<number, ListedCopy>>();
  for (const row of rows) {
    const copies = items.get(`${row.type} ${row.id}`) ?? new Map<number, ListedCopy>();
    if (!copies.has(row.instanceId ?? 0)) copies.set(row.instanceId ?? 0, row);
    items.set(`${row.type} ${row.id}`, copies);
  }
  return [...items.values()].map((copies) => [...copies.values()]);
}

function newestOf(copies: readonly ListedCopy[]): number | null {
  const dates = copies.flatMap(({ acquiredAt }) => acquiredAt ?? []);
  return dates.length === 0 ? null : Math.max(...dates);
}
