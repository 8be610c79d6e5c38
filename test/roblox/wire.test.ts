import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { catalog } from '../../electron/roblox/catalog.ts';
import { gamePasses } from '../../electron/roblox/game-passes.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { showcases } from '../../electron/roblox/showcases.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';

const userId = smallAccount.userId;
const asked = { accountId: userId };

async function answerTo(body: unknown) {
  const { client, server } = await clientAtServer();
  server.fail('/', faults.wrongType(body));
  return client;
}

const copy = {
  userAssetId: 115160,
  serialNumber: null,
  assetId: 1082932,
  name: 'Traffic Cone',
  recentAveragePrice: 3411,
  originalPrice: 80,
  assetStock: 163907,
  buildersClubMembershipType: 'None',
  isOnHold: false,
};

describe('pages', () => {
  it.each([
    ['null', { nextPageCursor: null }],
    ['missing', {}],
    ['empty', { nextPageCursor: '' }],
    ['the word null', { nextPageCursor: 'null' }],
  ])('an end told by a cursor that is %s taken for a next page', async (_what, cursors) => {
    const client = await answerTo({ previousPageCursor: null, ...cursors, data: [] });
    const page = await client.call(inventory.getCollectibles, { userId }, asked);
    expect(page.nextPageCursor).toBeNull();
  });

  it.each([['3904560777_1_9a68'], ['7'], ['a+b/c=&d']])(
    'the cursor %s not going back as it came',
    async (cursor) => {
      const { client, server } = await clientAtServer();
      server.fail('/', faults.wrongType({ nextPageCursor: cursor, data: [] }));
      const page = await client.call(inventory.getCollectibles, { userId }, asked);
      await client.call(inventory.getCollectibles, { userId, cursor: page.nextPageCursor ?? '' }, asked);
      expect(server.requests.map(({ query }) => query['cursor'])).toEqual([undefined, cursor]);
    },
  );

  it('a number for a cursor refused, though its document says number', async () => {
    const client = await answerTo({ nextPageCursor: 7, data: [] });
    const page = await client.call(inventory.getPlaces, { userId, placesTab: 'Created' }, asked);
    expect(page.nextPageCursor).toBe('7');
  });

  it('one bad row blanking its page, or going uncounted', async () => {
    const bad = [null, 'x', { ...copy, userAssetId: 2 ** 60 }, { ...copy, name: 5 }];
    const client = await answerTo({ data: [copy, ...bad, { ...copy, userAssetId: 2 }] });
    const page = await client.call(inventory.getCollectibles, { userId }, asked);
    expect(page.data.map(({ userAssetId }) => userAssetId)).toEqual([115160, 2]);
    expect(page.unreadableRows).toBe(4);
  });
});

describe('rows', () => {
  it('a price no whole number can hold costing its row, or the whole category', async () => {
    const client = await answerTo({ data: [{ ...copy, recentAveragePrice: 1e16, originalPrice: 0.5 }] });
    const page = await client.call(inventory.getCollectibles, { userId }, asked);
    expect(page.data[0]).toMatchObject({ recentAveragePrice: null, originalPrice: null });
  });

  it.each([[-5], [9e15], [0.5], ['Free'], [{}]])(
    'the price %j shown, or costing the place, the pass, the favourite or the whole bundle it stands with',
    async (price) => {
      const places = await answerTo({ data: [{ placeId: 5, name: 'P', priceInRobux: price }] });
      const { data } = await places.call(inventory.getPlaces, { userId, placesTab: 'Created' }, asked);
      expect(data).toMatchObject([{ placeId: 5, priceInRobux: undefined }]);
      const passes = await answerTo({ gamePasses: [{ gamePassId: 6, name: 'V', price }] });
      const bought = await passes.call(gamePasses.getGamePasses, { userId }, asked);
      expect(bought.gamePasses).toMatchObject([{ gamePassId: 6, price: undefined }]);
      const favorites = await answerTo({ data: [{ id: 7, price }] });
      const liked = await favorites.call(catalog.getFavoriteAssets, { userId, assetTypeId: 8 }, asked);
      expect(liked.data).toMatchObject([{ id: 7, price: null }]);
      const bundle = { id: 8, name: 'B', items: [], product: { priceInRobux: price } };
      const details = await (await answerTo(bundle)).call(catalog.getBundleDetails, { bundleId: 8 }, asked);
      expect(details).toMatchObject({ id: 8, product: { priceInRobux: null } });
    },
  );

  it('one bad entry blanking the category tree or a package', async () => {
    const entry = { name: 'x', displayName: 'X', filter: null, id: 8, type: 'AssetType', categoryType: null };
    const groups = [null, { name: 'a', displayName: 'A', items: [entry, { ...entry, id: 'eight' }] }];
    const tree = await (
      await answerTo({ categories: groups })
    ).call(inventory.getCategories, { userId }, asked);
    expect(tree.categories).toMatchObject([{ name: 'a', items: [{ id: 8 }] }]);
    const packaged = await answerTo({ assetIds: [1, null, 2 ** 60, 2] });
    expect(await packaged.call(inventory.getPackageAssets, { packageId: 1 }, asked)).toEqual({
      assetIds: [1, 2],
      unreadableRows: 2,
    });
  });

  it('a collectible refused for the nulls and the old forms Roblox sends', async () => {
    const old = { ...copy, buildersClubMembershipType: 0, isOnHold: undefined };
    const bare = { ...copy, originalPrice: null, assetStock: null, recentAveragePrice: null };
    const client = await answerTo({
      data: [copy, old, bare, { ...copy, buildersClubMembershipType: 'Diamond' }],
    });
    const page = await client.call(inventory.getCollectibles, { userId }, asked);
    expect(page.unreadableRows).toBe(0);
    expect(page.data[1]?.isOnHold).toBe(false);
    expect(page.data[2]).toMatchObject({ originalPrice: null, assetStock: null, serialNumber: null });
  });

  it('a place without a universe, a price or a known kind of creator lost', async () => {
    const place = {
      universeId: null,
      placeId: 5,
      name: 'P',
      creator: { id: 1, name: 'a', type: 'Experience' },
      priceInRobux: null,
    };
    const client = await answerTo({
      data: [place, { ...place, creator: { id: 1, name: 'a', type: 'Robot' } }],
    });
    const page = await client.call(inventory.getPlaces, { userId, placesTab: 'Created' }, asked);
    expect(page.unreadableRows).toBe(0);
  });

  it('a category of a type or with a filter nobody has seen yet refused', async () => {
    const entry = {
      name: 'x',
      displayName: 'X',
      filter: 'Newest',
      id: 9,
      type: 'Hologram',
      categoryType: null,
    };
    const client = await answerTo({
      categories: [{ name: 'a', displayName: 'A', items: [entry, { ...entry, filter: undefined }] }],
    });
    const { categories } = await client.call(inventory.getCategories, { userId }, asked);
    expect(categories[0]?.items.map(({ type }) => type)).toEqual(['Hologram', 'Hologram']);
  });

  it('an item copy without an instance lost', async () => {
    const client = await answerTo({
      data: [
        { type: 'Bundle', id: 3, name: 'B' },
        { type: 'Asset', id: 3, name: 'B', instanceId: 9 },
      ],
    });
    const page = await client.call(
      inventory.getItemCopies,
      { userId, itemType: 'Bundle', itemTargetId: 3 },
      asked,
    );
    expect(page.data.map(({ instanceId }) => instanceId)).toEqual([undefined, 9]);
  });

  it('a bundle in the profile collection taken for an asset', async () => {
    const client = await answerTo([
      { id: 1, name: 'A', assetSeoUrl: 'https://www.roblox.com/catalog/1/A', thumbnail: {} },
      { id: 2, name: 'B', assetSeoUrl: 'https://www.roblox.com/bundles/2/B', thumbnail: {} },
    ]);
    const { data } = await client.call(showcases.getProfileCollection, { userId }, asked);
    expect(data.map(({ itemType }) => itemType)).toEqual(['Asset', 'Bundle']);
  });

  it('a bare true or false not understood', async () => {
    for (const body of [true, false]) {
      const client = await answerTo(body);
      const params = { userId, itemType: 'Asset', itemTargetId: 1 } as const;
      expect(await client.call(inventory.isItemOwned, params, asked)).toBe(body);
    }
  });

  it('item types not sent by the name Roblox knows', async () => {
    const { client, server } = await clientAtServer();
    server.fail('/', faults.wrongType(true));
    for (const itemType of ['asset', 'ASSET', 0, '0']) {
      await client.call(
        inventory.isItemOwned,
        { userId, itemType: itemType as 'Asset', itemTargetId: 1 },
        asked,
      );
    }
    expect(new Set(server.requests.map(({ path }) => path))).toEqual(
      new Set([`/inventory/v1/users/${userId}/items/Asset/1/is-owned`]),
    );
  });
});
