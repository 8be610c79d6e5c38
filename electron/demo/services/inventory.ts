import { Hono } from 'hono';
import { parseAssetType } from '../asset-types.ts';
import { partIds } from '../part-ids.ts';
import { favoriteCategories, ownCategories } from '../category-tree.ts';
import type { DemoAccount } from '../account.ts';
import type { Copy } from '../inventory.ts';
import { pageOf, parseDescending, parseLimit } from '../paging.ts';
import { RobloxError, unknownUser } from '../roblox-error.ts';
import {
  accountOf,
  canView,
  findAsset,
  idParam,
  limited,
  wireDate,
  type DemoEnv,
  type World,
} from '../world.ts';
import { addCollectionRoutes } from './collections.ts';
import { addItemRoutes } from './items.ts';
import { addPlacesRoute } from './places.ts';

/** inventory.roblox.com: all of v1, and the v2 list by asset type. */
export function inventoryService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();
  addCollectionRoutes(app, world);
  addItemRoutes(app, world);
  addPlacesRoute(app, world);

  app.get('/v1/packages/:packageId/assets', limited(world, 'packages'), (c) => {
    const found = findAsset(world, idParam(c, 'packageId'));
    const parts = found && found.catalogue.packageAssets(found.asset);
    if (!parts) throw new RobloxError(404, 0, 'NotFound');
    return c.json({ assetIds: partIds(world, `Asset/${found.asset.id}`, parts) });
  });

  app.get('/v1/users/:userId/can-view-inventory', limited(world, 'canView'), (c) =>
    c.json({ canView: canView(accountOf(world, c), c.get('viewer')) }),
  );

  // No errors are documented for the two trees: whoever is asked for, they are the same.
  app.get('/v1/users/:userId/categories', limited(world, 'categories'), (c) =>
    c.json({ categories: ownCategories(c.get('viewer') === idParam(c, 'userId')) }),
  );
  app.get('/v1/users/:userId/categories/favorites', limited(world, 'categories'), (c) => {
    idParam(c, 'userId');
    return c.json({ categories: favoriteCategories() });
  });

  app.get('/v1/users/:userId/assets/collectibles', limited(world, 'collectibles'), (c) => {
    const account = accountOf(world, c);
    const type = c.req.query('assetType');
    const typeId = type ? parseAssetType(type) : undefined;
    if (type && typeId === undefined)
      throw new RobloxError(400, 2, 'The specified asset type(s) are invalid.');
    const request = {
      list: `collectibles/${account.userId}/${typeId}/${c.req.query('sortOrder')}`,
      limit: parseLimit(c.req.query('limit'), pageSizes),
      cursor: c.req.query('cursor'),
      end: 'null',
    } as const;
    const isDescending = parseDescending(c.req.query('sortOrder'));
    if (!canView(account, c.get('viewer'))) throw new RobloxError(403, 11, hidden);
    const { collectibles } = account.inventory;
    const listed =
      typeId === undefined
        ? collectibles
        : collectibles.filter((number) => account.inventory.copy(number).asset.type.id === typeId);
    return c.json(
      pageOf(listed, request, isDescending, (number) => collectibleRow(account.inventory.copy(number))),
    );
  });

  app.get('/v2/users/:userId/inventory/:assetTypeId', limited(world, 'inventoryByType'), (c) => {
    const account = accountOf(world, c, unknownUser);
    const typeId = parseAssetType(c.req.param('assetTypeId'));
    // Badges (21) and game passes (34) are not assets a user owns copies of.
    if (typeId === undefined) throw new RobloxError(400, 2, 'Invalid asset type.');
    const request = {
      list: `inventory/${account.userId}/${typeId}/${c.req.query('sortOrder')}`,
      limit: parseLimit(c.req.query('limit'), pageSizes),
      cursor: c.req.query('cursor'),
      end: typeId % 2 === 0 ? 'null' : 'missing',
    } as const;
    const isDescending = parseDescending(c.req.query('sortOrder'));
    if (!canView(account, c.get('viewer'))) throw new RobloxError(403, 4, hidden);
    const numbers = account.inventory.copiesByType.get(typeId) ?? [];
    return c.json(
      pageOf(numbers, request, isDescending, (number) =>
        inventoryRow(account, account.inventory.copy(number)),
      ),
    );
  });
  return app;
}

const pageSizes = [10, 25, 50, 100];
const hidden = "You don't have permissions to view the specified user's inventory.";

function collectibleRow(copy: Copy): unknown {
  const row = {
    userAssetId: copy.userAssetId,
    serialNumber: copy.serialNumber,
    assetId: copy.asset.id,
    name: copy.name,
    recentAveragePrice: copy.limited?.recentAveragePrice ?? 0,
    originalPrice: copy.limited?.originalPrice ?? null,
    assetStock: copy.limited?.stock ?? null,
  };
  // Answers of the older shape are still met: membership as a number, and nothing said of holds.
  if (copy.userAssetId % 50 === 0) return { ...row, buildersClubMembershipType: 0 };
  return { ...row, buildersClubMembershipType: 'None', isOnHold: copy.isOnHold };
}

function inventoryRow(account: DemoAccount, copy: Copy): unknown {
  const row = {
    userAssetId: copy.userAssetId,
    assetId: copy.asset.id,
    assetName: copy.name,
    collectibleItemId: copy.limited?.collectibleItemId ?? null,
    collectibleItemInstanceId: copy.collectibleItemInstanceId,
    serialNumber: copy.serialNumber,
    owner: { userId: account.userId, username: account.name, buildersClubMembershipType: 'None' },
    created: wireDate(copy.acquiredAt),
    updated: wireDate(copy.acquiredAt),
  };
  // Only what is rented has an end.
  return copy.userAssetId % 400 === 0 ? { ...row, expireAt: wireDate(copy.acquiredAt + rentalMs) } : row;
}

const rentalMs = 30 * 24 * 3_600_000;
