import type { Item } from '../../shared/items.ts';
import type { ItemSort } from '../../shared/views.ts';
import type { LineColumn } from './line-columns.ts';

export type ColumnId =
  'name' | 'type' | 'creator' | 'owners' | 'owned' | 'copies' | 'serial' | 'value' | 'price' | 'acquired';

export type TableColumn = LineColumn<ColumnId, ItemSort>;

const all: readonly TableColumn[] = [
  { id: 'name', sorts: ['nameAscending', 'nameDescending'], isNumber: false, width: 'minmax(9rem, 1fr)' },
  { id: 'type', sorts: ['category'], isNumber: false, width: '8.5rem' },
  { id: 'creator', sorts: [], isNumber: false, width: 'minmax(7rem, 0.5fr)' },
  { id: 'owners', sorts: [], isNumber: false, width: '5.5rem' },
  { id: 'owned', sorts: [], isNumber: false, width: '6rem' },
  { id: 'copies', sorts: [], isNumber: true, width: '4rem' },
  { id: 'serial', sorts: ['serial'], isNumber: true, width: '5rem' },
  { id: 'value', sorts: ['valueDescending', 'valueAscending'], isNumber: true, width: '6rem' },
  { id: 'price', sorts: [], isNumber: true, width: '6rem' },
  { id: 'acquired', sorts: ['newest', 'oldest'], isNumber: true, width: '6.5rem' },
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

/** What an item is worth in Robux as far as is known: what it was traded for lately, else its price. */
export function valueOf(item: Item): number | null {
  return item.limited?.recentAveragePrice ?? item.priceInRobux;
}
