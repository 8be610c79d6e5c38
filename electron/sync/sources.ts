import { AppError } from '../../shared/errors.ts';
import type { Category } from '../../shared/categories.ts';
import type { ItemType } from '../../shared/items.ts';
import { placesTabOf, placeType, type PlacesTab } from '../../shared/places.ts';
import type { OwnedRow, RefreshPage } from '../library/holdings.ts';
import { badges } from '../roblox/badges.ts';
import { catalog } from '../roblox/catalog.ts';
import type { CallOptions, RobloxClient } from '../roblox/client.ts';
import type { Endpoint } from '../roblox/endpoint.ts';
import { gamePasses } from '../roblox/game-passes.ts';
import { inventory } from '../roblox/inventory.ts';

/** Where the pages of a category come from. */
export interface Source {
  /** The endpoint whose freshness counts. */
  readonly endpoint: Endpoint;
  page(cursor: string | null, options: CallOptions): Promise<RefreshPage>;
}

const badgeType = 21;
const gamePassType = 34;
// Roblox's bundle categories carry these numbers; the catalogue wants the names.
const bundleTypes = new Map([
  [1, 'BodyParts'],
  [2, 'AvatarAnimations'],
  [3, 'Shoes'],
  [4, 'DynamicHead'],
]);
const limit = 100 as const;

/** The call behind a category. Throws `categoryUnsupported` for what Roblox lists but hands out to no app. */
export function sourceOf(client: RobloxClient, category: Category, userId: number): Source {
  const assetTypeId = category.id;
  if (category.list === 'favorites') {
    if (category.type !== 'AssetType' || category.filter) throw unsupported(category);
    return favorites(client, userId, assetTypeId);
  }
  if (category.type === 'Bundle') {
    const bundleType = bundleTypes.get(category.id);
    if (!bundleType) throw unsupported(category);
    return bundles(client, userId, bundleType);
  }
  if (category.type !== 'AssetType') throw unsupported(category);
  if (category.filter !== null || assetTypeId === placeType) {
    const placesTab = placesTabOf(category);
    if (!placesTab) throw unsupported(category);
    return places(client, userId, placesTab);
  }
  if (assetTypeId === badgeType) return ownBadges(client, userId);
  if (assetTypeId === gamePassType) return ownGamePasses(client, userId);
  return assets(client, userId, assetTypeId);
}

function assets(client: RobloxClient, userId: number, assetTypeId: number): Source {
  const endpoint = inventory.getInventoryByType;
  return {
    endpoint,
    async page(cursor, options) {
      const params = { userId, assetTypeId, limit, sortOrder: 'Desc' as const, ...from(cursor) };
      const { data, ...page } = await client.call(endpoint, params, options);
      return toPage(page, data, (row) => ({
        ...unknownRow('Asset', row.assetId, row.assetName),
        assetType: assetTypeId,
        instanceId: row.userAssetId,
        serialNumber: row.serialNumber ?? null,
        acquiredAt: row.created,
      }));
    },
  };
}

function places(client: RobloxClient, userId: number, placesTab: PlacesTab): Source {
  const endpoint = inventory.getPlaces;
  return {
    endpoint,
    async page(cursor, options) {
      const params = { userId, placesTab, itemsPerPage: limit, ...from(cursor) };
      const { data, ...page } = await client.call(endpoint, params, options);
      return toPage(page, data, (row) => ({
        ...unknownRow('Asset', row.placeId, row.name),
        assetType: placeType,
        creatorName: row.creator?.name ?? null,
        priceInRobux: row.priceInRobux,
      }));
    },
  };
}

function bundles(client: RobloxClient, userId: number, bundleType: string): Source {
  const endpoint = catalog.getBundles;
  return {
    endpoint,
    async page(cursor, options) {
      const params = { userId, bundleType, limit, sortOrder: 2 as const, ...from(cursor) };
      const { data, ...page } = await client.call(endpoint, params, options);
      return toPage(page, data, (row) => ({
        ...unknownRow('Bundle', row.id, row.name),
        creatorName: row.creator?.name ?? null,
      }));
    },
  };
}

function ownBadges(client: RobloxClient, userId: number): Source {
  const endpoint = badges.getBadges;
  return {
    endpoint,
    async page(cursor, options) {
      const params = { userId, limit, sortOrder: 'Desc' as const, ...from(cursor) };
      const { data, ...page } = await client.call(endpoint, params, options);
      return toPage(page, data, (row) => ({ ...unknownRow('Badge', row.id, row.displayName ?? row.name) }));
    },
  };
}

function ownGamePasses(client: RobloxClient, userId: number): Source {
  const endpoint = gamePasses.getGamePasses;
  return {
    endpoint,
    async page(cursor, options) {
      const start = cursor === null ? {} : { exclusiveStartId: Number(cursor) };
      const answer = await client.call(endpoint, { userId, count: limit, ...start }, options);
      const received = answer.gamePasses.length + answer.unreadableRows;
      // This list has no cursor: a full page means that another may follow after its last id.
      const last = answer.gamePasses.at(-1);
      const isFull = received >= limit;
      if (isFull && !last) throw new AppError('answerMalformed', 'No row says where the next page begins');
      const nextPageCursor = isFull && last ? String(last.gamePassId) : null;
      return toPage({ nextPageCursor, unreadableRows: answer.unreadableRows }, answer.gamePasses, (row) => ({
        ...unknownRow('GamePass', row.gamePassId, row.name),
        creatorName: row.creator?.name ?? null,
        priceInRobux: row.price,
      }));
    },
  };
}

function favorites(client: RobloxClient, userId: number, assetTypeId: number): Source {
  const endpoint = catalog.getFavoriteAssets;
  return {
    endpoint,
    async page(cursor, options) {
      const params = { userId, assetTypeId, limit, sortOrder: 'Desc' as const, ...from(cursor) };
      const { data, ...page } = await client.call(endpoint, params, options);
      return toPage(page, data, (row) => ({
        ...unknownRow('Asset', row.id, row.name ?? `#${row.id}`),
        assetType: assetTypeId,
        creatorName: row.creatorName ?? null,
        // In no document: only a price that is there says something.
        priceInRobux: row.price ?? undefined,
      }));
    },
  };
}

function toPage<Row>(
  page: { nextPageCursor: string | null; unreadableRows: number },
  rows: readonly Row[],
  toOwnedRow: (row: Row) => OwnedRow,
): RefreshPage {
  return { rows: rows.map(toOwnedRow), unreadableRows: page.unreadableRows, nextCursor: page.nextPageCursor };
}

function unknownRow(type: ItemType, id: number, name: string): OwnedRow {
  const nothingMore = { assetType: null, creatorName: null, instanceId: null };
  return { type, id, name, ...nothingMore, serialNumber: null, acquiredAt: null };
}

function from(cursor: string | null): { cursor?: string } {
  return cursor === null ? {} : { cursor };
}

function unsupported({ key }: Category): AppError {
  return new AppError('categoryUnsupported', `Roblox offers no list of ${key}`);
}
