import { itemTypes, type ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';
import type { Members } from '../members.ts';

/** Which items are exported, in their order, for as long as it takes: what becomes of the list meanwhile changes nothing. */
export interface ExportList {
  readonly total: number;
  /** Whose items they are, and the GLOB pattern of the lists that say so. */
  readonly members: Members;
  readonly pattern: string;
  readonly read: (start: number, end: number) => ItemRef[];
}

/** Items as columns, in a fraction of their room. */
export function listOfItems(items: readonly ItemRef[]): Pick<ExportList, 'total' | 'read'> {
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
export function listOfNumbers(
  cache: Database,
  numbers: readonly number[],
): Pick<ExportList, 'total' | 'read'> {
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
