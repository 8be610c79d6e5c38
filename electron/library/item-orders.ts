import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemSort, OwnedFilter } from '../../shared/models.ts';
import type { Database } from './database.ts';
import { fold } from './fold.ts';
import type { Members } from './members.ts';

export interface OrderedView {
  readonly members: Members;
  /** A category's key, or `allItemsKey` for all own ones together. */
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  readonly owned: OwnedFilter;
}

interface KeptOrder {
  readonly accountIds: ReadonlySet<number>;
  /** Numbers of holdings, one for each item. */
  readonly numbers: readonly number[];
}

// Within a category Roblox's own order says what is newest; over all of them only the dates can.
const inCategory: Readonly<Record<ItemSort, string>> = {
  relevance: 'min(h.position)',
  serial: 'min(h.position)',
  valueDescending: 'min(h.position)',
  valueAscending: 'min(h.position)',
  category: 'min(h.position)',
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
// Places in the lists of two accounts say nothing about each other, but are all there is where no dates are.
const overAccounts: Readonly<Record<ItemSort, string>> = {
  ...inCategory,
  newest: 'max(h.acquired_at) DESC NULLS LAST, min(h.position), h.item_id',
  oldest: 'max(h.acquired_at) NULLS LAST, min(h.position) DESC, h.item_id DESC',
};

const keptOrders = 16;

/** In which order a view shows its items: worked out once, then read page by page. */
export class ItemOrders {
  readonly #database: Database;
  readonly #orders = new Map<string, KeptOrder>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Numbers of holdings. */
  read(view: OrderedView): readonly number[] {
    const words = fold(view.search).split(/\s+/).filter(Boolean);
    const { ids } = view.members;
    const key = JSON.stringify([ids, view.category, view.sort, words, view.owned]);
    const known = this.#orders.get(key);
    if (known) return known.numbers;
    const numbers = this.#query(view, words);
    this.#orders.set(key, { accountIds: new Set(ids), numbers });
    for (const oldest of [...this.#orders.keys()].slice(0, -keptOrders)) this.#orders.delete(oldest);
    return numbers;
  }

  /** After any change to what is shown of an account. */
  forget(accountId: number): void {
    for (const [key, { accountIds }] of [...this.#orders])
      if (accountIds.has(accountId)) this.#orders.delete(key);
  }

  /** Until a first refresh is complete, what has arrived of it is shown. */
  #query(view: OrderedView, words: readonly string[]): number[] {
    const { members, category } = view;
    const filter = filterOf(view);
    const rows = this.#database.all<{ number: number }>(
      `SELECT min(h.number) AS number
       FROM refresh r
       CROSS JOIN holding h ON h.account_id = r.account_id AND h.category = r.subject
         AND h.generation = r.generation + (r.saved_at IS NULL)
       JOIN item i ON i.type = h.type AND i.id = h.item_id
       WHERE r.account_id IN (SELECT value FROM json_each(?)) AND r.subject GLOB ?
         ${'AND instr(i.folded, ?) > 0 '.repeat(words.length)}
       GROUP BY h.type, h.item_id ${filter.having} ORDER BY ${orderOf(view)}`,
      JSON.stringify(members.ids),
      subjectPattern(category),
      ...words,
      ...filter.values,
    );
    return rows.map((row) => row.number);
  }
}

/** The refreshes behind a view, as a GLOB pattern; keys from Roblox could hold characters GLOB reads otherwise. */
export function subjectPattern(category: string): string {
  return category === allItemsKey ? 'own/*' : category.replaceAll(/[*?[]/g, '[$&]');
}

function orderOf({ members, category, sort }: OrderedView): string {
  if (members.isUnion) return overAccounts[sort];
  return category === allItemsKey ? overAll[sort] : inCategory[sort];
}

/** Only own lists say who owns what, and only over several accounts is there something to compare. */
function filterOf({ members, category, owned }: OrderedView): { having: string; values: number[] } {
  if (owned === 'any' || !members.isUnion || !category.startsWith('own/')) return { having: '', values: [] };
  if (owned === 'duplicates') return { having: 'HAVING count(DISTINCT h.account_id) > 1', values: [] };
  return { having: 'HAVING sum(h.account_id = ?) = 0', values: [owned.missingFrom] };
}
