import { describe, expect, it, onTestFinished } from 'vitest';
import { hiddenAccount, smallAccount } from '../electron/demo/demo-accounts.ts';
import { firstUserId } from '../electron/demo/ids.ts';
import { inventory } from '../electron/roblox/inventory.ts';
import { Library } from '../electron/library/library.ts';
import { inThisThread } from '../electron/library/remote-library.ts';
import { createServices } from '../electron/services.ts';
import { temporaryFolder } from './support/library-folder.ts';
import { MemoryVault } from './support/memory-vault.ts';
import { noDialogs } from './support/no-dialogs.ts';
import { startSatchel } from './support/services.ts';

async function start(folder = temporaryFolder()) {
  const events: string[] = [];
  const services = await createServices({
    openLibrary: (onSetAside, onTrouble) => inThisThread(new Library(folder, onSetAside, onTrouble)),
    version: '0.0.0-test',
    environment: {},
    emit: (name) => events.push(name),
    vault: new MemoryVault(),
    dialogs: noDialogs,
    dataFolder: folder,
    clipboard: { read: () => Promise.resolve(''), clear: () => undefined },
    openSignInWindow: () => {
      throw new Error('No window is opened here');
    },
  });
  onTestFinished(() => services.close());
  return { services, events };
}

describe('saved views', () => {
  it('a window not told of a change another one made', async () => {
    const { services, events } = await start();
    const view = { category: 'own/*', search: '', sort: 'newest', owned: 'any', filter: {} } as const;
    const saved = services.library.savedViews.save({ name: 'Crowns', scope: 'all', ...view });
    expect(await services.tellOfViews(saved)).toEqual(await saved);
    expect(events).toEqual(['savedViews.changed']);
  });
});

// No network is used here: the demo answers within the process, and anything else would fail as unreachable.
describe('the demo', () => {
  it('asking Roblox itself for what its own accounts have, also once one of them is removed', async () => {
    const { services } = await start();
    await services.following.exploreDemo();
    await services.refresh.categories(firstUserId, false);
    const refresh = services.refresh.items(firstUserId, 'own/AssetType/8/', false);
    await services.accounts.signOut(firstUserId, { atRoblox: false, library: 'delete' });
    await expect(refresh).rejects.toMatchObject({
      code: expect.stringMatching(/^(cancelled|accountUnknown)$/) as string,
    });
    expect((await services.library.categories.tree(firstUserId)).own).toEqual([]);
    // Of a pasted id too.
    expect(await services.thumbnails.read('Asset-1818-150')).toBeNull();
    expect(services.ledger.recent().filter(({ host }) => host !== 'demo')).toEqual([]);
    const avatar = await services.thumbnails.read(`AvatarHeadShot-${firstUserId + 1}-150`);
    expect(avatar).not.toBeNull();
  });

  it('no pictures of what it made up where something else plays Roblox', async () => {
    const { services } = await startSatchel();
    await services.following.exploreDemo();
    const number = smallAccount.inventory.copiesByType.get(8)?.[0] ?? 0;
    const { asset } = smallAccount.inventory.copy(number);
    expect(await services.thumbnails.read(`Asset-${asset.id}-150`)).not.toBeNull();
    expect(await services.thumbnails.read('Asset-1818-150')).toBeNull();
  });

  it('its accounts read only after a restart, or nobody told that they no longer are', async () => {
    const folder = temporaryFolder();
    const first = await start(folder);
    await first.services.following.exploreDemo();
    await first.services.close();
    const { services, events } = await start(folder);
    await services.prepare();
    expect(services.accounts.find(firstUserId).canEdit).toBe(true);
    expect(events).toContain('accounts.changed');
  });

  it('its allowances taken for those of Roblox', async () => {
    const { services } = await start();
    await services.following.exploreDemo();
    const ask = (userId: number) =>
      services.client.call(inventory.canViewInventory, { userId }, { accountId: userId });
    const { userId: hidden } = hiddenAccount;
    for (let asked = 0; asked < 30; asked += 1) await ask(hidden).catch(() => undefined);
    await expect(ask(hidden)).rejects.toMatchObject({ code: 'rateLimited' });
    await expect(ask(156)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the end', () => {
  it('work still under way bringing the main process down', async () => {
    const { services } = await start();
    await services.following.exploreDemo();
    await services.refresh.categories(firstUserId, false);
    const refresh = services.refresh.items(firstUserId, 'own/AssetType/8/', false);
    const avatar = services.thumbnails.read(`AvatarHeadShot-${firstUserId}-150`);
    await services.close();
    await expect(refresh).rejects.toMatchObject({ code: 'cancelled' });
    expect(await avatar).toBeNull();
    expect(await services.thumbnails.read(`AvatarHeadShot-${firstUserId + 1}-150`)).toBeNull();
  });
});
