import type { Scope } from '../../shared/accounts.ts';
import type { ItemPage } from '../../shared/views.ts';
import { pageSize } from '../../shared/paging.ts';
import type { Database } from './database.ts';
import type { ListState } from './list-columns.ts';
import type { MembersOf } from './members.ts';
import { readSearch } from './name-search.ts';
import { NewestFirst } from './newest-first.ts';
import type { OrderedView, View } from './ordered-view.ts';
import type { Sliced } from './slices.ts';
import { ViewCounts } from './view-counts.ts';
import { ViewItems } from './view-items.ts';
import { isOneList, subjectPattern, ViewLists } from './view-lists.ts';
import type { ViewMemory } from './view-memory.ts';
import { ViewStates } from './view-states.ts';

interface Part {
  /** Of items. */
  readonly numbers: readonly number[];
  readonly total: number;
}

/** Reads pages of views: from the front of the lists where that is enough, else from an order worked out for it. */
export class ViewPages {
  readonly #membersOf: MembersOf;
  readonly #memory: ViewMemory;
  readonly #lists: ViewLists;
  readonly #counts: ViewCounts;
  readonly #newest: NewestFirst;
  readonly #items: ViewItems;
  readonly #states: ViewStates;

  constructor(database: Database, membersOf: MembersOf, memory: ViewMemory) {
    this.#membersOf = membersOf;
    this.#memory = memory;
    this.#lists = new ViewLists(database);
    this.#counts = new ViewCounts(database, memory);
    this.#newest = new NewestFirst(database);
    this.#items = new ViewItems(database);
    this.#states = new ViewStates(database);
  }

  *read(asked: View, page: number): Sliced<ItemPage> {
    this.#memory.check();
    const { scope, category } = asked;
    const members = this.#membersOf(scope);
    const view: OrderedView = { ...asked, owned: asked.owned ?? 'any', filter: asked.filter ?? {}, members };
    const lists = this.#lists.of(members, category).filter(({ items }) => items > 0);
    const start = page * pageSize;
    const part =
      (yield* this.#fromLists(asked, view, lists, start)) ??
      (yield* this.#memory.orders.read(view, lists, start, start + pageSize));
    return {
      items: this.#items.read(part.numbers, members, subjectPattern(category)),
      page,
      total: part.total,
      ...this.#states.read(members, category),
    };
  }

  /** The numbers of all items of a view, in its order. */
  *numbers(asked: View): Sliced<readonly number[]> {
    this.#memory.check();
    const members = this.#membersOf(asked.scope);
    const view: OrderedView = { ...asked, owned: asked.owned ?? 'any', filter: asked.filter ?? {}, members };
    const lists = this.#lists.of(members, asked.category).filter(({ items }) => items > 0);
    if (lists.length === 0) return [];
    return (yield* this.#memory.orders.read(view, lists, 0, Number.MAX_SAFE_INTEGER)).numbers;
  }

  /** Reads what searching a list takes. */
  *prepareSearch(scope: Scope, category: string): Sliced<object> {
    this.#memory.check();
    const lists = this.#lists.of(this.#membersOf(scope), category).filter(({ items }) => items > 0);
    return yield* this.#memory.orders.prepare(lists);
  }

  /** Null for a view, or a part of it, that asks for more than what stands in the lists as it is. */
  *#fromLists(
    { scope, category }: View,
    view: OrderedView,
    lists: readonly ListState[],
    start: number,
  ): Sliced<Part | null> {
    if (!isPlain(view)) return null;
    const end = start + pageSize;
    const [list] = lists;
    if (!list) return { numbers: [], total: 0 };
    if (isOneList(view)) {
      const { items: total } = list;
      if (view.sort !== 'oldest') return { numbers: this.#newest.ofList(list, start, end), total };
      const fromEnd = this.#newest.ofList(list, Math.max(0, total - end), Math.max(0, total - start));
      return { numbers: fromEnd.reverse(), total };
    }
    if (view.sort === 'oldest' || start > 0) return null;
    const numbers = this.#newest.ofLists(lists, pageSize);
    return { numbers, total: yield* this.#counts.read(scope, category, lists) };
  }
}

/** Whether everything is shown, by age. */
function isPlain({ search, sort, owned, filter }: OrderedView): boolean {
  if (owned !== 'any' || readSearch(search).words.length > 0) return false;
  return ['newest', 'oldest', 'relevance'].includes(sort) && Object.keys(filter).length === 0;
}
