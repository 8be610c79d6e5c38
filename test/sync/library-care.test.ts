import { describe, expect, it } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { Services } from '../../electron/services.ts';
import { startSatchel } from '../support/services.ts';

const { userId, name } = smallAccount;
const hats = 'own/AssetType/8/';

async function start() {
  const satchel = await startSatchel({ roblox: { limitFactor: 100 } });
  const { services } = satchel;
  await services.following.follow(name);
  await services.refresh.categories(userId, false);
  await services.refresh.items(userId, hats, false);
  return satchel;
}

const hatsOf = (services: Awaited<ReturnType<typeof start>>['services']) =>
  services.library.holdings.page({ scope: userId, category: hats, search: '', sort: 'newest' }, 0);

describe('clearing what is cached of an account', () => {
  it('leaving rows, or taking the account, its settings or its pictures along', async () => {
    const { services, events } = await start();
    const picture = `AvatarHeadShot-${userId}-150`;
    expect(await services.thumbnails.read(picture)).not.toBeNull();
    await services.care.changeSettings({ density: 'compact' });
    const before = await services.library.storage.size();
    expect(before.accounts).toMatchObject([{ accountId: userId }]);
    const after = await services.care.clearAccount(userId);
    expect(after.accounts).toEqual([]);
    expect(after.thumbnails).toEqual(before.thumbnails);
    expect((await hatsOf(services)).total).toBe(0);
    expect(services.accounts.find(userId).username).toBe(name);
    expect((await services.library.settings.read()).density).toBe('compact');
    expect(events.map((event) => event.name)).toContain('categories.changed');
    await services.refresh.categories(userId, false);
    await services.refresh.items(userId, hats, false);
    expect((await hatsOf(services)).total).toBeGreaterThan(0);
  });

  it('a refresh under way publishing half of a list', async () => {
    const { services } = await start();
    const running = services.refresh.items(userId, 'own/AssetType/41/', true).catch(() => undefined);
    await services.care.clearAccount(userId);
    await running;
    const { savedAt } = await services.library.refreshes.state(userId, hats);
    expect(savedAt).toBeNull();
  });
});

describe('clearing an account that is being refreshed', () => {
  const shown = (services: Services) => services.engine.state().accounts;
  const isReadingLists = (services: Services) =>
    shown(services).some(({ reading }) => reading.some(({ subject }) => subject.startsWith('own/')));

  it.each([
    [
      'while Roblox is asked for its lists',
      (services: Services) => expect.poll(() => shown(services)[0]?.phase.kind).toBe('running'),
    ],
    ['in the middle', (services: Services) => expect.poll(() => isReadingLists(services)).toBe(true)],
    ['while it is paused', (services: Services) => services.engine.pause(userId)],
    [
      'after it ended',
      (services: Services) =>
        expect.poll(() => shown(services)[0]?.phase.kind, { timeout: 30_000 }).toBe('done'),
    ],
  ])('its refresh said to be done, or offered to go on with, %s', async (_when, until) => {
    const { services, server } = await start();
    await services.engine.start(userId, true);
    await until(services);
    await services.care.clearAccount(userId);
    expect(shown(services)).toEqual([]);
    server.clear();
    await services.engine.resume(userId);
    expect(shown(services)).toEqual([]);
    expect(await services.library.refreshRuns.list()).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('refused because the account is archived', async () => {
    const { services } = await start();
    await services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    expect((await services.care.clearAccount(userId)).accounts).toEqual([]);
  });
});

describe('the cap of pictures', () => {
  it('lowered and not kept', async () => {
    const { services } = await start();
    const picture = new Uint8Array(200_000);
    for (let number = 1; number <= 100; number += 1)
      await services.library.thumbnails.save(`Asset-${number}-150`, picture, number);
    await services.care.changeSettings({ thumbnailCapMb: 16 });
    const { thumbnails } = await services.library.storage.size();
    expect(thumbnails.bytes).toBeLessThanOrEqual(16 * 1024 * 1024);
    expect(thumbnails.count).toBeGreaterThan(50);
  });
});

describe('compacting', () => {
  it('giving nothing back of what was cleared', async () => {
    const { services } = await start();
    for (let number = 1; number <= 20; number += 1)
      await services.library.thumbnails.save(`Asset-${number}-150`, new Uint8Array(100_000), number);
    await services.care.clearThumbnails();
    const { before, after } = await services.library.storage.compact();
    expect(before - after).toBeGreaterThan(1_500_000);
    expect((await hatsOf(services)).total).toBeGreaterThan(0);
  });
});

describe('Roblox out of reach', () => {
  it('not found out, still asked by what waits in line, or not come back from', async () => {
    const { services, server, events } = await start();
    server.fail('', ({ outgoing }) => void outgoing.socket?.resetAndDestroy());
    await expect(services.refresh.items(userId, hats, true)).rejects.toMatchObject({ code: 'unreachable' });
    await expect.poll(() => services.connectivity.state.connectivity).toBe('unreachable');
    const sent = server.requests.length;
    await expect(services.refresh.items(userId, hats, true)).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.requests.length).toBe(sent);
    server.clear();
    expect((await services.connectivity.tryNow()).connectivity).toBe('online');
    await services.refresh.items(userId, hats, true);
    const states = events.filter((event) => event.name === 'connectivity.changed');
    expect(states.map(({ payload }) => payload)).toMatchObject([
      { connectivity: 'unreachable' },
      { connectivity: 'online' },
    ]);
    const refreshes = await services.journal.refreshes();
    expect(refreshes.map(({ code }) => code)).toContain('unreachable');
  });

  it('one endpoint that fails taken for it', async () => {
    const { services, server } = await start();
    server.fail('/inventory/', ({ outgoing }) => void outgoing.socket?.resetAndDestroy());
    await expect(services.refresh.items(userId, hats, true)).rejects.toMatchObject({ code: 'unreachable' });
    await services.connectivity.tryNow();
    expect(services.connectivity.state).toEqual({ connectivity: 'online' });
  });
});
