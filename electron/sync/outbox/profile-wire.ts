import type { ItemRef } from '../../../shared/items.ts';
import type { Wish } from '../../../shared/outbox.ts';
import type { ItemFacts } from '../../library/items.ts';
import type { RobloxClient } from '../../roblox/client.ts';
import { inventory } from '../../roblox/inventory.ts';
import { showcases } from '../../roblox/showcases.ts';

const unknownFacts = { assetType: null, creatorName: null };

/** Sends one change in an account's name, as urgent as what is on screen: it is one at a time. Throws what the endpoint does. */
export async function sendChange(
  client: RobloxClient,
  accountId: number,
  wish: Wish,
  item: ItemRef,
): Promise<void> {
  const endpoint = wish === 'in' ? inventory.addCollectionItem : inventory.removeCollectionItem;
  const params = { itemType: item.type, itemTargetId: item.id };
  await client.call(endpoint, params, { accountId });
}

/** The collection as Roblox shows it, which may be how it was a while ago. */
export async function readCollection(
  client: RobloxClient,
  accountId: number,
  call: Omit<Parameters<RobloxClient['call']>[2], 'accountId'> = {},
): Promise<ItemFacts[]> {
  const { data } = await client.call(
    showcases.getProfileCollection,
    { userId: accountId },
    { ...call, accountId },
  );
  return data.map(({ id, name, itemType }) => ({ type: itemType, id, name, ...unknownFacts }));
}
