import { describe, expect, it } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { firstPage, followedSatchel } from '../support/followed-satchel.ts';
import { following } from '../support/refreshing-satchel.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';

const userId = richAccount.userId;
const hats = 'own/AssetType/8/';

describe('categories of every kind', () => {
  it.each([
    ['its owner', true],
    ['a stranger', false],
  ])(
    'one that cannot be opened by %s, has nameless items, or fails without its own sentence',
    async (_who, isOwner) => {
      const { services } = await followedSatchel(richAccount, isOwner);
      const { own, favorites } = await services.library.categories.tree(userId);
      const failures: string[] = [];
      for (const { key } of [...own, ...favorites].flatMap((group) => group.categories)) {
        try {
          await services.refresh.items(userId, key, false);
        } catch (thrown) {
          failures.push(`${key} ${(thrown as { code: string }).code}`);
          continue;
        }
        const { items, savedAt } = await firstPage(services, key);
        expect(savedAt, key).not.toBeNull();
        for (const item of items) expect(item.name.length, key).toBeGreaterThan(0);
      }
      const ownFailures = isOwner
        ? ['own/AssetType/11/OtherPrivateServers', 'own/AssetType/9/MyPrivateServers'].map(
            (key) => `${key} categoryUnsupported`,
          )
        : ['own/AssetType/21/ signInNeeded'];
      const bundles = [1, 2, 3, 4].map((id) => `favorites/Bundle/${id}/ categoryUnsupported`);
      expect(failures.sort()).toEqual([...bundles, ...ownFailures].sort());
    },
  );

  it('the places of a stranger standing apart from one’s own where both are shown', async () => {
    const { services } = await following([smallAccount.userId, userId], true);
    for (const id of [smallAccount.userId, userId]) await services.refresh.categories(id, true);
    const { own } = await services.library.categories.tree('all');
    const keys = own.flatMap(({ categories }) => categories.map(({ key }) => key));
    const tabs = ['Created', 'Purchased', 'MyGames', 'OtherGames', 'MyPrivateServers'];
    expect(keys.filter((key) => key.startsWith('own/AssetType/9/'))).toEqual(
      tabs.map((tab) => `own/AssetType/9/${tab}`),
    );
    const key = 'own/AssetType/9/Created';
    for (const id of [smallAccount.userId, userId]) await services.refresh.items(id, key, true);
    const view = { scope: 'all', category: key, search: '', sort: 'newest' } as const;
    const { total } = await services.library.holdings.page(view, 0);
    const created = [smallAccount, richAccount].map(({ inventory }) => inventory.places.Created.length);
    expect(total).toBe((created[0] ?? 0) + (created[1] ?? 0));
  });

  it('no such category ending in anything but its own sentence, or asked of Roblox', async () => {
    const { services, server } = await followedSatchel();
    const noSuch = services.refresh.items(userId, 'own/AssetType/999999/', true);
    await expect(noSuch).rejects.toMatchObject({ code: 'categoryUnknown' });
    expect(server.requests).toEqual([]);
  });

  it('game passes cut off at a full page of which no row can be read', async () => {
    const { services, server } = await followedSatchel(richAccount, true);
    const passes = 'own/AssetType/34/';
    await services.refresh.items(userId, passes, false);
    const { total } = await firstPage(services, passes);
    expect(total).toBeGreaterThan(100);
    const changed = { gamePasses: Array.from({ length: 100 }, (_, id) => ({ passId: id, name: 'Pass' })) };
    const unreadableBehind: Fault = (exchange) =>
      exchange.query.has('exclusiveStartId')
        ? faults.status(200, changed)(exchange)
        : faults.withHeaders({})(exchange);
    server.fail(/game-passes$/, unreadableBehind);
    const again = services.refresh.items(userId, passes, true);
    await expect(again).rejects.toMatchObject({ code: 'answerMalformed' });
    expect((await firstPage(services, passes)).total).toBe(total);
  });

  it('the badge of a limited missing because its copies were not asked for, or asked for each time', async () => {
    const { services, server } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const limited = (await firstPage(services, hats)).items.filter((item) => item.limited !== null);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.some((item) => (item.limited?.recentAveragePrice ?? 0) > 0)).toBe(true);
    expect(server.requestsTo(/collectibles$/)).toHaveLength(20);
    await services.refresh.items(userId, 'own/AssetType/41/', false);
    expect(server.requestsTo(/collectibles$/)).toHaveLength(20);
  });
});

describe('the tree of categories', () => {
  const nameless = { displayName: null, id: 8, name: 'Hats', type: 'AssetType' };
  const news = { displayName: 'News', id: 99, name: 'News', type: 'AssetType' };
  it.each<[string, object[], string[]]>([
    ['that is empty', [], []],
    [
      'of which one cannot be read',
      [{ displayName: 'All', name: 'All', items: [nameless, news] }],
      ['own/AssetType/99/'],
    ],
    ['of which a group cannot be read', [{ name: 'All', items: [] }], []],
  ])('an answer %s taking away what is saved', async (_what, categories, added) => {
    const { services, server } = await followedSatchel();
    await services.refresh.items(userId, hats, false);
    const keysOf = async () => {
      const { own } = await services.library.categories.tree(userId);
      return own.flatMap((group) => group.categories.map(({ key }) => key));
    };
    const before = await keysOf();
    server.fail(/\/categories$/, faults.status(200, { categories }));
    await services.refresh.categories(userId, true);
    expect((await keysOf()).toSorted()).toEqual([...before, ...added].toSorted());
    server.clear();
    await services.refresh.categories(userId, true);
    expect(await keysOf()).toEqual(before);
  });
});

describe('all items', () => {
  it('an own category left out, a favourite let in, or an item that stands in two shown twice', async () => {
    const { services, server } = await followedSatchel(smallAccount, true);
    const { userId: small } = smallAccount;
    await services.refresh.items(small, allItemsKey, false);
    const { own } = await services.library.categories.tree(small);
    const expected = new Set<string>();
    for (const { key } of own.flatMap((group) => group.categories)) {
      for (const item of (await firstPage(services, key, small)).items)
        expected.add(`${item.type} ${item.id}`);
    }
    const { items, total, savedAt } = await firstPage(services, allItemsKey, small);
    expect(total).toBe(expected.size);
    expect((await services.library.categories.tree(small)).allItemCount).toBe(expected.size);
    for (const item of items) expect(expected).toContain(`${item.type} ${item.id}`);
    expect(savedAt).not.toBeNull();
    server.clear();
    await services.refresh.items(small, allItemsKey, false);
    expect(server.requests).toEqual([]);
  });

  it('one category that fails hiding the others, or keeping them from being tried again', async () => {
    const { services, server } = await followedSatchel(smallAccount);
    const { userId: small } = smallAccount;
    server.fail(/\/v2\/.*\/inventory\/41$/, faults.html());
    const refresh = services.refresh.items(small, allItemsKey, false);
    await expect(refresh).rejects.toMatchObject({ code: 'answerMalformed' });
    const before = (await firstPage(services, allItemsKey, small)).total;
    expect(before).toBeGreaterThan(0);
    server.clear();
    await services.refresh.items(small, allItemsKey, false);
    expect((await firstPage(services, allItemsKey, small)).total).toBeGreaterThan(before);
  });

  it('its limiteds left out, asked for again with every list, or waited for by the lists', async () => {
    const { services, server } = await followedSatchel();
    const held = Promise.withResolvers<undefined>();
    server.fail(/collectibles$/, async (exchange) => {
      await held.promise;
      await faults.withHeaders({})(exchange);
    });
    const whole = services.refresh.items(userId, allItemsKey, false).catch(() => undefined);
    await expect
      .poll(() => server.requestsTo(/users\/\d+\/bundles/).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    held.resolve(undefined);
    await whole;
    expect(server.requestsTo(/collectibles$/)).toHaveLength(20);
  });

  it('newest first not going by when a copy was acquired', async () => {
    const { services } = await followedSatchel(smallAccount, true);
    const { userId: small } = smallAccount;
    await services.refresh.items(small, allItemsKey, false);
    const { items } = await firstPage(services, allItemsKey, small);
    const details = await Promise.all(items.map((item) => services.library.details.read(small, item)));
    const dates = details.map(({ copies }) => Math.max(...copies.map(({ acquiredAt }) => acquiredAt ?? 0)));
    expect(dates.slice(0, 20)).toEqual(dates.slice(0, 20).toSorted((a, b) => b - a));
    expect(dates[0]).toBeGreaterThan(0);
  });
});
