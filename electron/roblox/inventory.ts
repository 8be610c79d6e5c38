import { z } from 'zod';
import { placesTabs } from '../../shared/places.ts';
import { defineService, endpoint, hourMs, minuteMs } from './endpoint.ts';
import { count, cursor, date, id, itemType, pageOf, price, robux, rows, wholeNumber } from './wire.ts';

const categoryEntry = z.object({
  name: z.string(),
  displayName: z.string(),
  filter: z.string().nullish(),
  id: z.int(),
  type: z.string(),
  categoryType: z.string().nullish(),
});

const category = z
  .object({
    name: z.string(),
    displayName: z.string(),
    categoryType: z.string().nullish(),
    items: rows(categoryEntry),
  })
  .transform(({ items, ...group }) => ({
    ...group,
    items: items.data,
    unreadableRows: items.unreadableRows,
  }));

const collectibleCopy = z.object({
  userAssetId: id,
  serialNumber: count,
  assetId: id,
  name: z.string(),
  recentAveragePrice: robux,
  originalPrice: robux,
  assetStock: count,
  // A name today, a number in older answers; Satchel shows neither, so both are simply kept.
  buildersClubMembershipType: z.union([z.string(), z.number()]).nullish(),
  isOnHold: z.boolean().default(false),
});

const itemCopy = z.object({
  type: z.string(),
  id,
  name: z.string(),
  instanceId: id.nullish(),
});

const place = z.object({
  universeId: id.nullish(),
  placeId: id,
  name: z.string(),
  creator: z
    .object({ id: z.int().nullish(), name: z.string().nullish(), type: z.string().nullish() })
    .nullish(),
  priceInRobux: price,
});

const inventoryCopy = z.object({
  userAssetId: id,
  assetId: id,
  assetName: z.string(),
  collectibleItemId: z.string().nullish(),
  collectibleItemInstanceId: z.string().nullish(),
  serialNumber: z.int().nullish(),
  created: date,
  updated: date,
  expireAt: date,
});

const paging = {
  limit: wholeNumber.pipe(z.literal([10, 25, 50, 100])).optional(),
  cursor,
  sortOrder: z.enum(['Asc', 'Desc']).optional(),
};
const collectionItem = z.object({ itemType, itemTargetId: id });
const ownedItem = z.object({ userId: id, itemType, itemTargetId: id });
const categories = z
  .object({ categories: rows(category) })
  .transform(({ categories: { data, unreadableRows } }) => ({
    categories: data,
    unreadableRows: data.reduce((sum, group) => sum + group.unreadableRows, unreadableRows),
  }));

const itemErrors = {
  '400:1': 'userNotFound',
  '400:5': 'gamePassNotFound',
  '400:6': 'itemTypeUnknown',
  '400:7': 'assetNotFound',
  '400:10': 'badgeNotFound',
  '400:12': 'bundleNotFound',
} as const;

const collectionErrors = {
  '400:1': 'itemTypeUnknown',
  '400:2': 'assetNotFound',
  '400:3': 'bundleNotFound',
} as const;

/** Inventory v1, all ten endpoints of it, and the one v2 list that the item categories are read from. */
export const inventory = defineService('inventory', 'inventory', {
  addCollectionItem: endpoint({
    method: 'POST',
    path: '/v1/collections/items/{itemType}/{itemTargetId}',
    params: collectionItem,
    output: z.object({}),
    errors: {
      ...collectionErrors,
      '403:4': 'itemNotOwned',
      '403:5': 'assetTypeNotAllowed',
      '403:6': 'itemTypeNotAllowed',
      '403:7': 'alreadyInCollection',
      '403:9': 'collectionFull',
    },
    freshForMs: 0,
    perMinute: 1000,
  }),
  removeCollectionItem: endpoint({
    method: 'DELETE',
    path: '/v1/collections/items/{itemType}/{itemTargetId}',
    params: collectionItem,
    output: z.object({}),
    errors: { ...collectionErrors, '403:8': 'notInCollection' },
    freshForMs: 0,
    perMinute: 200,
  }),
  /** Deprecated in favour of bundles: 404 is to be expected. */
  getPackageAssets: endpoint({
    method: 'GET',
    path: '/v1/packages/{packageId}/assets',
    params: z.object({ packageId: id }),
    output: z
      .object({ assetIds: rows(id) })
      .transform(({ assetIds }) => ({ assetIds: assetIds.data, unreadableRows: assetIds.unreadableRows })),
    errors: { '404': 'packageNotFound' },
    freshForMs: 24 * hourMs,
    perMinute: 1000,
  }),
  getCollectibles: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/assets/collectibles',
    params: z.object({ userId: id, assetType: z.string().optional(), ...paging }),
    output: pageOf(collectibleCopy),
    errors: { '400:1': 'userNotFound', '400': 'assetTypeInvalid', '403': 'inventoryHidden' },
    freshForMs: hourMs,
    perMinute: 60,
  }),
  canViewInventory: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/can-view-inventory',
    params: z.object({ userId: id }),
    output: z.object({ canView: z.boolean() }),
    errors: { '400:1': 'userNotFound' },
    freshForMs: 24 * hourMs,
    perMinute: 25,
  }),
  getCategories: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/categories',
    params: z.object({ userId: id }),
    output: categories,
    errors: {},
    freshForMs: 24 * hourMs,
    perMinute: 100,
  }),
  getFavoriteCategories: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/categories/favorites',
    params: z.object({ userId: id }),
    output: categories,
    errors: {},
    freshForMs: 24 * hourMs,
    perMinute: 100,
  }),
  getItemCopies: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/items/{itemType}/{itemTargetId}',
    // No paging parameter is documented, but the answer is a page: its cursor goes back when there is one.
    params: ownedItem.extend({ cursor }),
    output: pageOf(itemCopy),
    // 9 is about the pass of another game than the one that asks: of one item, and no word about the inventory.
    errors: { ...itemErrors, '403:4': 'inventoryHidden', '403:9': 'gamePassElsewhere' },
    freshForMs: 10 * minuteMs,
    perMinute: 100,
  }),
  isItemOwned: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/items/{itemType}/{itemTargetId}/is-owned',
    params: ownedItem,
    output: z.boolean(),
    errors: itemErrors,
    freshForMs: 10 * minuteMs,
    perMinute: 100,
  }),
  getPlaces: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/places/inventory',
    params: z.object({
      userId: id,
      placesTab: z.enum(placesTabs),
      itemsPerPage: wholeNumber.pipe(z.int().min(1).max(100)).optional(),
      cursor,
    }),
    output: pageOf(place),
    errors: { '400:6': 'placesRequestInvalid', '403:3': 'placesNotPermitted' },
    freshForMs: 10 * minuteMs,
    perMinute: 1000,
  }),

  /** Items of one asset type, newest first with Desc. Not for badges (21) or game passes (34). */
  getInventoryByType: endpoint({
    method: 'GET',
    path: '/v2/users/{userId}/inventory/{assetTypeId}',
    params: z.object({ userId: id, assetTypeId: wholeNumber, ...paging }),
    output: pageOf(inventoryCopy),
    errors: { '400:1': 'userNotFound', '400:2': 'assetTypeInvalid', '403:4': 'inventoryHidden' },
    freshForMs: 10 * minuteMs,
    perMinute: 50,
  }),
});
