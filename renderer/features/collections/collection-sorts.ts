import type { CollectionSort } from '../../../shared/collections.ts';
import type { ItemSort } from '../../../shared/views.ts';

/** The orders a table of a collection offers at its heads. When items were filed is no column of it. */
export const tableSorts: readonly ItemSort[] = ['nameAscending', 'valueDescending'];

const asItemSort: Readonly<Record<CollectionSort, ItemSort>> = {
  // No column is in these orders.
  custom: 'relevance',
  newest: 'relevance',
  name: 'nameAscending',
  value: 'valueDescending',
};

/** A collection's order, as lists of items call it. */
export function itemSortOf(sort: CollectionSort): ItemSort {
  return asItemSort[sort];
}

/** The order a table's head asks for. */
export function collectionSortOf(sort: ItemSort): CollectionSort {
  if (sort === 'nameAscending') return 'name';
  return sort === 'valueDescending' ? 'value' : 'custom';
}
