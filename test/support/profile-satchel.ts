import { expect, vi } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import type { Services } from '../../electron/services.ts';
import type { ItemRef } from '../../shared/items.ts';
import { startSatchel } from './services.ts';

const userId = smallAccount.userId;
/** The path of every change. */
export const collections = '/inventory/v1/collections/items/';

/** The small account signed in, its profile collection read, and items of its own that are not in it. */
export async function signedIn(roblox: Partial<DemoRobloxOptions> = {}) {
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

/** Until Roblox has answered every change. */
export async function settled(services: Services): Promise<void> {
  await vi.waitFor(
    async () => {
      const changes = await services.outbox.list();
      expect(changes.filter(({ state }) => state !== 'refused' && state !== 'parked')).toEqual([]);
    },
    { timeout: 10_000 },
  );
}

/** What the account's profile collection holds as it is shown. */
export async function idsOf(services: Services): Promise<number[]> {
  return (await services.library.profileItems.read(userId)).items.map(({ id }) => id).sort();
}

export function first(items: readonly ItemRef[]): ItemRef {
  const [item] = items;
  if (!item) throw new Error('The small account has an item to add');
  return item;
}
