import { describe, expect, it } from 'vitest';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import type { Item } from '../../shared/items.ts';
import { refreshDetails } from '../../electron/sync/item-details.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const userId = richAccount.userId;

async function withItems(category: string) {
  const satchel = await startSatchel();
  const { following, refresh, library, client } = satchel.services;
  await following.follow(String(userId));
  await refresh.categories(userId, false);
  await refresh.items(userId, category, false);
  const view = { scope: userId, category, search: '', sort: 'newest' } as const;
  const { items } = await library.holdings.page(view, 0);
  const ask = (item: Item) => refreshDetails({ library, client, now: Date.now }, userId, item);
  satchel.server.clear();
  return { ...satchel, items, ask, library };
}

describe('item details', () => {
  it('copies without their serial, price or date, or another number of them than are owned', async () => {
    const { items, ask } = await withItems('own/AssetType/8/');
    const several = items.find((item) => item.copies > 1 && item.limited !== null);
    if (!several) throw new Error('The rich account has a limited in several copies');
    const details = await ask(several);
    expect(details.isOwned).toBe(true);
    expect(details.copies).toHaveLength(several.copies);
    expect(details.savedAt).not.toBeNull();
    for (const copy of details.copies) {
      expect(copy.instanceId).not.toBeNull();
      expect(copy.acquiredAt).toBeGreaterThan(Date.UTC(2005, 0));
    }
    expect(details.copies.some((copy) => copy.recentAveragePrice !== null)).toBe(true);
  });

  it('of a hidden inventory not told whether it is owned, or its refusal lost when nothing can be', async () => {
    const { items, ask, server } = await withItems('own/AssetType/8/');
    const [first] = items;
    if (!first) throw new Error('The rich account has hats');
    server.fail(new RegExp(`/items/Asset/${first.id}$`), faults.refusal(403, 4));
    expect(await ask(first)).toMatchObject({ isOwned: true });
    server.fail(/\/is-owned$/, faults.status(200, false));
    expect(await ask(first)).toMatchObject({ isOwned: false, copies: [] });
    server.clear();
    server.fail(/\/items\/Asset\//, faults.refusal(403, 4));
    await expect(ask(first)).rejects.toMatchObject({ code: 'inventoryHidden' });
  });

  it('a failure erasing what was saved of the item', async () => {
    const { items, ask, server, library } = await withItems('own/AssetType/8/');
    const [first] = items;
    if (!first) throw new Error('The rich account has hats');
    const before = await ask(first);
    for (const fault of [faults.truncated(), faults.html(), faults.refusal(400, 7)]) {
      server.clear();
      server.fail(/\/items\/Asset\//, fault);
      await expect(ask(first)).rejects.toMatchObject({ name: 'AppError' });
      expect(await library.details.read(userId, first)).toEqual(before);
    }
  });
});
