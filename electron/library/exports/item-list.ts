import type { CollectibleRow } from '../../../shared/collectibles.ts';
import type { CollectionItem } from '../../../shared/collections.ts';
import { itemTypes, type ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Members } from '../members.ts';

/** Items in their order. */
export interface ListRows {
  readonly total: number;
  readonly read: (start: number, end: number) => ItemRef[];
}

/** Which items are exported, in their order, for as long as it takes: what becomes of the list meanwhile changes nothing. */
export interface ItemList extends ListRows {
  /** Whose items they are, and the GLOB pattern of the lists that say so. */
  readonly members: Members;
  readonly pattern: string;
  /** Of a list of collectibles its items, by asset: the lists of their categories need never have been read. */
  readonly limiteds?: ReadonlyMap<number, CollectibleRow>;
}

/** An item as the list that is exported shows it. */
export function asListed(item: CollectionItem, { limiteds }: ItemList): CollectionItem {
  const row = item.type === 'Asset' ? limiteds?.get(item.id) : undefined;
  if (!row) return item;
  const { name, copies, owners, limited } = row;
  return { ...item, name, copies, owners, limited };
}

/** Items as columns, in a fraction of their room. */
export function listOfItems(items: readonly ItemRef[]): ListRows {
  const types = Uint8Array.from(items, ({ type }) => itemTypes.indexOf(type));
  const ids = Float64Array.from(items, ({ id }) => id);
  return {
    total: items.length,
    read: (start, end) =>
      Array.from(ids.subarray(start, end), (id, at) => ({
        type: itemTypes[types[start + at] ?? 0] ?? 'Asset',
        id,
      })),
  };
}

/** Items by their numbers in the cache. */
export function listOfNumbers(cache: Database, numbers: readonly number[]): ListRows {
  const kept = Uint32Array.from(numbers);
  return {
    total: kept.length,
    read: (start, end) =>
      cache.all<ItemRef & { readonly id: number }>(
        'SELECT i.type, i.id FROM json_each(?) n CROSS JOIN item i ON i.number = n.value',
        JSON.stringify([...kept.subarray(start, end)]),
      ),
  };
}
