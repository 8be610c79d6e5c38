import type { ItemRef } from '../../../shared/items.ts';
import type { Reading } from './reading.ts';

/** A copy as one list has it; the number is 0 where Roblox names no copies. */
export interface ListedCopy {
  readonly instanceId: number;
  readonly serialNumber: number | null;
  readonly category: string;
}

/** One item of an account in every list that was compared: as it was known, and as it is read now. */
export interface ComparedItem {
  readonly item: ItemRef;
  readonly before: readonly ListedCopy[];
  readonly now: readonly ListedCopy[];
}

/** What became of an item, as far as the lists tell. */
export interface ItemDifference {
  readonly item: ItemRef;
  readonly gained: readonly ListedCopy[];
  readonly lost: readonly ListedCopy[];
  /** Copies that stayed, where they stand now; empty when none changed its list. */
  readonly moved: readonly ListedCopy[];
  /** Lists the copies that stayed left, and those they stand in now. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Copies of it that stayed. */
  readonly stayed: number;
  /** Whether some list has it now, be it another copy. */
  readonly isListed: boolean;
  /** Whether what is lost may stand in a list that was not read, be it that it never was, or not whole. */
  readonly mayBeHidden: boolean;
  /** Whether a list that is known, and may have it as well, was not read this time. */
  readonly isOverdue: boolean;
}

/** Tells copies that came, went and stayed apart. Pure: what to make of it is the comparison's. */
export function differenceOf({ item, before, now }: ComparedItem, reading: Reading): ItemDifference {
  // A list that names no copies can only say that the item is there: then the item is compared as one copy.
  const isWhole = [...before, ...now].some(({ instanceId }) => instanceId === 0);
  const keyOf = ({ instanceId }: ListedCopy) => (isWhole ? 0 : instanceId);
  const seen = new Map(Map.groupBy(now, keyOf));
  const known = Map.groupBy(before, keyOf);
  for (const [key, rows] of known) {
    const kept = rows.filter(({ category }) => !reading.isRead(category));
    // A list Roblox no longer names cannot hold what stands in another now.
    const standing = seen.has(key) ? kept.filter(({ category }) => reading.isListed(category)) : kept;
    if (standing.length > 0) seen.set(key, [...(seen.get(key) ?? []), ...standing]);
  }
  const news = [...seen].filter(([key]) => !known.has(key)).map(([, rows]) => rows);
  const stayed = [...seen].filter(([key]) => known.has(key)).map(([, rows]) => rows);
  const lost = [...known].filter(([key]) => !seen.has(key)).flatMap(([, rows]) => rows);
  const lists = compareLists(
    [...known].filter(([key]) => seen.has(key)).flatMap(([, rows]) => rows),
    stayed.flat(),
    reading,
  );
  const stood = [...new Set(before.map(({ category }) => category))];
  return {
    item,
    // What a list read for the first time holds may have been there all along.
    gained: news.filter((rows) => !rows.some(({ category }) => reading.isFirst(category))).flat(),
    lost,
    moved: lists.isMoved ? stayed.flat() : [],
    from: lists.from,
    to: lists.to,
    stayed: stayed.length,
    isListed: seen.size > 0,
    mayBeHidden: reading.mayHide(stood),
    isOverdue: reading.isOverdue(stood),
  };
}

/** How many copies rows of several lists tell of. */
export function countCopies(rows: readonly ListedCopy[]): number {
  return new Set(rows.map(({ instanceId }) => instanceId)).size;
}

function compareLists(before: readonly ListedCopy[], now: readonly ListedCopy[], reading: Reading) {
  const old = new Set(before.map(({ category }) => category));
  const current = new Set(now.map(({ category }) => category));
  const from = [...old].filter((category) => !current.has(category));
  const to = [...current].filter((category) => !old.has(category));
  const isMoved = from.length > 0 || to.some((category) => !reading.isFirst(category));
  return { isMoved, from, to: to.length > 0 ? to : [...current] };
}
