import type { CollectionItem } from '../../../shared/collections.ts';
import { plainId, readItemText, toRef } from '../../../shared/item-text.ts';
import type { ItemRef, ItemType } from '../../../shared/items.ts';
import { request } from '../../ipc.ts';

export interface ItemById {
  readonly item: CollectionItem;
  /** Whether anything at all is known of it. */
  readonly isKnown: boolean;
}

// An avatar has no number anybody would type.
const numbered: readonly ItemType[] = ['Asset', 'Bundle', 'Badge', 'GamePass'];

/**
 * What an id or an address at roblox.com means: nothing for any other text. An id alone is that of whatever is known under it,
 * or else of an asset.
 */
export async function itemsById(text: string): Promise<readonly ItemById[]> {
  const digits = plainId(text);
  if (digits === undefined) return read([readItemText(text)]);
  const found = await read(numbered.map((type) => toRef(type, digits)));
  const known = found.filter(({ isKnown }) => isKnown);
  return known.length > 0 ? known : found.slice(0, 1);
}

async function read(refs: readonly (ItemRef | null)[]): Promise<readonly ItemById[]> {
  const found = await Promise.all(
    refs.filter((item) => item !== null).map((item) => request('items.overview', { item }).catch(() => null)),
  );
  // What cannot be had is not offered.
  return found.flatMap((one) => (one ? [{ item: one.item, isKnown: one.isKnown }] : []));
}
