import { collectionLimits } from '../../../shared/collections.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { request } from '../../ipc.ts';

/** How many of some items each collection has that has any. Throws the AppError. */
export async function readShares(items: readonly ItemRef[]): Promise<ReadonlyMap<number, number>> {
  const shares = new Map<number, number>();
  for (let first = 0; first < items.length; first += collectionLimits.itemsAtOnce) {
    const part = items.slice(first, first + collectionLimits.itemsAtOnce);
    const found = await request('collections.of', { items: part.map(({ type, id }) => ({ type, id })) });
    for (const { id, items: count } of found) shares.set(id, (shares.get(id) ?? 0) + count);
  }
  return shares;
}
