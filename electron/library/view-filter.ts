import { allItemsKey } from '../../shared/category-keys.ts';
import { itemTypes } from '../../shared/items.ts';
import type { Range } from '../../shared/views.ts';
import { blockOf, itemsPerBlock, type ItemBlock } from './item-blocks.ts';
import type { LimitedSums } from './limited-facts.ts';
import type { ListState } from './list-columns.ts';
import type { OrderedView } from './ordered-view.ts';
import type { ViewBase } from './view-base.ts';

/** What is known of the items of a view beyond the lists they are in. */
export interface ViewFacts {
  readonly base: ViewBase;
  readonly limited: LimitedSums;
  /** By number of the block, those the view touches. */
  readonly blocks: readonly ItemBlock[];
  /** Numbers of the items in profile collections of the accounts. */
  readonly inProfile: ReadonlySet<number>;
  /** Numbers of the items in the local collections the view asks for: in any of them for what is unfiled. */
  readonly filed: ReadonlySet<number>;
}

/** By slot: 1 for an item that is in one at least of some lists. */
export type Marks = Uint8Array;

export interface ViewMarks {
  readonly categories: Marks | null;
  readonly ownedBy: Marks | null;
  readonly missingFrom: Marks | null;
}

/** Whether the item in a slot is wanted. */
export type Test = (slot: number) => boolean;

/** Own lists alone say who owns what. */
export function isOwn(category: string): boolean {
  return category === allItemsKey || category.startsWith('own/');
}

/** Which of the lists of a view decide about a filter; null when there is no such filter. */
export function listsToMark(view: OrderedView, lists: readonly ListState[]) {
  const { filter, owned, members, category } = view;
  const { categories = [], ownedBy = [] } = filter;
  const isMissing = typeof owned === 'object' && members.isUnion && isOwn(category);
  return {
    categories: categories.length === 0 ? null : lists.filter((list) => categories.includes(list.category)),
    ownedBy: ownedBy.length === 0 ? null : lists.filter(({ accountId }) => ownedBy.includes(accountId)),
    missingFrom: isMissing ? lists.filter(({ accountId }) => accountId === owned.missingFrom) : null,
  };
}

/** Everything the filters of a view ask of an item. */
export function testsOf(view: OrderedView, facts: ViewFacts, marks: ViewMarks): Test[] {
  const { base, limited, inProfile, filed: inCollections } = facts;
  const { filter, owned, members, category } = view;
  const numberOf = (slot: number) => base.numbers[slot] ?? 0;
  const tests: Test[] = [];
  const { categories, ownedBy, missingFrom } = marks;
  if (categories) tests.push((slot) => categories[slot] === 1);
  if (ownedBy) tests.push((slot) => ownedBy[slot] === 1);
  if (missingFrom) tests.push((slot) => missingFrom[slot] === 0);
  if (owned === 'duplicates' && isOwn(category)) {
    const many = members.isUnion ? base.owners : base.copies;
    tests.push((slot) => (many[slot] ?? 0) > 1);
  }
  const { types = [], filed, collections = [], isLimited, hold, price, acquired } = filter;
  if (types.length > 0) {
    const wanted = new Set(types.map((type) => itemTypes.indexOf(type)));
    tests.push((slot) => wanted.has(typeOf(facts, numberOf(slot))));
  }
  if (filed === 'inProfileCollection') tests.push((slot) => inProfile.has(numberOf(slot)));
  if (filed === 'unfiled')
    tests.push((slot) => !inProfile.has(numberOf(slot)) && !inCollections.has(numberOf(slot)));
  if (collections.length > 0) tests.push((slot) => inCollections.has(numberOf(slot)));
  if (isLimited !== undefined) tests.push((slot) => limited.has(numberOf(slot)) === isLimited);
  if (hold) {
    tests.push((slot) => {
      const { copies = 0, onHold = 0 } = limited.get(numberOf(slot)) ?? {};
      return hold === 'onHold' ? onHold > 0 : copies > onHold;
    });
  }
  if (price) tests.push((slot) => isWithin(valueOf(facts, numberOf(slot)), price));
  if (acquired) tests.push((slot) => isWithin(base.acquired[slot] ?? NaN, acquired));
  return tests;
}

/** In Robux: the recent average price, else the price; NaN where neither is known. */
export function valueOf({ limited, blocks }: ViewFacts, number: number): number {
  const average = limited.get(number)?.recentAveragePrice ?? null;
  return average ?? blocks[blockOf(number)]?.prices[number % itemsPerBlock] ?? NaN;
}

function typeOf({ blocks }: ViewFacts, number: number): number {
  return blocks[blockOf(number)]?.types[number % itemsPerBlock] ?? -1;
}

/** An unknown value is in no range but the one that is open at both ends: that leaves nothing out. */
function isWithin(value: number, { from, to }: Range): boolean {
  if (Number.isNaN(value)) return from === null && to === null;
  return (from === null || value >= from) && (to === null || value <= to);
}
