import { z } from 'zod';
import { defineService, endpoint, hourMs, minuteMs } from './endpoint.ts';
import { cursor, id, pageOf, robux, rows, wholeNumber } from './wire.ts';

const creator = z.object({ id: z.int().nullish(), name: z.string().nullish() }).nullish();

const bundlePart = z.object({
  id,
  name: z.string().nullish(),
  /** Asset, UserOutfit; the set may grow. */
  type: z.string(),
});

const favorite = z.object({
  id,
  name: z.string().nullish(),
  creatorName: z.string().nullish(),
  price: robux,
});

/** catalog.roblox.com: bundles owned, what one contains, and favourites. */
export const catalog = defineService('catalog', 'catalog', {
  getBundles: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/bundles/{bundleType}',
    params: z.object({
      userId: id,
      bundleType: z.string(),
      limit: wholeNumber.pipe(z.literal([10, 25, 50, 100])).optional(),
      cursor,
      // 1 is ascending, 2 descending here.
      sortOrder: wholeNumber.pipe(z.literal([1, 2])).optional(),
    }),
    output: pageOf(z.object({ id, name: z.string(), bundleType: z.string().nullish(), creator })),
    errors: { '400:1': 'userNotFound', '403': 'listHidden' },
    freshForMs: 10 * minuteMs,
    perMinute: 10,
  }),
  /** In no document of Roblox's: built to clients in use. Which code comes with a bundle that is gone is uncertain. */
  getBundleDetails: endpoint({
    method: 'GET',
    path: '/v1/bundles/{bundleId}/details',
    params: z.object({ bundleId: id }),
    output: z
      .object({
        id,
        name: z.string(),
        bundleType: z.string().nullish(),
        items: rows(bundlePart),
        creator,
        product: z.object({ priceInRobux: robux }).nullish(),
      })
      .transform(({ items, ...bundle }) => ({
        ...bundle,
        items: items.data,
        unreadableRows: items.unreadableRows,
      })),
    errors: { '400': 'bundleNotFound', '404': 'bundleNotFound' },
    freshForMs: 24 * hourMs,
    perMinute: 60,
  }),
  /** Only the paging of this list is documented: names and creators are taken when they come. */
  getFavoriteAssets: endpoint({
    method: 'GET',
    path: '/v1/favorites/users/{userId}/favorites/{assetTypeId}/assets',
    params: z.object({
      userId: id,
      assetTypeId: wholeNumber,
      limit: wholeNumber.pipe(z.literal([10, 18, 24, 25, 50, 100])).optional(),
      cursor,
      sortOrder: z.literal('Desc').optional(),
    }),
    output: pageOf(favorite),
    errors: {
      '400:1': 'userNotFound',
      '400:8': 'requestRefused',
      '400:11': 'assetTypeInvalid',
      '403': 'listHidden',
    },
    freshForMs: 10 * minuteMs,
    perMinute: 10,
  }),
});
