import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemSort } from '../../shared/models.ts';
import type { Database } from './database.ts';
import { fold } from './fold.ts';

export interface View {
  readonly accountId: number;
  /** A category's key, or `allItemsKey` for all own ones together. */
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
}

// Within a category Roblox's own order says what is newest; over all of them only the dates can.
const inCategory: Readonly<Record<ItemSort, string>> = {
  newest: 'min(h.position)',
  oldest: 'min(h.position) DESC',
  nameAscending: 'i.folded, i.id',
  nameDescending: 'i.folded DESC, i.id DESC',
};
const overAll: Readonly<Record<ItemSort, string>> = {
  ...inCategory,
  newest: 'max(h.acquired_at) DESC NULLS LAST, min(h.number)',
  oldest: 'max(h.acquired_at) NULLS LAST, min(h.number)',
};

const keptOrders = 16;

/** In which order a view shows its items: worked out once, then read page by page. */
export class ItemOrders {
  readonly #database: Database;
  readonly #orders = new Map<string, readonly number[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Numbers of holdings. */
  read(view: View): readonly number[] {
    const words = fold(view.search).split(/\s+/).filter(Boolean);
    const key = JSON.stringify([view.accountId, view.category, view.sort, words]);
    const known = this.#orders.get(key);
    if (known) return known;
    const order = this.#query(view, words);
    this.#orders.set(key, order);
    for (const oldest of [...this.#orders.keys()].slice(0, -keptOrders)) this.#orders.delete(oldest);
    return order;
  }

  /** After any change to what an account owns. */
  forget(accountId: number): void {
    for (const key of [...this.#orders.keys()])
      if (key.startsWith(`[${accountId},`)) this.#orders.delete(key);
  }

  /** Until a first refresh is complete, what has arrived of it is shown. */
  #query({ accountId, category, sort }: View, words: readonly string[]): number[] {
    const order = category === allItemsKey ? overAll[sort] : inCategory[sort];
    const rows = this.#database.all<{ number: number }>(
      `SELECT min(h.number) AS number
       FROM refresh r
       JOIN holding h ON h.account_id = r.account_id AND h.category = r.subject
         AND h.generation = r.generation + (r.saved_at IS NULL)
       JOIN item i ON i.type = h.type AND i.id = h.item_id
       WHERE r.account_id = ? AND r.subject GLOB ? ${'AND instr(i.folded, ?) > 0 '.repeat(words.length)}
       GROUP BY h.type, h.item_id ORDER BY ${order}`,
      accountId,
      subjectPattern(category),
      ...words,
    );
    return rows.map((row) => row.number);
  }
}

/** The refreshes behind a view, as a GLOB pattern; keys from Roblox could hold characters GLOB reads otherwise. */
export function subjectPattern(category: string): string {
  return category === allItemsKey ? 'own/*' : category.replaceAll(/[*?[]/g, '[$&]');
}
