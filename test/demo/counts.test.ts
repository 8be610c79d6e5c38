import { beforeEach, describe, expect, it } from 'vitest';
import { createDemoRoblox, type DemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { badges } from '../../electron/roblox/badges.ts';
import { catalog } from '../../electron/roblox/catalog.ts';
import { gamePasses } from '../../electron/roblox/game-passes.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import type { Endpoint } from '../../electron/roblox/endpoint.ts';
import { ask, walk, type Answer } from '../support/roblox-ask.ts';

const { userId } = richAccount;
let demo: DemoRoblox;

beforeEach(() => {
  demo = createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com' });
});

describe('the rich account, over the wire', () => {
  it('has exactly 12,000 copies over all categories: a list that skips or repeats a row would change the sum', async () => {
    expect(await countByCategory(userId)).toBe(12_000);
  });

  it('has 2,000 copies of limiteds, each once, newest first', async () => {
    const rows = await walk(async (cursor) =>
      (
        await signedIn(inventory.getCollectibles, { userId, limit: 100, sortOrder: 'Desc', ...paged(cursor) })
      ).read(),
    );
    expect(rows).toHaveLength(2_000);
    expect(new Set(rows.map(({ userAssetId }) => userAssetId)).size).toBe(2_000);
    expect(rows.map(({ userAssetId }) => userAssetId)).toEqual(
      rows.map(({ userAssetId }) => userAssetId).toSorted((one, other) => other - one),
    );
  });

  it('has 60 places over the four tabs, also in pages of 30, none of them twice', async () => {
    const places = [];
    for (const placesTab of ['Created', 'MyGames', 'OtherGames', 'Purchased']) {
      places.push(
        ...(await walk(async (cursor) =>
          (
            await signedIn(inventory.getPlaces, { userId, placesTab, itemsPerPage: 30, ...paged(cursor) })
          ).read(),
        )),
      );
    }
    expect(new Set(places.map(({ placeId }) => placeId)).size).toBe(60);
    expect(places.some(({ universeId }) => universeId === null)).toBe(true);
    expect(new Set(places.map(({ creator }) => creator?.type))).toEqual(
      new Set(['User', 'Group', 'Experience']),
    );
    expect(places.some(({ priceInRobux }) => priceInRobux !== null)).toBe(true);
  });

  it('has favourites, packages, bundles of the four types, badges and passes to show', async () => {
    const favorites = await walk(async (cursor) =>
      (
        await signedIn(catalog.getFavoriteAssets, { userId, assetTypeId: 8, limit: 24, ...paged(cursor) })
      ).read(),
    );
    expect(favorites.length).toBeGreaterThan(10);
    expect(await countAssets(userId, 32)).toBe(24);
    for (const bundleType of [1, 2, 3, 4]) expect(await countBundles(userId, bundleType)).toBeGreaterThan(20);
    expect(await countBadges(userId)).toBe(640);
    expect(await countGamePasses(userId)).toBe(180);
  });

  it('reads the same in either order and in any page size', async () => {
    const read = (limit: number, sortOrder: string) =>
      walk(async (cursor) =>
        (
          await signedIn(inventory.getInventoryByType, {
            userId,
            assetTypeId: 19,
            limit,
            sortOrder,
            ...paged(cursor),
          })
        ).read(),
      );
    const ascending = await read(10, 'Asc');
    expect(await read(100, 'Desc')).toEqual(ascending.toReversed());
    const dates = ascending.map(({ created }) => created ?? 0);
    expect(dates).toEqual(dates.toSorted((one, other) => one - other));
    expect((dates.at(-1) ?? 0) - (dates[0] ?? 0)).toBeGreaterThan(5 * 365 * 24 * 3_600_000);
  });
});

describe('the small account', () => {
  it('has exactly 300 copies', async () => {
    expect(await countByCategory(smallAccount.userId)).toBe(300);
  });
});

/** Asks as the owner of whatever account the parameters name. */
function signedIn<E extends Endpoint>(
  endpoint: E,
  params: Readonly<Record<string, unknown>>,
): Promise<Answer<E>> {
  return ask(demo.fetch, endpoint, params, { session: demo.sessionOf(Number(params.userId ?? userId)) });
}

function paged(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

/**
 * What an account owns, as its own category tree leads to it: every entry by the endpoint that lists it. Servers have
 * none. Places count once per tab; the same places as assets of type 9 are not an entry of the tree.
 */
async function countByCategory(owner: number): Promise<number> {
  const { categories } = (await signedIn(inventory.getCategories, { userId: owner })).read();
  let sum = 0;
  for (const { type, id, filter } of categories.flatMap(({ items }) => items)) {
    if (filter?.endsWith('PrivateServers')) continue;
    if (type === 'Bundle') sum += await countBundles(owner, id);
    else if (id === 21) sum += await countBadges(owner);
    else if (id === 34) sum += await countGamePasses(owner);
    else if (filter) sum += await countPlaces(owner, filter);
    else sum += await countAssets(owner, id);
  }
  return sum;
}

async function countAssets(owner: number, assetTypeId: number): Promise<number> {
  const params = { userId: owner, assetTypeId, limit: 100, sortOrder: 'Desc' };
  const rows = await walk(async (cursor) =>
    (await signedIn(inventory.getInventoryByType, { ...params, ...paged(cursor) })).read(),
  );
  return new Set(rows.map(({ userAssetId }) => userAssetId)).size;
}

async function countPlaces(owner: number, placesTab: string): Promise<number> {
  const params = { userId: owner, placesTab, itemsPerPage: 10 };
  return (
    await walk(async (cursor) =>
      (await signedIn(inventory.getPlaces, { ...params, ...paged(cursor) })).read(),
    )
  ).length;
}

async function countBundles(owner: number, bundleType: number): Promise<number> {
  const params = { userId: owner, bundleType, limit: 100, sortOrder: 2 };
  return (
    await walk(async (cursor) => (await signedIn(catalog.getBundles, { ...params, ...paged(cursor) })).read())
  ).length;
}

async function countBadges(owner: number): Promise<number> {
  const params = { userId: owner, limit: 100, sortOrder: 'Desc' };
  return (
    await walk(async (cursor) => (await signedIn(badges.getBadges, { ...params, ...paged(cursor) })).read())
  ).length;
}

async function countGamePasses(owner: number): Promise<number> {
  const ids = new Set<number>();
  for (let last: number | undefined; ;) {
    const params = { userId: owner, count: 50, ...(last === undefined ? {} : { exclusiveStartId: last }) };
    const answer = (await signedIn(gamePasses.getGamePasses, params)).read();
    expect(answer.unreadableRows).toBe(0);
    last = answer.gamePasses.at(-1)?.gamePassId;
    if (last === undefined) return ids.size;
    for (const { gamePassId } of answer.gamePasses) ids.add(gamePassId);
  }
}
