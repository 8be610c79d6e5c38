import type { ItemFilter, ItemPage, ItemSort, OwnedFilter, Scope } from '../../shared/models.ts';
import { pageSize } from '../../shared/paging.ts';
import type { Database } from './database.ts';
import { ItemOrders, subjectPattern } from './item-orders.ts';
import type { ItemFacts, Items } from './items.ts';
import type { MembersOf } from './members.ts';
import type { Refreshes } from './refreshes.ts';
import { ViewItems } from './view-items.ts';
import { ViewStates } from './view-states.ts';

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

export interface View {
  readonly scope: Scope;
  /** A category's key, or `allItemsKey` for all own ones together. */
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  /** `any` when absent. */
  readonly owned?: OwnedFilter;
  /** Leaves nothing out when absent. */
  readonly filter?: ItemFilter;
}

/** What accounts own, category by category: written page by page by a refresh, read as pages of a sorted view. */
export class Holdings {
  readonly #database: Database;
  readonly #refreshes: Refreshes;
  readonly #items: Items;
  readonly #membersOf: MembersOf;
  readonly #orders: ItemOrders;
  readonly #viewItems: ViewItems;
  readonly #viewStates: ViewStates;

  constructor(database: Database, refreshes: Refreshes, items: Items, membersOf: MembersOf) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#items = items;
    this.#membersOf = membersOf;
    this.#orders = new ItemOrders(database);
    this.#viewItems = new ViewItems(database);
    this.#viewStates = new ViewStates(database);
  }

  page(view: View, page: number): ItemPage {
    const { scope, category, search, sort, owned = 'any' } = view;
    const members = this.#membersOf(scope);
    const order = this.#orders.read({ members, category, search, sort, owned });
    const numbers = order.slice(page * pageSize, (page + 1) * pageSize);
    return {
      items: this.#viewItems.read(numbers, members, subjectPattern(category)),
      page,
      total: order.length,
      ...this.#viewStates.read(members, category),
    };
  }

  begin(accountId: number, category: string, at: number): void {
    this.#database.transaction(() => {
      const { generation, savedAt } = this.#refreshes.state(accountId, category);
      if (savedAt === null) this.#orders.forget(accountId);
      this.#deleteGenerations(accountId, category, '>', generation);
      this.#refreshes.begin(accountId, category, at);
    });
  }

  /** Commits one page and its cursor together, so that a refresh goes on exactly where it stopped. */
  commitPage(accountId: number, category: string, page: RefreshPage): void {
    this.#database.transaction(() => {
      const state = this.#refreshes.state(accountId, category);
      // Only a first refresh shows what has arrived so far: behind what is published no order changes.
      if (state.savedAt === null) this.#orders.forget(accountId);
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
}
