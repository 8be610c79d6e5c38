import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import type { ItemRef } from '../../shared/items.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const userId = smallAccount.userId;
const collections = '/inventory/v1/collections/items/';

async function signedIn(roblox: Partial<DemoRobloxOptions> = {}) {
  const satchel = await startSatchel({
    roblox,
    session: (server) => server.demo.sessionOf(userId),
  });
  const { refresh, library } = satchel.services;
  await refresh.categories(userId, false);
  await refresh.profileCollection(userId, false);
  const wanted: ItemRef[] = [];
  for (const type of [8, 41, 2, 11, 12]) {
    await refresh.items(userId, `own/AssetType/${type}/`, false).catch(() => undefined);
    const view = {
      scope: userId,
      category: `own/AssetType/${type}/`,
      search: '',
      sort: 'newest',
    } as const;
    wanted.push(...(await library.holdings.page(view, 0)).items);
  }
  const before = (await library.profileItems.read(userId)).items;
  const free = wanted
    .filter(({ id }) => !before.some((item) => item.id === id))
    .map(({ type, id }) => ({ type, id }));
  satchel.server.clear();
  return { ...satchel, before, free };
}

describe('the profile collection', () => {
  it('an added item not at Roblox, not in the library, or gone after the next refresh', async () => {
    const { services, server, before, free } = await signedIn();
    const items = free.slice(0, 2);
    const changes = await services.profileChanges.change(userId, 'add', items);
    expect(changes).toEqual(items.map((item) => ({ item, error: null })));
    const ids = async () => (await services.library.profileItems.read(userId)).items.map(({ id }) => id);
    const expected = [...before.map(({ id }) => id), ...items.map(({ id }) => id)];
    expect((await ids()).sort()).toEqual(expected.sort());
    await services.refresh.profileCollection(userId, true);
    expect((await ids()).sort()).toEqual(expected.sort());
    const removed = await services.profileChanges.change(userId, 'remove', items.slice(0, 1));
    expect(removed[0]?.error).toBeNull();
    expect(ids()).not.toContain(items[0]?.id);
    expect(server.requestsTo(collections).map(({ method }) => method)).toContain('DELETE');
  });

  it('a read that lags a change undoing it in the library', async () => {
    const { services, server, free } = await signedIn({ collectionReadLag: 3 });
    const [item] = free;
    if (!item) throw new Error('The small account has an item to add');
    await services.profileChanges.change(userId, 'add', [item]);
    server.clear();
    await services.refresh.profileCollection(userId, true);
    const { items } = await services.library.profileItems.read(userId);
    expect(items.some(({ id }) => id === item.id)).toBe(true);
  });

  it('a dead connection tried once for every item', async () => {
    const { services, server, free } = await signedIn();
    server.fail(collections, faults.sessionEnded());
    const changes = await services.profileChanges.change(userId, 'add', free.slice(0, 5));
    expect(changes.map(({ error }) => error?.code)).toEqual(Array(5).fill('sessionEnded'));
    expect(server.requestsTo(collections)).toHaveLength(1);
  });

  it('a refused item shown as added, stopping the others, or without its reason', async () => {
    const { services, free } = await signedIn();
    const badge: ItemRef = { type: 'Badge', id: 8_000_000_000_000_001 };
    const changes = await services.profileChanges.change(userId, 'add', [badge, ...free.slice(0, 1)]);
    expect(changes.map(({ error }) => error?.code)).toEqual(['itemTypeNotAllowed', undefined]);
    const { items } = await services.library.profileItems.read(userId);
    expect(items.some(({ id }) => id === badge.id)).toBe(false);
  });

  it('a full collection not told as full', async () => {
    const { services, free } = await signedIn();
    const changes = await services.profileChanges.change(userId, 'add', free.slice(0, 13));
    expect(changes.at(-1)?.error?.code).toBe('collectionFull');
  });

  it('"already in" and "not in" leaving the library of another mind than Roblox', async () => {
    const { services, server, free } = await signedIn();
    const [item] = free;
    if (!item) throw new Error('The small account has an item to add');
    server.fail(collections, faults.refusal(403, 7), 1);
    const added = await services.profileChanges.change(userId, 'add', [item]);
    expect(added[0]?.error?.code).toBe('alreadyInCollection');
    expect((await services.library.profileItems.read(userId)).items.some(({ id }) => id === item.id)).toBe(
      true,
    );
    server.fail(collections, faults.refusal(403, 8), 1);
    await services.profileChanges.change(userId, 'remove', [item]);
    expect((await services.library.profileItems.read(userId)).items.some(({ id }) => id === item.id)).toBe(
      false,
    );
  });

  it('a followed account changed, or Roblox asked to', async () => {
    const { services, server } = await startSatchel();
    await services.following.follow(String(userId));
    const change = services.profileChanges.change(userId, 'add', [{ type: 'Asset', id: 1 }]);
    await expect(change).rejects.toMatchObject({ code: 'accountReadOnly' });
    expect(server.requestsTo(collections)).toEqual([]);
  });

  it('working offline passing for a success', async () => {
    const { services, server, before, free } = await signedIn();
    services.connectivity.set('offline');
    const changes = await services.profileChanges.change(userId, 'add', free.slice(0, 1));
    expect(changes[0]?.error?.code).toBe('workingOffline');
    expect((await services.library.profileItems.read(userId)).items).toEqual(before);
    expect(server.requestsTo(collections)).toEqual([]);
  });

  it('an answer that cannot be read emptying the collection', async () => {
    const { services, server, before } = await signedIn();
    for (const fault of [faults.html(), faults.empty(), faults.wrongType({ not: 'a list' })]) {
      server.clear();
      server.fail('/apis/showcases-api', fault);
      await expect(services.refresh.profileCollection(userId, true)).rejects.toMatchObject({
        code: 'answerMalformed',
      });
      expect((await services.library.profileItems.read(userId)).items).toEqual(before);
    }
  });
});
