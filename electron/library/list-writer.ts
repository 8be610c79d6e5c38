import type { ItemRef } from '../../shared/items.ts';
import type { Database } from './database.ts';
import type { SavedItem } from './items.ts';

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

interface ItemCopies extends SavedItem {
  readonly copies: ListedCopy[];
}

/** Writes a page of copies, and what it makes of the list of items. */
export class ListWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `saved` says where the item of each row is kept; `known` is how many items the list has already. */
  write(
    list: ListEdition,
    rows: readonly ListedCopy[],
    saved: readonly SavedItem[],
    known: number,
  ): WrittenPage {
    let newItems = 0;
    let firstChanged: number | null = null;
    for (const item of byItem(rows, saved)) {
      // What was never heard of before is in no list: nobody needs to look.
      const position = item.isNew ? null : this.#positionOf(list, item.number);
      if (position === null) {
        this.#insert(list, item, known + newItems);
        newItems += 1;
      } else if (this.#addTo(list, item, position)) {
        firstChanged = Math.min(position, firstChanged ?? position);
      }
    }
    return { newItems, firstChanged };
  }

  #positionOf({ accountId, category, generation }: ListEdition, number: number): number | null {
    const row = this.#database.get<{ position: number }>(
      `SELECT position FROM holding INDEXED BY holding_of_item
       WHERE account_id = ? AND item_number = ? AND category = ? AND generation = ?`,
      ...[accountId, number, category, generation],
    );
    return row?.position ?? null;
  }

  #insert(list: ListEdition, { number, copies }: ItemCopies, position: number): void {
    const added = this.#insertCopies(list, position, copies);
    const { accountId, category, generation } = list;
    this.#database.run(
      `INSERT INTO holding
         (account_id, category, generation, position, type, item_id, item_number, copies, acquired_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[accountId, category, generation, position, copies[0]?.type ?? null, copies[0]?.id ?? null],
      ...[number, added, newestOf(copies)],
    );
  }

  /** A row for each copy that is not there yet. Returns how many those are. */
  #insertCopies(
    { accountId, category, generation }: ListEdition,
    position: number,
    copies: readonly ListedCopy[],
  ): number {
    let added = 0;
    for (const { type, id, instanceId, serialNumber, acquiredAt } of copies)
      added += this.#database.run(
        `INSERT OR IGNORE INTO copy
           (account_id, category, generation, position, instance_id, type, item_id, serial_number, acquired_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[accountId, category, generation, position, instanceId ?? 0, type, id, serialNumber, acquiredAt],
      );
    return added;
  }

  /** Roblox may repeat a row on the next page: only a copy not yet seen counts. */
  #addTo(list: ListEdition, { copies }: ItemCopies, position: number): boolean {
    const added = this.#insertCopies(list, position, copies);
    if (added === 0) return false;
    const newest = newestOf(copies);
    this.#database.run(
      `UPDATE holding SET copies = copies + ?, acquired_at = coalesce(max(acquired_at, ?), acquired_at, ?)
       WHERE account_id = ? AND category = ? AND generation = ? AND position = ?`,
      ...[added, newest, newest, list.accountId, list.category, list.generation, position],
    );
    return true;
  }
}

/** The copies of each item, in the order of the page. */
function byItem(rows: readonly ListedCopy[], saved: readonly SavedItem[]): Iterable<ItemCopies> {
  const items = new Map<number, ItemCopies>();
  for (const [index, row] of rows.entries()) {
    const one = saved[index];
    if (!one) throw new TypeError('A row of an item that was not saved');
    const known = items.get(one.number);
    if (known) known.copies.push(row);
    else items.set(one.number, { ...one, copies: [row] });
  }
  return items.values();
}

function newestOf(copies: readonly ListedCopy[]): number | null {
  let newest: number | null = null;
  for (const { acquiredAt } of copies)
    if (acquiredAt !== null && (newest === null || acquiredAt > newest)) newest = acquiredAt;
  return newest;
}
