import type { ItemPage } from '../../shared/models.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { pageSize } from '../../shared/paging.ts';
import { allItemsSubject } from './categories.ts';
import type { Database } from './database.ts';
import { ItemOrders, subjectPattern, type View } from './item-orders.ts';
import type { ItemFacts, Items } from './items.ts';
import type { Refreshes } from './refreshes.ts';

/** One row of a list at Roblox: an item and, where Roblox names it, the copy. */
export interface OwnedRow extends ItemFacts {
  /** userAssetId; null where the list has no copies (bundles, places, favourites). */
  readonly instanceId: number | null;
  readonly serialNumber: number | null;
  readonly acquiredAt: number | null;
}

export interface RefreshPage {
  readonly rows: readonly OwnedRow[];
  readonly unreadableRows: number;
  readonly nextCursor: string | null;
}

/** What accounts own, category by category: written page by page by a refresh, read as pages of a sorted view. */
export class Holdings {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #items: Items;
  readonly #orders: ItemOrders;

  constructor(database: Database, refreshes: Refreshes, items: Items) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#items = items;
    this.#orders = new ItemOrders(database);
  }

  page(view: View, page: number): ItemPage {
    const state = this.#viewState(view);
    const order = this.#orders.read(view);
    const numbers = order.slice(page * pageSize, (page + 1) * pageSize);
    const items = this.#items.ofHoldings(numbers);
    return {
      items: numbers.flatMap((number) => items.get(number) ?? []),
      page,
      total: order.length,
      savedAt: state.savedAt,
      unreadableRows: state.unreadableRows,
    };
  }

  begin(accountId: number, category: string, at: number): void {
    this.#orders.forget(accountId);
    this.#database.transaction(() => {
      const { generation } = this.#refreshes.state(accountId, category);
      this.#deleteGenerations(accountId, category, '>', generation);
      this.#refreshes.begin(accountId, category, at);
    });
  }

  /** Commits one page and its cursor together, so that a refresh goes on exactly where it stopped. */
  commitPage(accountId: number, category: string, page: RefreshPage): void {
    this.#orders.forget(accountId);
    this.#database.transaction(() => {
      const state = this.#refreshes.state(accountId, category);
      const received = state.running?.received ?? 0;
      for (const [index, row] of page.rows.entries()) {
        this.#items.save(row);
        this.#saveCopy(accountId, category, state.generation + 1, row, received + index);
      }
      this.#refreshes.advance(accountId, category, {
        cursor: page.nextCursor,
        rows: page.rows.length,
        unreadable: page.unreadableRows,
      });
    });
  }

  publish(accountId: number, category: string, at: number): void {
    this.#orders.forget(accountId);
    this.#database.transaction(() => {
      const generation = this.#refreshes.publish(accountId, category, at);
      this.#deleteGenerations(accountId, category, '<', generation);
    });
  }

  /** After the account's rows were deleted from outside. */
  forget(accountId: number): void {
    this.#orders.forget(accountId);
  }

  #saveCopy(accountId: number, category: string, generation: number, row: OwnedRow, position: number): void {
    // Roblox may repeat a row on the next page: only a copy not yet seen counts.
    const isNew = this.#database.run(
      'INSERT OR IGNORE INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      accountId,
      category,
      generation,
      row.type,
      row.id,
      row.instanceId ?? 0,
      row.serialNumber,
      row.acquiredAt,
    );
    if (isNew === 0) return;
    this.#database.run(
      `INSERT INTO holding (account_id, category, generation, position, type, item_id, acquired_at, copies)
       VALUES (?, ?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT (account_id, category, generation, type, item_id) DO UPDATE SET copies = copies + 1`,
      accountId,
      category,
      generation,
      position,
      row.type,
      row.id,
      row.acquiredAt,
    );
  }

  #deleteGenerations(accountId: number, category: string, comparison: '<' | '>', generation: number): void {
    for (const table of ['copy', 'holding']) {
      this.#database.run(
        `DELETE FROM ${table} WHERE account_id = ? AND category = ? AND generation ${comparison} ?`,
        accountId,
        category,
        generation,
      );
    }
  }

  /** What the refreshes behind a view say. All items are as old as the last time all of them were gone through. */
  #viewState({ accountId, category }: View) {
    const state = this.#database.get<{ unreadable: number | null }>(
      'SELECT sum(unreadable_rows) AS unreadable FROM refresh WHERE account_id = ? AND subject GLOB ?',
      accountId,
      subjectPattern(category),
    );
    const subject = category === allItemsKey ? allItemsSubject : category;
    const { savedAt } = this.#refreshes.state(accountId, subject);
    return { savedAt, unreadableRows: state?.unreadable ?? 0 };
  }
}
