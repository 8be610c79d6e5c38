import type { FiledMembers } from './collections/filed-members.ts';
import type { Database } from './database.ts';
import type { ItemBlocks, ItemBlock } from './item-blocks.ts';
import { LimitedMemory, type LimitedSums } from './limited-facts.ts';
import type { ListMemory, ListState } from './list-columns.ts';
import { NameSearch, readSearch, type Found } from './name-search.ts';
import type { OrderedView } from './ordered-view.ts';
import { ProfileMembers } from './profile-members.ts';
import type { Sliced } from './slices.ts';
import { readHeads } from './name-heads.ts';
import { compareBy } from './slot-compare.ts';
import { firstInOrder, inOrder, type Compare } from './slot-order.ts';
import { CategoryPlaces } from './category-places.ts';
import type { ViewBase } from './view-base.ts';
import type { ViewBases } from './view-bases.ts';
import { listsToMark, testsOf, type Marks, type Test } from './view-filter.ts';
import { editionOf, isOneList } from './view-lists.ts';
import { Vocabulary } from './vocabulary.ts';

/** The items of a view in its order, as far as somebody looked. */
interface KeptOrder {
  readonly total: number;
  /** Numbers of the first items, or of all. */
  first: Uint32Array;
  /** What the rest is put in order by; null where that is all there is, or nobody is likely to ask for it. */
  rest: { readonly base: ViewBase; readonly matches: Uint32Array; readonly compare: Compare } | null;
}

const nothingLimited: LimitedSums = new Map();
const keptOrders = 16;
const mostKeptNumbers = 4_000_000;
// With fewer names than that found as typed, those that may have been meant are added.
const fewFound = 10;
const slotsPerStep = 16_384;
const mostFirst = 1000;

/** Which items a view that is searched, filtered or sorted shows, and in which order: worked out once, then read. */
export class ItemOrders {
  readonly #blocks: ItemBlocks;
  readonly #bases: ViewBases;
  readonly #lists: ListMemory;
  readonly #limited: LimitedMemory;
  readonly #profile: ProfileMembers;
  readonly #filed: FiledMembers;
  readonly #places: CategoryPlaces;
  readonly #names: NameSearch;
  readonly #orders = new Map<string, KeptOrder>();

  constructor(
    database: Database,
    blocks: ItemBlocks,
    bases: ViewBases,
    lists: ListMemory,
    freshenProfile: () => void,
    filed: FiledMembers,
  ) {
    this.#blocks = blocks;
    this.#bases = bases;
    this.#lists = lists;
    this.#limited = new LimitedMemory(database);
    this.#profile = new ProfileMembers(database, freshenProfile);
    this.#filed = filed;
    this.#places = new CategoryPlaces(database);
    this.#names = new NameSearch(blocks, new Vocabulary());
  }

  clear(): void {
    this.#orders.clear();
  }

  /** The numbers of the items from `start` up to `end`, and how many there are in all. */
  *read(
    view: OrderedView,
    lists: readonly ListState[],
    start: number,
    end: number,
  ): Sliced<{ numbers: number[]; total: number }> {
    const key = this.#keyOf(view, lists);
    let order = this.#orders.get(key);
    if (!order || (order.first.length < Math.min(end, order.total) && !order.rest))
      order = yield* this.#workOut(view, lists, end);
    // The newest use stands last.
    this.#orders.delete(key);
    this.#orders.set(key, order);
    this.#forgetOldest();
    if (order.rest && order.first.length < Math.min(end, order.total)) {
      const { base, matches, compare } = order.rest;
      order.first = numbersOf(base, yield* inOrder(matches, compare));
      order.rest = null;
    }
    return { numbers: Array.from(order.first.subarray(start, end)), total: order.total };
  }

  /** Reads what every search of some lists begins with. */
  *prepare(lists: readonly ListState[]): Sliced<object> {
    const base = yield* this.#bases.read(lists);
    yield* this.#readBlocks(base);
    return base;
  }

  *#workOut(view: OrderedView, lists: readonly ListState[], end: number): Sliced<KeptOrder> {
    const base = yield* this.#bases.read(lists);
    const text = readSearch(view.search);
    const isSearch = text.words.length > 0;
    const blocks = needsBlocks(view, isSearch) ? yield* this.#readBlocks(base) : [];
    const limited = needsLimited(view)
      ? yield* this.#limited.read(view.members, this.#blocks.version)
      : nothingLimited;
    const filed = yield* this.#filed.read(view);
    const facts = { base, limited, blocks, inProfile: this.#profile.read(view), filed };
    const wanted = listsToMark(view, lists);
    const marks = {
      categories: wanted.categories && (yield* this.#mark(base, wanted.categories)),
      ownedBy: wanted.ownedBy && (yield* this.#mark(base, wanted.ownedBy)),
      missingFrom: wanted.missingFrom && (yield* this.#mark(base, wanted.missingFrom)),
    };
    const tests = testsOf(view, facts, marks);
    const found = isSearch ? yield* this.#names.exact(base, text) : null;
    let matches = yield* match(base, found, tests);
    if (found && matches.length < fewFound) {
      yield* this.#names.addTypos(base, text, found);
      matches = yield* match(base, found, tests);
    }
    if (found) this.#names.giveBack(found);
    const places =
      view.sort === 'category' ? yield* this.#places.read(view.members, base, lists, this.#lists) : null;
    const heads = view.sort.startsWith('name') ? yield* readHeads(facts) : null;
    const compare = compareBy(view.sort, {
      ...facts,
      found: found?.ranks ?? null,
      heads,
      places,
      isOneList: isOneList(view),
    });
    // Whoever begins in the middle goes on from there.
    const ordered = yield* end > mostFirst ? inOrder(matches, compare) : firstInOrder(matches, end, compare);
    const isAll = ordered.length === matches.length;
    return {
      ...{ total: matches.length, first: numbersOf(base, ordered) },
      rest: isAll ? null : { base, matches, compare },
    };
  }

  *#readBlocks(base: ViewBase): Sliced<ItemBlock[]> {
    const blocks: ItemBlock[] = [];
    for (const index of base.blocks) {
      const isRead = this.#blocks.has(index);
      blocks[index] = this.#blocks.read(index);
      if (!isRead) yield;
    }
    return blocks;
  }

  *#mark(base: ViewBase, lists: readonly ListState[]): Sliced<Marks> {
    const marks = new Uint8Array(base.size);
    for (const list of lists) {
      const { numbers } = yield* this.#lists.read(list);
      for (const number of numbers) {
        const slot = (base.slots[number] ?? 0) - 1;
        if (slot >= 0) marks[slot] = 1;
      }
      yield;
    }
    return marks;
  }

  #keyOf(view: OrderedView, lists: readonly ListState[]): string {
    const { members, category, sort, owned, filter } = view;
    const text = readSearch(view.search);
    return JSON.stringify([
      [members.ids, members.isUnion, category, text.whole, sort, owned, filter],
      editionOf(lists),
      needsBlocks(view, text.words.length > 0) ? this.#blocks.version : '',
      needsLimited(view) ? this.#limited.edition(members) : '',
      this.#profile.edition(view),
      this.#filed.edition(view),
      sort === 'category' ? this.#places.edition(members) : '',
    ]);
  }

  #forgetOldest(): void {
    let numbers = 0;
    for (const [index, [key, order]] of [...this.#orders].reverse().entries()) {
      // Of a list that was left its front is enough to come back to; another may be asked for beside the one on screen.
      if (index > 1) order.rest = null;
      numbers += order.first.length;
      if (index > 0 && (index >= keptOrders || numbers > mostKeptNumbers)) this.#orders.delete(key);
    }
  }
}

function numbersOf({ numbers }: ViewBase, slots: Uint32Array): Uint32Array {
  return slots.map((slot) => numbers[slot] ?? 0);
}

/** The slots that fit the search and pass every test. */
function* match(base: ViewBase, found: Found | null, tests: readonly Test[]): Sliced<Uint32Array> {
  if (found && tests.length === 0) return found.slots.slice(0, found.count);
  const candidates = found?.slots;
  const count = found?.count ?? base.size;
  const matches = new Uint32Array(count);
  let size = 0;
  for (let at = 0; at < count; at += 1) {
    if (at % slotsPerStep === 0) yield;
    const slot = candidates ? (candidates[at] ?? 0) : at;
    if (!passes(slot, tests)) continue;
    matches[size] = slot;
    size += 1;
  }
  return matches.slice(0, size);
}

function passes(slot: number, tests: readonly Test[]): boolean {
  for (const test of tests) if (!test(slot)) return false;
  return true;
}

function needsBlocks({ sort, filter }: OrderedView, isSearch: boolean): boolean {
  const isByFacts = sort.startsWith('name') || sort.startsWith('value');
  return isSearch || isByFacts || filter.price !== undefined || (filter.types ?? []).length > 0;
}

function needsLimited({ sort, filter }: OrderedView): boolean {
  const isAsked = filter.isLimited !== undefined || filter.hold !== undefined || filter.price !== undefined;
  return isAsked || sort.startsWith('value') || sort === 'serial';
}
