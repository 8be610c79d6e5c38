import type { Hono } from 'hono';
import { pageOf } from '../paging.ts';
import { placesTabs, type Place } from '../places.ts';
import { RobloxError } from '../roblox-error.ts';
import { accountOf, canView, limited, type DemoEnv, type World } from '../world.ts';

/** The places of an account, one tab at a time. Others see only what it created, and nothing when it is hidden. */
export function addPlacesRoute(app: Hono<DemoEnv>, world: World): void {
  app.get('/v1/users/:userId/places/inventory', limited(world, 'places'), (c) => {
    const account = accountOf(world, c, invalidRequest);
    const given = c.req.query('placesTab');
    const tab =
      given === undefined ? 'Created' : placesTabs.find((name) => name.toLowerCase() === given.toLowerCase());
    const itemsPerPage = Number(c.req.query('itemsPerPage') ?? 30);
    if (!tab || !Number.isInteger(itemsPerPage) || itemsPerPage < 1 || itemsPerPage > 100)
      throw invalidRequest();
    const viewer = c.get('viewer');
    if (!canView(account, viewer) || (viewer !== account.userId && tab !== 'Created')) {
      throw new RobloxError(403, 3, 'Insufficient permission.');
    }
    const request = {
      list: `places/${account.userId}/${tab}`,
      limit: itemsPerPage,
      cursor: c.req.query('cursor'),
      end: 'empty',
    } as const;
    return c.json(pageOf(account.inventory.places[tab], request, false, placeRow));
  });
}

function placeRow({ universeId, placeId, name, creator, priceInRobux }: Place): unknown {
  return { universeId, placeId, name, creator, priceInRobux };
}

function invalidRequest(): RobloxError {
  return new RobloxError(400, 6, 'Invalid request.');
}
