import type { Database } from './database.ts';
import type { ItemBlocks, ItemBlock } from './item-blocks.ts';
import { LimitedMemory, type LimitedSums } from './limited-facts.ts';
import type { ListMemory, ListState } from './list-columns.ts';
import { NameSearch, ranks, readSearch, type SearchText } from './name-search.ts';
import type { OrderedView } from './ordered-view.ts';
import { ProfileMembers } from './profile-members.ts';
import type { Sliced } from './slices.ts';
import { compareBy } from './slot-compare.ts';
import { firstInOrder, inOrder, type Compare } from './slot-order.ts';
import { CategoryPlaces } from './category-places.ts';
import type { ViewBase } from './view-base.ts';
import type { ViewBases } from './view-bases.ts';
import { listsToMark, testsOf, type Marks } from './view-filter.ts';
import { editionOf, isOneList } from './view-lists.ts';
import { Vocabulary } from './vocabulary.ts';

/** The items of a view in its order, as far as somebody looked. */
interface KeptOrder {
  readonly base: ViewBase;
  readonly matches: Uint32Array;
  readonly compare: Compare;
  /** The first ones, or all. */
  ordered: Uint32Array;
}

const nothingLimited: LimitedSums = new Map();
const keptOrders = 16;
const mostKeptSlots = 4_000_000;
// With fewer names than that found as typed, those that may have been meant are added.
const fewFound = 10;
const slotsPerStep = 16_384;

/** Which items a view that is searched, filtered or sorted shows, and in which order: worked out once, then read. */
export class ItemOrders {
  readonly #blocks: ItemBlocks;
  readonly #bases: ViewBases;
  readonly #lists: ListMemory;
  readonly #limited: LimitedMemory;
  readonly #profile: ProfileMembers;
  readonly #places: CategoryPlaces;
  readonly #names: NameSearch;
  readonly #orders = new Map<string, KeptOrder>();

  constructor(database: Database, blocks: ItemBlocks, bases: ViewBases, lists: ListMemory) {
    this.#blocks = blocks;
    this.#bases = bases;
    this.#lists = lists;
    this.#limited = new LimitedMemory(database);
    this.#profile = new ProfileMembers(database);
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
    const known = this.#orders.get(key);
    const order = known ?? (yield* this.#workOut(view, lists, end));
    // The newest use stands last.
    this.#orders.delete(key);
    this.#orders.set(key, order);
    this.#forgetOldest();
    if (order.ordered.length < Math.min(end, order.matches.length))
      order.ordered = yield* inOrder(order.matches, order.compare);
    const slots = order.ordered.subarray(start, end);
    return {
      numbers: Array.from(slots, (slot) => order.base.numbers[slot] ?? 0),
      total: order.matches.length,
    };
  }

  *#workOut(view: OrderedView, lists: readonly ListState[], end: number): Sliced<KeptOrder> {
    const base = yield* this.#bases.read(lists);
    const text = readSearch(view.search);
    const isSearch = text.words.length > 0;
    const blocks: ItemBlock[] = [];
    if (needsBlocks(view, isSearch)) {
      for (const index of base.blocks) {
        blocks[index] = this.#blocks.read(index);
        yield;
      }
    }
    const limited = needsLimited(view)
      ? yield* this.#limited.read(view.members, this.#blocks.version)
      : nothingLimited;
    const facts = { base, limited, blocks, inProfile: this.#profile.read(view) };
    const wanted = listsToMark(view, lists);
    const marks = {
      categories: wanted.categories && (yield* this.#mark(base, wanted.categories)),
      ownedBy: wanted.ownedBy && (yield* this.#mark(base, wanted.ownedBy)),
      missingFrom: wanted.missingFrom && (yield* this.#mark(base, wanted.missingFrom)),
    };
    const tests = testsOf(view, facts, marks);
    const found = isSearch ? yield* this.#names.exact(base, text) : null;
    let matches = yield* this.#match(base, found, tests);
    if (found && matches.length < fewFound) matches = yield* this.#matchTypos(base, text, found, tests);
    const places =
      view.sort === 'category' ? yield* this.#places.read(view.members, base, lists, this.#lists) : null;
    const compare = compareBy(view.sort, { ...facts, found, places, isOneList: isOneList(view) });
    return { base, matches, compare, ordered: yield* firstInOrder(matches, end, compare) };
  }

  *#matchTypos(
    base: ViewBase,
    text: SearchText,
    found: Uint8Array,
    tests: readonly ((slot: number) => boolean)[],
  ): Sliced<Uint32Array> {
    yield* this.#names.addTypos(base, text, found);
    return yield* this.#match(base, found, tests);
  }

  *#match(
    base: ViewBase,
    found: Uint8Array | null,
    tests: readonly ((slot: number) => boolean)[],
  ): Sliced<Uint32Array> {
    const matches = new Uint32Array(base.size);
    let count = 0;
    for (let slot = 0; slot < base.size; slot += 1) {
      if (slot % slotsPerStep === 0) yield;
      if (found?.[slot] === ranks.none || !tests.every((test) => test(slot))) continue;
      matches[count] = slot;
      count += 1;
    }
    return matches.slice(0, count);
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
      sort === 'category' ? this.#places.edition(members) : '',
    ]);
  }

  #forgetOldest(): void {
    let slots = 0;
    for (const [index, [key, order]] of [...this.#orders].reverse().entries()) {
      slots += order.matches.length + order.ordered.length;
      if (index > 0 && (index >= keptOrders || slots > mostKeptSlots)) this.#orders.delete(key);
    }
  }
}

function needsBlocks({ sort, filter }: OrderedView, isSearch: boolean): boolean {
  const isByFacts = sort.startsWith('name') || sort.startsWith('value');
  return isSearch || isByFacts || filter.price !== undefined || (filter.types ?? []).length > 0;
}

function needsLimited({ sort, filter }: OrderedView): boolean {
  const isAsked = filter.isLimited !== undefined || filter.hold !== undefined || filter.price !== undefined;
  return isAsked || sort.startsWith('value') || sort === 'serial';
}
