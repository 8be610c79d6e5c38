import type { Item } from '../../shared/items.ts';
import type { ItemSort } from '../../shared/views.ts';

export type ColumnId =
  'name' | 'type' | 'creator' | 'owners' | 'owned' | 'copies' | 'serial' | 'value' | 'price' | 'acquired';

export interface TableColumn {
  readonly id: ColumnId;
  /** The orders its header goes through, the first one first; none when lists cannot be in its order. */
  readonly sorts: readonly ItemSort[];
  readonly isNumber: boolean;
}

const all: readonly TableColumn[] = [
  { id: 'name', sorts: ['nameAscending', 'nameDescending'], isNumber: false },
  { id: 'type', sorts: ['category'], isNumber: false },
  { id: 'creator', sorts: [], isNumber: false },
  { id: 'owners', sorts: [], isNumber: false },
  { id: 'owned', sorts: [], isNumber: false },
  { id: 'copies', sorts: [], isNumber: true },
  { id: 'serial', sorts: ['serial'], isNumber: true },
  { id: 'value', sorts: ['valueDescending', 'valueAscending'], isNumber: true },
  { id: 'price', sorts: [], isNumber: true },
  { id: 'acquired', sorts: ['newest', 'oldest'], isNumber: true },
];

/** What the list is about. A place has a creator and no copies; a favourite may be owned or not. */
export type ListSubject = 'owned' | 'places' | 'favourites';

const leftOut: Readonly<Record<ListSubject, readonly ColumnId[]>> = {
  owned: ['creator', 'owned'],
  places: ['type', 'owned', 'copies', 'serial', 'value', 'acquired'],
  favourites: ['creator', 'copies', 'serial', 'acquired'],
};
// Name, serial and value say most.
const ofDetail: readonly ColumnId[] = ['type', 'price', 'acquired'];

/** As the columns of a CSS grid. */
export const columnWidths: Readonly<Record<ColumnId, string>> = {
  name: 'minmax(9rem, 1fr)',
  type: '8.5rem',
  creator: 'minmax(7rem, 0.5fr)',
  owners: '5.5rem',
  owned: '6rem',
  copies: '4rem',
  serial: '5rem',
  value: '6rem',
  price: '6rem',
  acquired: '6.5rem',
};

export interface TableRoom {
  readonly hasOwners: boolean;
  readonly subject: ListSubject;
  readonly isNarrow: boolean;
}

/**
 * The columns of a table that has these orders. Owners are worth one only where there are several, and each other where the
 * list is about such things.
 */
export function columnsOf(
  offered: readonly ItemSort[],
  { hasOwners, subject, isNarrow }: TableRoom,
): readonly TableColumn[] {
  return all
    .filter(({ id }) => id !== 'owners' || hasOwners)
    .filter(({ id }) => !leftOut[subject].includes(id))
    .filter(({ id }) => !isNarrow || !ofDetail.includes(id))
    .map((column) => ({ ...column, sorts: column.sorts.filter((sort) => offered.includes(sort)) }));
}

/** The order a click on a header leads to. */
export function nextSort({ sorts }: TableColumn, sort: ItemSort): ItemSort | undefined {
  return sorts[(sorts.indexOf(sort) + 1) % Math.max(1, sorts.length)];
}

/** How a header tells assistive technology of the order. */
export function ariaSortOf({ sorts }: TableColumn, sort: ItemSort): 'ascending' | 'descending' | undefined {
  if (!sorts.includes(sort)) return undefined;
  return sort.endsWith('Descending') || sort === 'newest' ? 'descending' : 'ascending';
}

/** What an item is worth in Robux as far as is known: what it was traded for lately, else its price. */
export function valueOf(item: Item): number | null {
  return item.limited?.recentAveragePrice ?? item.priceInRobux;
}
