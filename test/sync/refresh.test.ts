import { describe, expect, it } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { Services } from '../../electron/services.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemPage } from '../../shared/models.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const userId = richAccount.userId;
const hats = 'own/AssetType/8/';
const byType = `/inventory/v2/users/${userId}/inventory/8`;

async function following(account = richAccount, isSignedIn = false) {
  // Walking a whole tree in a second is no guest's behaviour: the allowances are raised, not ignored.
  const satchel = await startSatchel({
    roblox: { limitFactor: 100 },
    session: (server) => (isSignedIn ? server.demo.sessionOf(account.userId) : undefined),
  });
  if (!isSignedIn) await satchel.services.following.follow(String(account.userId));
  await satchel.services.refresh.categories(account.userId, false).catch(() => undefined);
  satchel.server.clear();
  return satchel;
}

function firstPage(services: Services, category = hats, accountId = userId): Promise<ItemPage> {
  return services.library.holdings.page({ scope: accountId, category, search: '', sort: 'newest' }, 0);
}

describe('a refresh of a category', () => {
  it('not ending with exactly what Roblox has', async () => {
    const { services, server } = await following();
    await services.refresh.items(userId, hats, false);
    const pages = server.requestsTo(byType);
    const { total, savedAt } = await firstPage(services);
    expect(pages.length).toBeGreaterThan(1);
    expect(savedAt).not.toBeNull();
    const distinct = new Set<number>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const response = await fetch(`${server.origin}${byType}?limit=100&cursor=${cursor}`);
      const page = (await response.json()) as { data: { assetId: number }[]; nextPageCursor: string | null };
      for (const { assetId } of page.data) distinct.add(assetId);
      cursor = page.nextPageCursor || null;
      if (cursor === 'null') cursor = null;
    }
    expect(total).toBe(distinct.size);
  });

  it('asking Roblox again for what is still fresh, or not asking when told to', async () => {
    const { services, server } = await following();
    expect(await services.refresh.items(userId, hats, false)).toEqual({ wasNeeded: true });
    server.clear();
    expect(await services.refresh.items(userId, hats, false)).toEqual({ wasNeeded: false });
    expect(server.requests).toEqual([]);
    expect(await services.refresh.items(userId, hats, true)).toEqual({ wasNeeded: true });
  });

  it('beginning from the first page after a failure in the middle', async () => {
    const { services, server } = await following();
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.status(500));
    await expect(services.refresh.items(userId, hats, false)).rejects.toMatchObject({ code: 'robloxFailed' });
    expect(await firstPage(services)).toMatchObject({ savedAt: null });
    server.clear();
    await services.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)[0]?.query['cursor']).toBeDefined();
    expect((await firstPage(services)).savedAt).not.toBeNull();
  });

  it('beginning from the first page after a restart', async () => {
    const satchel = await following();
    const { services, server } = satchel;
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.reset());
    await expect(services.refresh.items(userId, hats, false)).rejects.toMatchObject({ code: 'unreachable' });
    await services.close();
    server.clear();
    const again = await satchel.restart();
    await again.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)[0]?.query['cursor']).toBeDefined();
  });

  it('a cursor Roblox no longer takes stopping the category for good', async () => {
    const { services, server } = await following();
    server.fail(({ path, query }) => path === byType && query['cursor'] !== undefined, faults.status(500));
    await services.refresh.items(userId, hats, false).catch(() => undefined);
    server.clear();
    server.fail(
      ({ path, query }) => path === byType && query['cursor'] !== undefined,
      faults.refusal(400, 5, 'Bad cursor'),
      1,
    );
    await services.refresh.items(userId, hats, false);
    expect((await firstPage(services)).savedAt).not.toBeNull();
  });

  it('a repeated cursor going round for ever', async () => {
    const { services, server } = await following();
    server.fail(byType, faults.repeatedCursor());
    await services.refresh.items(userId, hats, false);
    expect(server.requestsTo(byType)).toHaveLength(2);
  });

  it('rows repeated across pages showing twice', async () => {
    const { services, server } = await following();
    await services.refresh.items(userId, hats, false);
    const { total } = await firstPage(services);
    server.fail(byType, faults.duplicateRows());
    await services.refresh.items(userId, hats, true);
    expect((await firstPage(services)).total).toBe(total);
  });

  it('bad rows blanking the view, or not being told', async () => {
    const { services, server } = await following();
    await services.refresh.items(userId, hats, false);
    const { total } = await firstPage(services);
    server.clear();
    server.fail(byType, faults.badRows());
    await services.refresh.items(userId, hats, true);
    const page = await firstPage(services);
    expect(page.total).toBe(total);
    expect(page.unreadableRows).toBe(6 * server.requestsTo(byType).length);
  });

  it.each([
    ['truncated', faults.truncated(), 'answerMalformed'],
    ['HTML', faults.html(), 'answerMalformed'],
    ['empty', faults.empty(), 'answerMalformed'],
    ['of a wrong type', faults.wrongType(), 'answerMalformed'],
    ['oversized', faults.oversized(), 'answerTooLarge'],
    ['a redirect', faults.redirect('http://127.0.0.1:9/'), 'redirectRefused'],
    ['429', faults.tooManyRequests(60), 'rateLimited'],
    ['403', faults.refusal(403, 4), 'inventoryHidden'],
    ['401', faults.sessionEnded(), 'signInNeeded'],
  ])('an answer that is %s taking away what was saved', async (_what, fault, code) => {
    const { services, server, events } = await following();
    await services.refresh.items(userId, hats, false);
    const before = await firstPage(services);
    server.fail(byType, fault);
    events.length = 0;
    await expect(services.refresh.items(userId, hats, true)).rejects.toMatchObject({ code });
    expect(await firstPage(services)).toEqual(before);
  });

  it('two at once asking Roblox twice', async () => {
    const { services, server } = await following();
    await Promise.all([
      services.refresh.items(userId, hats, true),
      services.refresh.items(userId, hats, true),
    ]);
    const cursors = server.requestsTo(byType).map(({ query }) => query['cursor']);
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  it('pages not announced as they are saved', async () => {
    const { services, server, events } = await following();
    await services.refresh.items(userId, hats, false);
    const announced = events.filter(({ name }) => name === 'items.changed').map(({ payload }) => payload);
    expect(announced.length).toBeGreaterThan(server.requestsTo(byType).length);
    expect(announced[0]).toEqual({ accountId: userId, category: hats, isComplete: false, received: 100 });
    expect(announced.at(-1)).toMatchObject({ isComplete: true });
  });
});

describe('categories of every kind', () => {
  it.each([
    ['its owner', true],
    ['a stranger', false],
  ])(
    'one that cannot be opened by %s, has nameless items, or fails without its own sentence',
    async (_who, isOwner) => {
      const { services } = await following(richAccount, isOwner);
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

  it('no such category ending in anything but its own sentence, or asked of Roblox', async () => {
    const { services, server } = await following();
    const noSuch = services.refresh.items(userId, 'own/AssetType/999999/', true);
    await expect(noSuch).rejects.toMatchObject({ code: 'categoryUnknown' });
    expect(server.requests).toEqual([]);
  });

  it('the badge of a limited missing because its copies were not asked for, or asked for each time', async () => {
    const { services, server } = await following();
    await services.refresh.items(userId, hats, false);
    const limited = (await firstPage(services)).items.filter((item) => item.limited !== null);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.some((item) => (item.limited?.recentAveragePrice ?? 0) > 0)).toBe(true);
    expect(server.requestsTo(/collectibles$/)).toHaveLength(20);
    await services.refresh.items(userId, 'own/AssetType/41/', false);
    expect(server.requestsTo(/collectibles$/)).toHaveLength(20);
  });
});

describe('all items', () => {
  it('an own category left out, a favourite let in, or an item that stands in two shown twice', async () => {
    const { services, server } = await following(smallAccount, true);
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
    const { services, server } = await following(smallAccount);
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

  it('newest first not going by when a copy was acquired', async () => {
    const { services } = await following(smallAccount, true);
    const { userId: small } = smallAccount;
    await services.refresh.items(small, allItemsKey, false);
    const { items } = await firstPage(services, allItemsKey, small);
    const details = await Promise.all(items.map((item) => services.library.details.read(small, item)));
    const dates = details.map(({ copies }) => Math.max(...copies.map(({ acquiredAt }) => acquiredAt ?? 0)));
    expect(dates.slice(0, 20)).toEqual(dates.slice(0, 20).toSorted((a, b) => b - a));
    expect(dates[0]).toBeGreaterThan(0);
  });
});

describe('whether an inventory can be viewed', () => {
  it('asked more than once, or not at all, when following', async () => {
    const { services, server } = await startSatchel();
    const account = await services.following.follow(smallAccount.name);
    await services.following.follow(String(smallAccount.userId));
    expect(account).toMatchObject({
      id: smallAccount.userId,
      kind: 'followed',
      visibility: 'visible',
      canEdit: false,
    });
    expect(server.requestsTo(/can-view-inventory$/)).toHaveLength(1);
    expect(services.accounts.state().accounts).toHaveLength(1);
  });

  it('a hidden one not told as hidden', async () => {
    const { services } = await following(hiddenAccount);
    expect(services.accounts.get(hiddenAccount.userId).visibility).toBe('hidden');
  });

  it('a spent budget of that one call stopping the following; then the first answer decides', async () => {
    const { services, server } = await startSatchel();
    server.fail(/can-view-inventory$/, faults.tooManyRequests());
    const hidden = await services.following.follow(String(hiddenAccount.userId));
    expect(hidden.visibility).toBe('unknown');
    await services.refresh.categories(hiddenAccount.userId, false).catch(() => undefined);
    await services.refresh.items(hiddenAccount.userId, hats, false).catch(() => undefined);
    expect(services.accounts.get(hiddenAccount.userId).visibility).toBe('hidden');
  });

  it.each([['nobody_of_this_name'], ['123456789']])(
    'an unknown user added, or not told: %s',
    async (text) => {
      const { services } = await startSatchel();
      await expect(services.following.follow(text)).rejects.toMatchObject({ code: 'userNotFound' });
      expect(services.accounts.state().accounts).toEqual([]);
    },
  );
});
