import type { Item, ItemOwner, ItemRef } from '../../../shared/items.ts';

/** An item of which little more is known than what it is called. */
export function bareItem(
  { type, id }: ItemRef,
  { name, assetType }: Pick<Item, 'name' | 'assetType'>,
  owners: readonly ItemOwner[] = [],
): Item {
  const copies = owners.reduce((sum, owner) => sum + owner.copies, 0);
  return { type, id, name, assetType, copies, owners, creatorName: null, priceInRobux: null, limited: null };
}
