import { toAppError, type ErrorData } from '../../shared/errors.ts';
import type { ItemDetails, ItemRef } from '../../shared/items.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { CallOptions, RobloxClient } from '../roblox/client.ts';
import type { OutputOf } from '../roblox/endpoint.ts';
import { inventory } from '../roblox/inventory.ts';

const packageType = 32;
// Nobody reads past this many copies of one item, or parts of one package; it bounds what one click asks of Roblox.
const mostPages = 20;
const mostParts = 30;

export interface DetailsOptions {
  readonly library: RemoteLibrary;
  readonly client: RobloxClient;
  readonly now: () => number;
}

/** Asks Roblox about one item: its copies, whether it is owned, and what a package contains. */
export async function refreshDetails(
  { library, client, now }: DetailsOptions,
  accountId: number,
  ref: ItemRef,
): Promise<ItemDetails> {
  const params = { userId: accountId, itemType: ref.type, itemTargetId: ref.id };
  const [copies, isOwned] = await Promise.all([
    fetchCopies(client, accountId, ref),
    client.call(inventory.isItemOwned, params, { accountId }),
  ]);
  await library.details.saveAnswer(accountId, ref, isOwned, copies.instanceIds, now());
  const { item } = await library.details.read(accountId, ref);
  const isPackage = item.assetType === packageType;
  const packageError = isPackage ? await refreshPackage({ library, client, now }, accountId, ref.id) : null;
  return { ...(await library.details.read(accountId, ref)), packageError };
}

export interface OwnedCopies {
  /** One for each copy: 0 for those Roblox gives no number. */
  readonly instanceIds: readonly number[];
  /** The item's name, which only the row of a copy tells. */
  readonly name: string | null;
}

/** The copies the account owns of an item, as Roblox names them. Throws what the call throws. */
export async function fetchCopies(
  client: RobloxClient,
  accountId: number,
  ref: ItemRef,
  call: Omit<CallOptions, 'accountId'> = {},
): Promise<OwnedCopies> {
  const found = new Set<number>();
  let withoutId = 0;
  let name: string | null = null;
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const params = { userId: accountId, itemType: ref.type, itemTargetId: ref.id };
    const page: OutputOf<typeof inventory.getItemCopies> = await client.call(
      inventory.getItemCopies,
      cursor === null ? params : { ...params, cursor },
      { ...call, accountId },
    );
    for (const { instanceId } of page.data) {
      if (instanceId) found.add(instanceId);
      else withoutId += 1;
    }
    name ??= page.data[0]?.name ?? null;
    if (page.nextPageCursor === null || page.nextPageCursor === cursor) break;
    cursor = page.nextPageCursor;
  }
  return { instanceIds: [...found, ...Array.from({ length: withoutId }, () => 0)], name };
}

/** A package that is gone is a fact about the package, not a failure of the rest. */
async function refreshPackage(
  options: DetailsOptions,
  accountId: number,
  packageId: number,
): Promise<ErrorData | null> {
  const { library, client } = options;
  try {
    const { assetIds } = await client.call(inventory.getPackageAssets, { packageId }, { accountId });
    await library.details.savePackageAssets(packageId, assetIds);
    await Promise.all(assetIds.slice(0, mostParts).map((id) => refreshPart(options, accountId, id)));
    return null;
  } catch (thrown) {
    return toAppError(thrown).toJSON();
  }
}

/** The copies of a part tell both whether it is owned and what it is called. */
async function refreshPart(
  { library, client, now }: DetailsOptions,
  accountId: number,
  id: number,
): Promise<void> {
  const part = { type: 'Asset', id } as const;
  const { instanceIds, name } = await fetchCopies(client, accountId, part);
  if (name !== null)
    await library.items.save({ ...part, name, assetType: null, creatorName: null, priceInRobux: null });
  await library.details.saveAnswer(accountId, part, instanceIds.length > 0, instanceIds, now());
}
