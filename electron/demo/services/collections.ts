import type { Context, Hono } from 'hono';
import type { ItemKey } from '../inventory.ts';
import { parseItemType } from '../item-types.ts';
import { RobloxError } from '../roblox-error.ts';
import { cataloguesOf, findAsset, idParam, limited, type DemoEnv, type World } from '../world.ts';

/** Adding to and removing from the signed-in account's profile collection. */
export function addCollectionRoutes(app: Hono<DemoEnv>, world: World): void {
  app.post('/v1/collections/items/:itemType/:itemTargetId', limited(world, 'addCollectionItem'), (c) => {
    const viewer = world.sessions.requireToken(c.get('viewer'), c.req.header('x-csrf-token'));
    const { key, isShowable } = findItem(world, c);
    const account = world.accounts.find(({ userId }) => userId === viewer);
    if (key === null) throw new RobloxError(403, 6, 'Items of this type are not allowed in collections.');
    if (!isShowable) throw new RobloxError(403, 5, 'Assets of this type are not allowed in collections.');
    if (!account?.inventory.owns(key)) throw new RobloxError(403, 4, "You don't own the specified item.");
    if (world.collections.has(viewer, key))
      throw new RobloxError(403, 7, 'The item is already in the collection.');
    if (world.collections.isFull(viewer)) throw new RobloxError(403, 9, 'The collection is full.');
    world.collections.add(viewer, key);
    return c.json({});
  });

  app.delete('/v1/collections/items/:itemType/:itemTargetId', limited(world, 'removeCollectionItem'), (c) => {
    const viewer = world.sessions.requireToken(c.get('viewer'), c.req.header('x-csrf-token'));
    const { key } = findItem(world, c);
    if (key === null || !world.collections.has(viewer, key)) {
      throw new RobloxError(403, 8, 'The item is not in the collection.');
    }
    world.collections.remove(viewer, key);
    return c.json({});
  });
}

/** The item of the path; no key when its type never goes into a collection. */
function findItem(world: World, c: Context<DemoEnv>): { key: ItemKey | null; isShowable: boolean } {
  const type = parseItemType(c.req.param('itemType') ?? '');
  const id = idParam(c, 'itemTargetId');
  if (type === undefined) throw new RobloxError(400, 1, 'The item type does not exist.');
  if (type === 'Asset') {
    const found = findAsset(world, id);
    if (!found) throw new RobloxError(400, 2, 'The asset does not exist.');
    return { key: `Asset/${id}`, isShowable: found.asset.type.isShowable };
  }
  if (type === 'Bundle') {
    const exists = [...cataloguesOf(world)].some((catalogue) => catalogue.findBundleType(id) !== undefined);
    if (!exists) throw new RobloxError(400, 3, 'The bundle does not exist.');
    return { key: `Bundle/${id}`, isShowable: true };
  }
  return { key: null, isShowable: false };
}
