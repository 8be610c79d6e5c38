import type { CollectibleColumn, CollectibleSort } from '../../../shared/collectibles.ts';
import { inOrder } from '../slot-order.ts';
import type { Sliced } from '../slices.ts';
import type { CopyGroup } from './copy-groups.ts';
import type { KnownCopy } from './copy-memory.ts';

export type SortedRow = KnownCopy | CopyGroup;

/** All rows in the order asked for: what is not known last, and what is alike by name, number and account. */
export function* sorted<Row extends SortedRow>(rows: readonly Row[], sort: CollectibleSort): Sliced<Row[]> {
  const isDescending = sort.endsWith('Descending');
  const column = sort.slice(
    0,
    isDescending ? -'Descending'.length : -'Ascending'.length,
  ) as CollectibleColumn;
  const direction = isDescending ? -1 : 1;
  const firsts = rows.map(firstOf);
  const values = Float64Array.from(rows, (row) => (column === 'name' ? 0 : (valueOf(row, column) ?? NaN)));
  const slots = Uint32Array.from(rows, (_row, slot) => slot);
  const order = yield* inOrder(slots, (a, b) => {
    const [one, other] = [firsts[a], firsts[b]];
    if (!one || !other) return 0;
    const byValue = compareKnown(values[a] ?? NaN, values[b] ?? NaN, direction);
    return (
      byValue || compareNames(one, other) * (column === 'name' ? direction : 1) || compareCopies(one, other)
    );
  });
  return Array.from(order, (slot) => rows[slot]).filter((row) => row !== undefined);
}

function firstOf(row: SortedRow): KnownCopy {
  return 'first' in row ? row.first : row;
}

function valueOf(row: SortedRow, column: Exclude<CollectibleColumn, 'name'>): number | null {
  const isGroup = 'first' in row;
  switch (column) {
    case 'account':
      return firstOf(row).place;
    case 'copies':
      return isGroup ? row.copies.length : 1;
    case 'serial':
      return row.serial;
    case 'value':
      return row.price;
    case 'total':
      return isGroup ? row.total : row.price;
    case 'original':
      return row.original;
    case 'gain':
      return row.price === null || row.original === null ? null : row.price - row.original;
    case 'stock':
      return row.stock;
    case 'hold':
      return isGroup ? row.onHold : Number(row.isOnHold);
  }
}

/** Unknown (NaN) comes last in both directions. */
function compareKnown(a: number, b: number, direction: 1 | -1): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  return Number.isNaN(b) ? -1 : (a - b) * direction;
}

function compareNames(one: KnownCopy, other: KnownCopy): number {
  if (one.folded === other.folded) return 0;
  return one.folded < other.folded ? -1 : 1;
}

function compareCopies(one: KnownCopy, other: KnownCopy): number {
  return (
    one.assetId - other.assetId ||
    compareKnown(one.serial ?? NaN, other.serial ?? NaN, 1) ||
    one.place - other.place ||
    one.instanceId - other.instanceId
  );
}
