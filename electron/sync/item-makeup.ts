import type { ContentsPart, ItemMakeup } from '../../shared/contents.ts';
import { toAppError, type AppError, type ErrorCode } from '../../shared/errors.ts';
import { itemTypes, type ItemRef } from '../../shared/items.ts';
import type { NamedPart } from '../library/containers.ts';
import { catalog } from '../roblox/catalog.ts';
import { inventory } from '../roblox/inventory.ts';
import { callingFor, fetchCopies, type DetailsOptions } from './item-details.ts';

const packageType = 32;
// Nobody looks at more parts of one package; it bounds what one click asks of Roblox.
const mostParts = 30;
/** What is so for everything the account could be asked about: asking on would say it again. */
const sameForAll: readonly ErrorCode[] = ['inventoryHidden', 'signInNeeded', 'sessionEnded', 'userNotFound'];
/** What Roblox says of one that exists no more. */
const gone: readonly ErrorCode[] = ['packageNotFound', 'bundleNotFound', 'assetNotFound'];

/**
 * Asks Roblox what a package or bundle contains, unless it said so lately, and about parts of which it is not known whether
 * the account owns them. One that is gone is a fact about it, and no failure of the rest.
 */
export async function refreshMakeup(
  options: DetailsOptions,
  accountId: number,
  item: ItemRef,
): Promise<ItemMakeup> {
  const { library } = options;
  let error: AppError | null = null;
  try {
    await refreshParts(options, accountId, item);
    await askAboutParts(options, accountId, item);
  } catch (thrown) {
    error = toAppError(thrown);
  }
  return { ...(await library.containers.makeup(item)), error: error?.toJSON() ?? null };
}

async function refreshParts(options: DetailsOptions, accountId: number, item: ItemRef): Promise<void> {
  const { library, now } = options;
  const known = await library.containers.read(item);
  if (!known && item.type !== 'Bundle') {
    const { assetType } = (await library.details.read(accountId, item)).item;
    if (item.type !== 'Asset' || assetType !== packageType) return;
  }
  const endpoint = item.type === 'Bundle' ? catalog.getBundleDetails : inventory.getPackageAssets;
  const answeredAt = Math.max(known?.savedAt ?? 0, known?.goneAt ?? 0);
  if (now() - answeredAt < endpoint.freshForMs) return;
  try {
    const { parts, unreadable } = await fetchParts(options, accountId, item);
    await library.containers.save(item, parts, unreadable, now());
  } catch (thrown) {
    if (!gone.includes(toAppError(thrown).code)) throw thrown;
    await library.containers.markGone(item, now());
  }
}

async function fetchParts(
  options: DetailsOptions,
  accountId: number,
  { type, id }: ItemRef,
): Promise<{ readonly parts: readonly NamedPart[]; readonly unreadable: number }> {
  const { library, client } = options;
  const calling = callingFor(accountId, options);
  if (type !== 'Bundle') {
    const { assetIds, unreadableRows } = await client.call(
      inventory.getPackageAssets,
      { packageId: id },
      calling,
    );
    return {
      parts: assetIds.map((one) => ({ type: 'Asset', id: one, name: null })),
      unreadable: unreadableRows,
    };
  }
  const bundle = await client.call(catalog.getBundleDetails, { bundleId: id }, calling);
  const facts = {
    assetType: null,
    creatorName: bundle.creator?.name ?? null,
    priceInRobux: bundle.product?.priceInRobux ?? undefined,
  };
  await library.items.save({ type, id, name: bundle.name, ...facts });
  const parts = bundle.items.map((part) => ({ type: part.type, id: part.id, name: part.name ?? null }));
  return { parts, unreadable: bundle.unreadableRows };
}

/** The first alone: what it says of the account may be so for all of them. */
async function askAboutParts(options: DetailsOptions, accountId: number, item: ItemRef): Promise<void> {
  const oldest = options.now() - inventory.getPackageAssets.freshForMs;
  const parts = (await options.library.containers.read(item))?.parts ?? [];
  const [first, ...rest] = parts
    .slice(0, mostParts)
    .flatMap((part) => (isUnknown(part, accountId, oldest) ? (refOf(part) ?? []) : []));
  if (!first) return;
  try {
    await askAboutPart(options, accountId, first);
  } catch (thrown) {
    if (sameForAll.includes(toAppError(thrown).code)) return;
    throw thrown;
  }
  await Promise.all(rest.map((part) => askAboutPart(options, accountId, part)));
}

function isUnknown({ standings }: ContentsPart, accountId: number, oldest: number): boolean {
  return standings.some((one) => one.accountId === accountId && (one.asOf ?? 0) < oldest);
}

/** The copies of a part tell both whether it is owned and what it is called. */
async function askAboutPart(options: DetailsOptions, accountId: number, part: ItemRef): Promise<void> {
  const { library, now } = options;
  const copies = await copiesOf(options, accountId, part);
  if (copies.name !== null)
    await library.items.save({ ...part, name: copies.name, assetType: null, creatorName: null });
  await library.details.saveAnswer(accountId, part, copies.instanceIds.length > 0, copies.instanceIds, now());
}

/** Of a part that Roblox has no more, nobody owns a copy. */
async function copiesOf(options: DetailsOptions, accountId: number, part: ItemRef) {
  try {
    return await fetchCopies(options.client, accountId, part, callingFor(accountId, options));
  } catch (thrown) {
    if (!gone.includes(toAppError(thrown).code)) throw thrown;
    return { instanceIds: [], name: null };
  }
}

function refOf({ type, id }: ContentsPart): ItemRef | null {
  const known = itemTypes.find((one) => one === type);
  return known ? { type: known, id } : null;
}
