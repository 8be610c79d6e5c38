import type { Context, Hono } from 'hono';
import { parseItemType } from '../item-types.ts';
import { nameBadge, nameGamePass } from '../names.ts';
import { pageOf } from '../paging.ts';
import { RobloxError } from '../roblox-error.ts';
import {
  accountOf,
  canView,
  cataloguesOf,
  findAsset,
  idParam,
  limited,
  type DemoEnv,
  type World,
} from '../world.ts';

/** Whether an account owns an item, and its copies of it. */
export function addItemRoutes(app: Hono<DemoEnv>, world: World): void {
  app.get('/v1/users/:userId/items/:itemType/:itemTargetId', limited(world, 'items'), (c) => {
    const account = accountOf(world, c);
    const copies = findCopies(world, c);
    if (!canView(account, c.get('viewer'))) {
      throw new RobloxError(403, 4, "You don't have permissions for the specified user.");
    }
    // Pages, though no parameter for them is documented; ten is what Roblox's lists come in unless asked.
    const list = `items/${c.req.path}`;
    return c.json(
      pageOf(copies, { list, limit: 10, cursor: c.req.query('cursor'), end: 'null' }, false, (row) => row),
    );
  });

  // Answers for hidden inventories too: no 403 is documented for it.
  app.get('/v1/users/:userId/items/:itemType/:itemTargetId/is-owned', limited(world, 'items'), (c) =>
    c.json(findCopies(world, c).length > 0),
  );
}

function findCopies(world: World, c: Context<DemoEnv>): readonly unknown[] {
  const { inventory } = accountOf(world, c);
  const type = parseItemType(c.req.param('itemType') ?? '');
  const id = idParam(c, 'itemTargetId');
  const catalogues = [...cataloguesOf(world)];
  switch (type) {
    case 'Asset': {
      if (!findAsset(world, id)) throw new RobloxError(400, 7, 'The specified Asset does not exist!');
      const copies = inventory.copiesOf(id).map((number) => inventory.copy(number));
      return copies.map(({ name, userAssetId }) => ({ type, id, name, instanceId: userAssetId }));
    }
    case 'GamePass':
      if (!catalogues.some((catalogue) => catalogue.hasGamePass(id))) {
        throw new RobloxError(
          400,
          5,
          'The specified game pass does not exist! Are you using the new game pass ID?',
        );
      }
      // Only game servers name a place, and they may ask about its own passes alone. The demo's are of no place.
      if (c.req.header('roblox-place-id'))
        throw new RobloxError(403, 9, 'The game pass does not belong to this place.');
      return inventory.gamePasses.includes(id) ? [{ type, id, name: nameGamePass(id) }] : [];
    case 'Badge':
      if (!catalogues.some((catalogue) => catalogue.hasBadge(id))) {
        throw new RobloxError(400, 10, 'The specified asset is not a badge!');
      }
      return inventory.badges.some((badge) => badge.id === id) ? [{ type, id, name: nameBadge(id) }] : [];
    case 'Bundle': {
      const catalogue = catalogues.find((candidate) => candidate.findBundleType(id) !== undefined);
      if (!catalogue) throw new RobloxError(400, 12, 'The specified bundle does not exist!');
      return inventory.owns(`Bundle/${id}`) ? [{ type, id, name: catalogue.nameOfBundle(id) }] : [];
    }
    case 'Avatar':
      return [];
    case undefined:
      throw new RobloxError(400, 6, 'The specified item type does not exist.');
  }
}
