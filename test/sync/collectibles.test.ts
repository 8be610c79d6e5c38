import { describe, expect, it } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { Services } from '../../electron/services.ts';
import { dayOf } from '../../shared/days.ts';
import { followedSatchel } from '../support/followed-satchel.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const userId = smallAccount.userId;
const collectibles = `/inventory/v1/users/${userId}/assets/collectibles`;
const plain = { scope: userId, search: '', sort: 'nameAscending', isGrouped: false, unfolded: [] } as const;

function copiesOf(services: Services) {
  return services.library.collectibleViews.page(plain, 0);
}

describe('a refresh of collectibles', () => {
  it('limiteds without a name until some list is read, or a day that is not kept', async () => {
    const { services, events } = await followedSatchel(smallAccount);
    expect(await services.refresh.collectibles(userId, false)).toEqual({ wasNeeded: true });
    const { items, total } = await copiesOf(services);
    expect(total).toBe(smallAccount.inventory.collectibles.length);
    const names = new Set(
      smallAccount.inventory.collectibles.map((number) => smallAccount.inventory.copy(number).name),
    );
    expect(new Set(items.map(({ name }) => name))).toEqual(names);
    const { accounts } = await services.collectibles.history(userId);
    const { together } = await services.library.collectibleViews.totals(userId);
    expect(accounts).toMatchObject([{ days: [dayOf(Date.now())], values: [together.value] }]);
    expect(events).toContainEqual({ name: 'collectibles.changed', payload: { accountId: userId } });
    expect(await services.refresh.collectibles(userId, false)).toEqual({ wasNeeded: false });
  });

  it('a copy lost for a price that is none, or such a price in a sum', async () => {
    const { services, server } = await followedSatchel(smallAccount);
    const row = {
      userAssetId: 1,
      assetId: 5,
      name: 'Odd',
      serialNumber: '7',
      originalPrice: -3,
      assetStock: 'x',
    };
    const prices = [null, -1, 2 ** 53, '3411', 1e300, 250];
    const data = prices.map((recentAveragePrice, index) => {
      return { ...row, userAssetId: index + 1, recentAveragePrice };
    });
    server.fail(collectibles, faults.status(200, { previousPageCursor: null, nextPageCursor: null, data }));
    await services.refresh.collectibles(userId, true);
    const { total, unreadableRows, items } = await copiesOf(services);
    expect({ total, unreadableRows }).toEqual({ total: 6, unreadableRows: 0 });
    expect(items[0]).toMatchObject({ originalPrice: null, assetStock: null });
    const { together } = await services.library.collectibleViews.totals(userId);
    expect(together).toMatchObject({ value: 250, unpriced: 5, gain: { copies: 0 } });
  });

  it('a refusal, a broken answer or a lost network that empties what is cached, or is kept as a day', async () => {
    const { services, server } = await followedSatchel(richAccount);
    const path = `/inventory/v1/users/${richAccount.userId}/assets/collectibles`;
    const asked = { ...plain, scope: richAccount.userId };
    await services.refresh.collectibles(richAccount.userId, false);
    const before = await services.library.collectibleViews.page(asked, 0);
    const history = await services.collectibles.history(richAccount.userId);
    const refusals = [
      [faults.refusal(403, 11), 'inventoryHidden'],
      [faults.refusal(400, 5, 'Invalid asset type'), 'assetTypeInvalid'],
      [faults.tooManyRequests(1), 'rateLimited'],
      [faults.status(500), 'robloxFailed'],
    ] as const;
    for (const [fault, code] of refusals) {
      server.clear();
      server.passTime(120_000);
      // On the second page: half of it is there by then.
      server.fail(({ path: one, query }) => one === path && query['cursor'] !== undefined, fault);
      const refresh = services.refresh.collectibles(richAccount.userId, true);
      await expect(refresh, code).rejects.toMatchObject({ code });
      expect(await services.library.collectibleViews.page(asked, 0)).toEqual(before);
      expect(await services.collectibles.history(richAccount.userId)).toEqual(history);
      if (code === 'rateLimited') await new Promise((resolve) => setTimeout(resolve, 1100));
    }
  });

  it('days that outlive an account that leaves, or do not outlive one that is archived', async () => {
    const { services } = await followedSatchel(smallAccount);
    await services.refresh.collectibles(userId, false);
    await services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    expect((await services.collectibles.history('all')).accounts).toMatchObject([{ accountId: userId }]);
    await services.accounts.signOut(userId, { atRoblox: false, library: 'delete' });
    expect(await services.library.collectibleDays.firstDay(userId)).toBeNull();
  });
});

describe('the demo', () => {
  it('a past that does not end at what the demo has now, is told twice, or is of somebody real', async () => {
    const { services } = await startSatchel();
    await services.following.exploreDemo();
    await services.refresh.collectibles(userId, false);
    const { accounts } = await services.collectibles.history('all');
    expect(accounts.map(({ accountId }) => accountId)).toEqual([userId]);
    const [{ days, values }] = accounts as [(typeof accounts)[number]];
    expect(days.length).toBeGreaterThan(60);
    expect(days.at(-1)).toBe(dayOf(Date.now()));
    // Nobody refreshed every day.
    expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeGreaterThan(days.length + 10);
    const { together } = await services.library.collectibleViews.totals(userId);
    expect(values.at(-1)).toBe(together.value);
    expect(new Set(values).size).toBeGreaterThan(20);
    expect((await services.collectibles.history('all')).accounts).toEqual(accounts);
    const asked = { scope: userId, from: 0, to: days.at(-1) ?? 0, order: 'percent' } as const;
    const { up, down, lost, lostItems } = await services.collectibles.movers(asked);
    expect(up.length + down.length).toBeGreaterThan(3);
    expect(lost.items).toBeGreaterThan(0);
    expect(lostItems[0]?.item.name).toMatch(/\w/);

    const followed = await followedSatchel(smallAccount);
    await followed.services.refresh.collectibles(userId, false);
    expect((await followed.services.collectibles.history(userId)).accounts[0]?.days).toHaveLength(1);
  });
});
