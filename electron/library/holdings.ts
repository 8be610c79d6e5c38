import type { Scope } from '../../shared/accounts.ts';
import type { ItemPage } from '../../shared/views.ts';
import type { Database } from './database.ts';
import type { ItemFacts, Items } from './items.ts';
import type { Leftovers } from './leftovers.ts';
import { ListWriter } from './list-writer.ts';
import type { MembersOf } from './members.ts';
import type { View } from './ordered-view.ts';
import type { Refreshes } from './refreshes.ts';
import { finish, Underway } from './slices.ts';
import type { ViewMemory } from './view-memory.ts';
import { ViewPages } from './view-pages.ts';

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
  readonly #leftovers: Leftovers;
  readonly #memory: ViewMemory;
  readonly #pages: ViewPages;
  readonly #writer: ListWriter;
  readonly #underway = new Underway<ItemPage>();
  readonly #preparing = new Underway<object>();

  constructor(
    database: Database,
    refreshes: Refreshes,
    items: Items,
    membersOf: MembersOf,
    leftovers: Leftovers,
    memory: ViewMemory,
  ) {
    this.#database = database;
    this.#refreshes = refreshes;
    this.#items = items;
    this.#leftovers = leftovers;
    this.#memory = memory;
    this.#pages = new ViewPages(database, membersOf, memory);
    this.#writer = new ListWriter(database);
  }

  page(view: View, page: number): ItemPage {
    return finish(this.#pages.read(view, page));
  }

  /** The same in slices of a few milliseconds: null until it is there, then to be asked again. */
  tryPage(view: View, page: number): ItemPage | null {
    const key = JSON.stringify([view, page]);
    // The same list with another search is what was typed before, or since; anything else is asked for by somebody else.
    const place = JSON.stringify([{ ...view, search: '' }, page]);
    return this.#underway.step(key, () => this.#pages.read(view, page), place);
  }

  /** Reads what searching a list takes, in slices: null until that is done, then to be asked again. */
  tryPrepareSearch(scope: Scope, category: string): true | null {
    const prepared = this.#preparing.step(`${scope} ${category}`, () =>
      this.#pages.prepareSearch(scope, category),
    );
    return prepared && true;
  }

  begin(accountId: number, category: string, at: number): void {
    while (this.tryBegin(accountId, category, at) === null);
  }

  /**
   * The same in slices: null while something of an attempt that was given up is left in its place, then to be asked again.
   * From the first slice on nothing goes on from there.
   */
  tryBegin(accountId: number, category: string, at: number): true | null {
    return this.#database.transaction(() => {
      const { savedAt, running } = this.#refreshes.state(accountId, category);
      // What had arrived of a first refresh was shown. After the first slice nothing of it is left to be shown.
      if (savedAt === null && running && running.received > 0) this.#memory.forget(accountId);
      this.#refreshes.begin(accountId, category, at);
      const { generation } = this.#refreshes.state(accountId, category);
      // A view that is being worked out may have read some of what goes now.
      this.#memory.lists.forgetFrom({ accountId, category, generation: generation + 1 }, 0);
      return this.#leftovers.deleteSomeBeyond(accountId, category, generation) ? null : true;
    });
  }

  /**
   * Commits one page and its cursor together, so that a refresh goes on exactly where it stopped. Returns how many rows
   * it has brought so far.
   */
  commitPage(accountId: number, category: string, page: RefreshPage): number {
    return this.#database.transaction(() => {
      const state = this.#refreshes.state(accountId, category);
      const list = { accountId, category, generation: state.generation + 1 };
      const saved = this.#items.save(...page.rows);
      const written = this.#writer.write(list, page.rows, saved, state.running?.items ?? 0);
      if (written.firstChanged !== null) this.#memory.lists.forgetFrom(list, written.firstChanged);
      this.#refreshes.advance(accountId, category, {
        cursor: page.nextCursor,
        rows: page.rows.length,
        items: written.newItems,
        unreadable: page.unreadableRows,
      });
      return (state.running?.received ?? 0) + page.rows.length;
    });
  }

  publish(accountId: number, category: string, at: number): void {
    this.#database.transaction(() => {
      const generation = this.#refreshes.publish(accountId, category, at);
      this.#leftovers.add(accountId, category, generation - 1);
    });
  }

  /** After the account's rows were given up from outside. */
  forget(accountId: number): void {
    this.#memory.forget(accountId);
  }
}
