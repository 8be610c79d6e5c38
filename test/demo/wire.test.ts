import { beforeEach, describe, expect, it } from 'vitest';
import { createDemoRoblox, type DemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { catalog } from '../../electron/roblox/catalog.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { showcases } from '../../electron/roblox/showcases.ts';
import { users } from '../../electron/roblox/users.ts';
import type { Endpoint } from '../../electron/roblox/endpoint.ts';
import { ask, walk, type Answer } from '../support/roblox-ask.ts';

const { userId } = richAccount;
let demo: DemoRoblox;

beforeEach(() => {
  demo = createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com' });
});

describe('a page', () => {
  it('holds as many rows as asked, ten when not, and leads back to the one before', async () => {
    const page = async (params: Record<string, unknown>) =>
      (await signedIn(inventory.getInventoryByType, { userId, assetTypeId: 8, ...params })).read();
    const first = await page({});
    expect(first.data).toHaveLength(10);
    expect(first.previousPageCursor).toBeNull();
    expect((await page({ limit: 25 })).data).toHaveLength(25);
    const second = await page({ cursor: first.nextPageCursor });
    expect(second.data[0]).not.toEqual(first.data[0]);
    expect(await page({ cursor: second.previousPageCursor })).toEqual(first);
  });
});

describe('quirks of the real wire', () => {
  it('sends null where Roblox does: a schema that forgot it would pass every other test', async () => {
    const rows = await walk(async (cursor) => {
      const answer = await signedIn(inventory.getCollectibles, { userId, limit: 100, ...paged(cursor) });
      answer.read();
      return {
        ...(answer.body as { nextPageCursor: string | null; data: Record<string, unknown>[] }),
        unreadableRows: 0,
      };
    });
    for (const field of ['serialNumber', 'originalPrice', 'assetStock']) {
      expect(rows.some((row) => row[field] === null)).toBe(true);
      expect(rows.some((row) => typeof row[field] === 'number')).toBe(true);
    }
    const older = rows.filter((row) => row.buildersClubMembershipType === 0);
    expect(older.length).toBeGreaterThan(5);
    expect(older.every((row) => !('isOnHold' in row))).toBe(true);
    expect(rows.some((row) => row.isOnHold === true)).toBe(true);
  });

  it('ends a list in each of the four ways: a client that knows only null would page for ever', async () => {
    const last = async (endpoint: Endpoint, params: Record<string, unknown>): Promise<unknown> => {
      const { body } = await signedIn(endpoint, { userId: smallAccount.userId, limit: 100, ...params });
      return 'nextPageCursor' in (body as object)
        ? (body as { nextPageCursor: unknown }).nextPageCursor
        : 'missing';
    };
    expect(await last(inventory.getInventoryByType, { assetTypeId: 8 })).toBeNull();
    expect(await last(inventory.getInventoryByType, { assetTypeId: 41 })).toBe('missing');
    expect(await last(inventory.getPlaces, { placesTab: 'Created' })).toBe('');
    expect(await last(catalog.getFavoriteAssets, { assetTypeId: 8 })).toBe('null');
  });

  it('refuses a cursor of another list, so that mixing them up cannot go unnoticed', async () => {
    const first = await signedIn(inventory.getInventoryByType, { userId, assetTypeId: 8 });
    const cursor = first.read().nextPageCursor;
    const other = await signedIn(inventory.getInventoryByType, { userId, assetTypeId: 41, cursor });
    expect(other.refusal).toBe('400:0');
  });

  it('repeats Places and servers under one id in the owner’s tree, told apart by filter alone', async () => {
    const { categories } = (await signedIn(inventory.getCategories, { userId })).read();
    const entries = categories.flatMap(({ items }) => items);
    expect(entries.filter(({ id }) => id === 9).map(({ filter }) => filter)).toEqual([
      ...['Created', 'Purchased', 'MyGames', 'OtherGames', 'MyPrivateServers'],
    ]);
    const keys = entries.map(({ type, id, filter }) => `${type}/${id}/${filter ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(entries.some(({ filter }) => filter === undefined)).toBe(true);
    expect(entries.some(({ filter }) => filter === null)).toBe(true);
    expect(keys).toContain('AssetType/32/');
  });

  it('shows others one Places entry without a filter, and no servers', async () => {
    const { categories } = (await ask(demo.fetch, inventory.getCategories, { userId })).read();
    const entries = categories.flatMap(({ items }) => items).filter(({ id, filter }) => id === 9 || filter);
    expect(entries.map(({ filter }) => filter)).toEqual([null]);
  });

  it('has fonts and avatars among the favourites, and no badges', async () => {
    const { categories } = (await signedIn(inventory.getFavoriteCategories, { userId })).read();
    const ids = categories.flatMap(({ items }) => items).map(({ id, type }) => `${type}/${id}`);
    expect(ids).toEqual(expect.arrayContaining(['AssetType/73', 'AssetType/74', 'AssetType/16']));
    expect(ids).not.toContain('AssetType/21');
  });

  it('gives one row per owned copy, with an instance for assets only', async () => {
    const numbers = richAccount.inventory.collectibles.map(
      (number) => richAccount.inventory.copy(number).asset.id,
    );
    const often = numbers.find((id) => numbers.filter((other) => other === id).length >= 3) ?? 0;
    const asset = await signedIn(inventory.getItemCopies, { userId, itemType: 'asset', itemTargetId: often });
    expect(asset.read().data.length).toBeGreaterThanOrEqual(3);
    expect(asset.read().data.every(({ instanceId }) => instanceId)).toBe(true);
    const badge = richAccount.inventory.badges[0]?.id;
    const won = await signedIn(inventory.getItemCopies, { userId, itemType: '2', itemTargetId: badge });
    expect(won.read().data).toEqual([{ type: 'Badge', id: badge, name: expect.any(String) as string }]);
  });

  it('answers is-owned with a bare boolean, for item types by number and by name in any case', async () => {
    const owned = richAccount.inventory.gamePasses[0];
    for (const itemType of ['1', 'GamePass', 'gamepass', 'GAMEPASS']) {
      expect((await signedIn(inventory.isItemOwned, { userId, itemType, itemTargetId: owned })).body).toBe(
        true,
      );
    }
    const strange = richAccount.catalogue.gamePassId(999_999);
    expect((await signedIn(inventory.isItemOwned, { userId, itemType: 1, itemTargetId: strange })).body).toBe(
      false,
    );
  });

  it('lists what a package contains, and has packages that are gone', async () => {
    const packages = (richAccount.inventory.copiesByType.get(32) ?? []).map(
      (number) => richAccount.inventory.copy(number).asset.id,
    );
    const answers = await Promise.all(
      packages.map((packageId) => ask(demo.fetch, inventory.getPackageAssets, { packageId })),
    );
    const known = answers.filter(({ status }) => status === 200).map((answer) => answer.read().assetIds);
    expect(known.length).toBeGreaterThan(10);
    expect(known.every((ids) => ids.length === 6)).toBe(true);
    expect(known.flat().some((id) => richAccount.inventory.owns(`Asset/${id}`))).toBe(true);
    expect(answers.some(({ status }) => status === 404)).toBe(true);
  });

  it('tells what is in a bundle of each type by name, most of it owned by whoever has the bundle', async () => {
    const answers = await Promise.all(
      richAccount.inventory.bundles.map(async ([first]) =>
        (await signedIn(catalog.getBundleDetails, { bundleId: first?.id })).read(),
      ),
    );
    expect(answers.map(({ bundleType }) => bundleType)).toEqual([
      ...['BodyParts', 'AvatarAnimations', 'Shoes', 'DynamicHead'],
    ]);
    for (const { items, unreadableRows } of answers) {
      const assets = items.filter(({ type }) => type === 'Asset');
      const owned = assets.filter(({ id }) => richAccount.inventory.owns(`Asset/${id}`));
      expect(owned.length).toBeGreaterThanOrEqual(assets.length - 1);
      expect(items.every(({ name }) => name)).toBe(true);
      expect(unreadableRows).toBe(0);
    }
    expect(answers[0]?.items.at(-1)?.type).toBe('UserOutfit');
  });

  it('finds accounts by username in any case and leaves unknown ones out', async () => {
    const { data } = (
      await ask(demo.fetch, users.findByUsernames, { usernames: ['marlowtinker', 'no-such-player'] })
    ).read();
    expect(data).toEqual([
      { requestedUsername: 'marlowtinker', id: userId, name: 'MarlowTinker', displayName: 'Marlow ✦' },
    ]);
  });

  it('tells who is signed in, and reads the profile collection with bundles told apart', async () => {
    expect((await signedIn(users.getAuthenticated, {})).read().id).toBe(userId);
    expect((await ask(demo.fetch, users.getUser, { userId })).read().name).toBe('MarlowTinker');
    const { data, unreadableRows } = (
      await ask(demo.fetch, showcases.getProfileCollection, { userId })
    ).read();
    expect(unreadableRows).toBe(0);
    expect(data.map(({ itemType, id }) => `${itemType}/${id}`)).toEqual(richAccount.inventory.shown);
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
