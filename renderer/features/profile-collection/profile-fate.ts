import type { Item, ItemType } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';

/** What would become of an item on its way into a profile collection. */
export type ProfileFate = 'fits' | 'alreadyIn' | 'typeRefused' | 'notOwned';

export interface ProfileFacts {
  readonly keys: Pick<ReadonlySet<string>, 'has'>;
  readonly refusedAssetTypes: readonly number[];
}

// Roblox's documents know no other.
const takenTypes: readonly ItemType[] = ['Asset', 'Bundle'];

export function profileFate(
  item: Item,
  { keys, refusedAssetTypes }: ProfileFacts,
  isOwned: boolean,
): ProfileFate {
  const { assetType, type } = item;
  if (keys.has(itemKey(item))) return 'alreadyIn';
  if (!isOwned) return 'notOwned';
  const isRefused = assetType !== null && refusedAssetTypes.includes(assetType);
  return isRefused || !takenTypes.includes(type) ? 'typeRefused' : 'fits';
}
