import { Hono } from 'hono';
import { parseAssetType } from '../asset-types.ts';
import { bundleTypes, type Catalogue } from '../catalogue.ts';
import { pageOf, parseDescending, parseLimit } from '../paging.ts';
import { partIds } from '../part-ids.ts';
import { RobloxError } from '../roblox-error.ts';
import { accountOf, canView, cataloguesOf, idParam, limited, type DemoEnv, type World } from '../world.ts';

/** catalog.roblox.com: bundles owned, what one contains, and favourite assets. */
export function catalogService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.get('/v1/users/:userId/bundles/:bundleType?', limited(world, 'bundles'), (c) => {
    const account = accountOf(world, c, invalidUser);
    const given = c.req.param('bundleType');
    const bundleType = given === undefined ? null : parseBundleType(given);
    if (bundleType === undefined) throw new RobloxError(400, 2, 'Invalid bundle type.');
    const sortOrder = c.req.query('sortOrder');
    const request = {
      list: `bundles/${account.userId}/${bundleType}/${sortOrder}`,
      limit: parseLimit(c.req.query('limit'), [10, 25, 50, 100]),
      cursor: c.req.query('cursor'),
      end: 'missing',
    } as const;
    // A number here, though the other services take words.
    const isDescending = parseDescending(
      sortOrder,
      /^\d$/.test(sortOrder ?? '') ? ['1', '2'] : ['asc', 'desc'],
    );
    if (!canView(account, c.get('viewer')))
      throw new RobloxError(403, 4, "You don't have permissions to view this inventory.");
    const { inventory, catalogue } = account;
    const owned =
      bundleType === null
        ? inventory.bundles.flat().toSorted((one, other) => one.acquiredAt - other.acquiredAt)
        : inventory.bundles[bundleType - 1]!;
    return c.json(pageOf(owned, request, isDescending, ({ id }) => bundleRow(catalogue, id)));
  });

  app.get('/v1/bundles/:bundleId/details', limited(world, 'bundleDetails'), (c) => {
    const id = idParam(c, 'bundleId');
    const catalogue = [...cataloguesOf(world)].find((one) => one.findBundleType(id) !== undefined);
    if (!catalogue) throw new RobloxError(404, 1, 'Invalid bundle');
    return c.json(bundleDetails(world, catalogue, id, c.get('viewer')));
  });

  app.get('/v1/favorites/users/:userId/favorites/:assetTypeId/assets', limited(world, 'favorites'), (c) => {
    const account = accountOf(world, c, invalidUser);
    const typeId = parseAssetType(c.req.param('assetTypeId'));
    if (typeId === undefined) throw new RobloxError(400, 11, 'Invalid asset type id.');
    if (c.req.query('sortOrder')?.toLowerCase() === 'asc')
      throw new RobloxError(400, 8, 'Ascending order is not allowed.');
    const request = {
      list: `favorites/${account.userId}/${typeId}`,
      limit: parseLimit(c.req.query('limit'), [10, 18, 24, 25, 50, 100]),
      cursor: c.req.query('cursor'),
      end: 'nullText',
    } as const;
    if (!canView(account, c.get('viewer')))
      throw new RobloxError(403, 6, 'You are not authorized to perform this action.');
    const favorites = account.inventory.favorites.get(typeId) ?? [];
    return c.json(pageOf(favorites, request, false, (id) => favoriteRow(account.catalogue, id)));
  });
  return app;
}

function parseBundleType(text: string): number | undefined {
  if (/^[1-4]$/.test(text)) return Number(text);
  const found = bundleTypes.findIndex(({ name }) => name.toLowerCase() === text.toLowerCase());
  return found < 0 ? undefined : found + 1;
}

function invalidUser(): RobloxError {
  return new RobloxError(400, 1, 'Invalid user Id.');
}

function bundleDetails(world: World, catalogue: Catalogue, id: number, viewer: number | null): unknown {
  const { name: bundleType, isWorn } = bundleTypes[(catalogue.findBundleType(id) ?? 1) - 1]!;
  const own = world.accounts.find(({ userId }) => userId === viewer)?.inventory;
  const assets = partIds(world, `Bundle/${id}`, catalogue.bundleAssets(id) ?? []).map((assetId) => {
    const asset = catalogue.findAsset(assetId);
    const name = asset ? catalogue.nameOf(asset) : '';
    return { owned: own?.owns(`Asset/${assetId}`) ?? false, id: assetId, name, type: 'Asset' };
  });
  const name = catalogue.nameOfBundle(id);
  const outfit = { owned: false, id: catalogue.outfitOf(id), name, type: 'UserOutfit' };
  const price = catalogue.priceOf(id);
  return {
    ...{ id, name, description: `${name}, whole.`, bundleType },
    items: isWorn ? [...assets, outfit] : assets,
    creator: { ...catalogue.creatorOf(id), hasVerifiedBadge: false },
    // What is off sale has no price at all.
    product: {
      id,
      type: 'Bundle',
      isPublicDomain: price === 0,
      isForSale: price !== null,
      priceInRobux: price,
    },
  };
}

function bundleRow(catalogue: Catalogue, id: number): unknown {
  return {
    id,
    name: catalogue.nameOfBundle(id),
    bundleType: bundleTypes[(catalogue.findBundleType(id) ?? 1) - 1]?.name,
    creator: { ...catalogue.creatorOf(id), hasVerifiedBadge: false },
  };
}

function favoriteRow(catalogue: Catalogue, id: number): unknown {
  const asset = catalogue.findAsset(id);
  const creator = catalogue.creatorOf(id);
  const price = catalogue.priceOf(id);
  const limited = asset ? catalogue.limitedFactsOf(asset) : null;
  return {
    id,
    itemType: 'Asset',
    assetType: asset?.type.id,
    name: asset ? catalogue.nameOf(asset) : '',
    description: '',
    creatorHasVerifiedBadge: false,
    creatorType: creator.type,
    creatorTargetId: creator.id,
    creatorName: creator.name,
    // What is off sale has no price at all.
    ...(price === null ? { isOffSale: true } : { price }),
    favoriteCount: id % 9973,
    itemStatus: [],
    itemRestrictions: limited === null ? [] : [limited.isNumbered ? 'LimitedUnique' : 'Limited'],
    collectibleItemId: limited?.collectibleItemId ?? null,
  };
}
