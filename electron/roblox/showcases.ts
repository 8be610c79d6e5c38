import { z } from 'zod';
import { defineService, endpoint, minuteMs } from './endpoint.ts';
import { id, rows } from './wire.ts';

const shownItem = z
  .object({ id, name: z.string(), assetSeoUrl: z.string() })
  // The address alone tells a bundle from an asset.
  .transform(({ assetSeoUrl, ...rest }) => ({
    ...rest,
    itemType: assetSeoUrl.includes('/bundles/') ? ('Bundle' as const) : ('Asset' as const),
  }));

/** apis.roblox.com/showcases-api: the profile collection, read. Reads may lag writes. */
export const showcases = defineService('showcases', 'apis', {
  getProfileCollection: endpoint({
    method: 'GET',
    path: '/showcases-api/v1/users/profile/robloxcollections-json',
    params: z.object({ userId: id }),
    output: rows(shownItem),
    errors: { '400': 'userNotFound', '404': 'userNotFound' },
    freshForMs: 5 * minuteMs,
    perMinute: 100,
  }),
});
