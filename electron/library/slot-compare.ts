import { blockOf, itemsPerBlock } from './item-blocks.ts';
import type { Compare } from './slot-order.ts';
import type { ItemSort } from '../../shared/views.ts';
import { valueOf, type ViewFacts } from './view-filter.ts';

/** What some orders need besides the facts of a view. */
export interface OrderFacts extends ViewFacts {
  /** Whether the slots are in the order of the one list the view is of. */
  readonly isOneList: boolean;
  /** How well each name fits the search, by slot; null without a search. */
  readonly found: Uint8Array | null;
  /** The beginnings of all names, as `readHeads` reads them; null where too few are compared. */
  readonly heads: Float64Array | null;
  /** Where the category of each item stands in the tree, by slot. */
  readonly places: Float64Array | null;
}

/** Which of two slots comes first. No two are alike: the item's number decides in the end. */
export function compareBy(sort: ItemSort, facts: OrderFacts): Compare {
  const { base, limited, found, places } = facts;
  const newest = compareNewest(facts);
  if (sort === 'newest' || (sort === 'relevance' && !found)) return newest;
  if (sort === 'oldest') return compareOldest(facts);
  const names = compareNames(facts);
  const byName: Compare = (a, b) => names(a, b) || (base.numbers[a] ?? 0) - (base.numbers[b] ?? 0);
  if (sort === 'nameAscending') return byName;
  if (sort === 'nameDescending') return (a, b) => byName(b, a);
  if (sort === 'relevance') return (a, b) => (found?.[a] ?? 0) - (found?.[b] ?? 0) || byName(a, b);
  if (sort === 'category') return (a, b) => (places?.[a] ?? 0) - (places?.[b] ?? 0) || newest(a, b);
  const numberOf = (slot: number) => base.numbers[slot] ?? 0;
  if (sort === 'serial') {
    const serialOf = (slot: number) => limited.get(numberOf(slot))?.lowestSerial ?? NaN;
    return (a, b) => compareKnown(serialOf(a), serialOf(b), 1) || newest(a, b);
  }
  const direction = sort === 'valueAscending' ? 1 : -1;
  const value = (slot: number) => valueOf(facts, numberOf(slot));
  return (a, b) => compareKnown(value(a), value(b), direction) || newest(a, b);
}

// Within a list Roblox's own order says what is newest; over several only the dates can.
function compareNewest({ base, isOneList }: OrderFacts): Compare {
  if (isOneList) return (a, b) => a - b;
  const { acquired, positions, numbers } = base;
  return (a, b) =>
    compareKnown(acquired[a] ?? NaN, acquired[b] ?? NaN, -1) ||
    (positions[a] ?? 0) - (positions[b] ?? 0) ||
    (numbers[a] ?? 0) - (numbers[b] ?? 0);
}

/** The other way round, but for what has no date: that comes last either way. */
function compareOldest({ base, isOneList }: OrderFacts): Compare {
  if (isOneList) return (a, b) => b - a;
  const { acquired, positions, numbers } = base;
  return (a, b) =>
    compareKnown(acquired[a] ?? NaN, acquired[b] ?? NaN, 1) ||
    (positions[b] ?? 0) - (positions[a] ?? 0) ||
    (numbers[b] ?? 0) - (numbers[a] ?? 0);
}

/** Unknown (NaN) comes last in both directions. */
function compareKnown(a: number, b: number, direction: 1 | -1): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : (a - b) * direction;
}

/** By folded name, letter by letter where it stands: a hundred thousand names need not be cut out for it. */
function compareNames({ base, blocks, heads }: OrderFacts): Compare {
  return (a, b) => {
    if (heads) {
      const difference =
        (heads[2 * a] ?? 0) - (heads[2 * b] ?? 0) || (heads[2 * a + 1] ?? 0) - (heads[2 * b + 1] ?? 0);
      if (difference !== 0) return difference;
    }
    const first = base.numbers[a] ?? 0;
    const second = base.numbers[b] ?? 0;
    const left = blocks[blockOf(first)];
    const right = blocks[blockOf(second)];
    if (!left || !right) return 0;
    let at = left.starts[first % itemsPerBlock] ?? 0;
    let other = right.starts[second % itemsPerBlock] ?? 0;
    const end = left.starts[(first % itemsPerBlock) + 1] ?? at;
    const otherEnd = right.starts[(second % itemsPerBlock) + 1] ?? other;
    for (; at < end && other < otherEnd; at += 1, other += 1) {
      const difference = left.text.charCodeAt(at) - right.text.charCodeAt(other);
      if (difference !== 0) return difference;
    }
    return end - at - (otherEnd - other);
  };
}
