import { Hono } from 'hono';
import { artOfBundle, placeType } from '../asset-types.ts';
import { imageAddress } from './images.ts';
import type { ItemKey } from '../inventory.ts';
import { nameGamePass } from '../names.ts';
import { accountOf, canView, cataloguesOf, findAsset, limited, type DemoEnv, type World } from '../world.ts';
import { RobloxError } from '../roblox-error.ts';

/** apis.roblox.com: game passes bought, and the profile collection as others see it. */
export function apisService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.get('/game-passes/v1/users/:userId/game-passes', limited(world, 'gamePasses'), (c) => {
    const account = accountOf(world, c, () => new RobloxError(404, 1, 'The user does not exist.'));
    const count = Number(c.req.query('count') ?? 10);
    if (!Number.isInteger(count) || count < 1 || count > 100)
      throw new RobloxError(400, 2, 'The count is invalid.');
    if (!canView(account, c.get('viewer')))
      throw new RobloxError(403, 3, 'The inventory of this user is private.');
    const newestFirst = account.inventory.gamePasses.toReversed();
    const after = c.req.query('exclusiveStartId');
    // Pages go by the last id seen; one that is not in the list leads nowhere.
    const start = after === undefined ? 0 : newestFirst.indexOf(Number(after)) + 1;
    const ids = after !== undefined && start === 0 ? [] : newestFirst.slice(start, start + count);
    return c.json({
      gamePasses: ids.map((id) => {
        const { id: creatorId, name, type } = account.catalogue.creatorOf(id);
        const price = account.catalogue.priceOf(id);
        const creator = { creatorType: type, creatorId, name };
        return {
          gamePassId: id,
          iconAssetId: id + 1,
          name: nameGamePass(id),
          description: '',
          isForSale: price !== null,
          price,
          creator,
        };
      }),
    });
  });

  app.get(
    '/showcases-api/v1/users/profile/robloxcollections-json',
    limited(world, 'profileCollection'),
    (c) => {
      const userId = Number(c.req.query('userId'));
      // This service words its errors as a plain text in JSON.
      if (!Number.isSafeInteger(userId) || userId <= 0) return c.json('The user id is invalid.', 400);
      if (!world.accounts.some((account) => account.userId === userId)) return c.json('User not found.', 404);
      return c.json(world.collections.read(userId).flatMap((key) => shownRow(world, key)));
    },
  );
  return app;
}

function shownRow(world: World, key: ItemKey): readonly unknown[] {
  const id = Number(key.split('/')[1]);
  const found = key.startsWith('Asset/') ? findAsset(world, id) : undefined;
  // Places stand elsewhere on a profile, though they are in the collection.
  if (found?.asset.type.id === placeType) return [];
  const catalogue =
    found?.catalogue ?? [...cataloguesOf(world)].find((one) => one.findBundleType(id) !== undefined);
  if (!catalogue) return [];
  const name = found ? catalogue.nameOf(found.asset) : catalogue.nameOfBundle(id);
  const slug =
    name
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/gi, '-')
      .replaceAll(/^-|-$/g, '') || 'unnamed';
  const art = found ? found.asset.type.art : artOfBundle(catalogue.findBundleType(id) ?? 1);
  const url = imageAddress(world, art, id, 150);
  return [
    {
      id,
      assetSeoUrl: `https://www.roblox.com/${found ? 'catalog' : 'bundles'}/${id}/${slug}`,
      thumbnail: { final: true, url, retryUrl: null, userId: 0, endpointType: 'Avatar' },
      name,
      formatName: null,
      description: '',
      assetRestrictionIcon: null,
      hasPremiumBenefit: false,
    },
  ];
}
