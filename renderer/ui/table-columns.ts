import type { Item, ItemSort } from '../../shared/models.ts';

export type ColumnId = 'name' | 'type' | 'copies' | 'owners' | 'serial' | 'value' | 'price';

export interface TableColumn {
  readonly id: ColumnId;
  /** The orders its header goes through, the first one first; none when lists cannot be in its order. */
  readonly sorts: readonly ItemSort[];
  readonly isNumber: boolean;
}

const all: readonly TableColumn[] = [
  { id: 'name', sorts: ['nameAscending', 'nameDescending'], isNumber: false },
  { id: 'type', sorts: ['category'], isNumber: false },
  { id: 'owners', sorts: [], isNumber: false },
  { id: 'copies', sorts: [], isNumber: true },
  { id: 'serial', sorts: ['serial'], isNumber: true },
  { id: 'value', sorts: ['valueDescending', 'valueAscending'], isNumber: true },
  { id: 'price', sorts: [], isNumber: true },
];

/** The columns of a table that has these orders; owners are worth one only where there are several. */
export function columnsOf(offered: readonly ItemSort[], hasOwners: boolean): readonly TableColumn[] {
  return all
    .filter(({ id }) => id !== 'owners' || hasOwners)
    .map((column) => ({ ...column, sorts: column.sorts.filter((sort) => offered.includes(sort)) }));
}

/** The order a click on a header leads to. */
export function nextSort({ sorts }: TableColumn, sort: ItemSort): ItemSort | undefined {
  return sorts[(sorts.indexOf(sort) + 1) % Math.max(1, sorts.length)];
}

/** How a header tells assistive technology of the order. */
export function ariaSortOf({ sorts }: TableColumn, sort: ItemSort): 'ascending' | 'descending' | undefined {
  if (!sorts.includes(sort)) return undefined;
  return sort.endsWith('Descending') ? 'descending' : 'ascending';
}

/** What an item is worth in Robux as far as is known: what it was traded for lately, else its price. */
export function valueOf(item: Item): number | null {
  return item.limited?.recentAveragePrice ?? item.priceInRobux;
}
