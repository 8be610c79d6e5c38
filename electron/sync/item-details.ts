import { toAppError, type ErrorCode } from '../../shared/errors.ts';
import type { ItemDetails, ItemRef } from '../../shared/items.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { CallOptions, RobloxClient } from '../roblox/client.ts';
import type { OutputOf } from '../roblox/endpoint.ts';
import { inventory } from '../roblox/inventory.ts';

// Nobody reads past this many copies of one item; it bounds what one click asks of Roblox.
const mostPages = 20;
// What Roblox keeps to itself of the copies: whether there are any it still says.
const aboutCopies: readonly ErrorCode[] = ['inventoryHidden', 'gamePassElsewhere'];

export interface DetailsOptions {
  readonly library: RemoteLibrary;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** How urgent it is. */
  readonly priority?: CallOptions['priority'];
}

/** How one account's calls are made. */
export function callingFor(accountId: number, { priority }: Pick<DetailsOptions, 'priority'>): CallOptions {
  return priority ? { accountId, priority } : { accountId };
}

/** Asks Roblox about one item: its copies, and whether it is owned. */
export async function refreshDetails(
  options: DetailsOptions,
  accountId: number,
  ref: ItemRef,
): Promise<ItemDetails> {
  const { library, client, now } = options;
  const calling = callingFor(accountId, options);
  const params = { userId: accountId, itemType: ref.type, itemTargetId: ref.id };
  const asking = client.call(inventory.isItemOwned, params, calling);
  const isAnswered = asking.then(
    () => true,
    () => false,
  );
  const { instanceIds, name } = await fetchCopies(client, accountId, ref, calling).catch(
    async (thrown: unknown) => {
      const isOnlyCopies = aboutCopies.includes(toAppError(thrown).code) && (await isAnswered);
      if (isOnlyCopies) return { instanceIds: null, name: null };
      throw thrown;
    },
  );
  const isOwned = await asking;
  // What is not owned has no copies to name.
  await library.details.saveAnswer(accountId, ref, isOwned, isOwned ? instanceIds : [], now());
  const details = await library.details.read(accountId, ref);
  if (details.item.name !== '' || name === null) return details;
  // One that no list has shown: its copies name it.
  await library.items.save({ ...ref, name, assetType: null, creatorName: null });
  return library.details.read(accountId, ref);
}

export interface OwnedCopies {
  /** One for each copy: 0 for those Roblox gives no number, or none that can be read. */
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
    withoutId += page.unreadableRows;
    name ??= page.data[0]?.name ?? null;
    if (page.nextPageCursor === null || page.nextPageCursor === cursor) break;
    cursor = page.nextPageCursor;
  }
  return { instanceIds: [...found, ...Array.from({ length: withoutId }, () => 0)], name };
}
