import { describe, expect, it } from 'vitest';
import type { AccountsState } from '../../shared/accounts.ts';
import { hiddenAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { followedSatchel } from '../support/followed-satchel.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel, type Satchel } from '../support/services.ts';

const hats = 'own/AssetType/8/';
const openLists = ['favorites/AssetType/8/', 'own/AssetType/34/'];
const byThemselves = /\/catalog\/v1\/|\/badges\/v1\/|\/game-passes\/v1\//;

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
    const { services } = await followedSatchel(hiddenAccount);
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

  it('one that is hidden later emptied, or its date moved by every answer that says so again', async () => {
    const { services, server } = await followedSatchel(smallAccount);
    const { userId } = smallAccount;
    const view = { scope: userId, category: hats, search: '', sort: 'newest' } as const;
    await services.refresh.items(userId, hats, true);
    const before = await services.library.holdings.page(view, 0);
    const since = () => services.accounts.get(userId).visibilitySince ?? 0;
    const foundAt = Date.now();
    server.fail('/inventory/v2', faults.refusal(403, 4));
    await services.refresh.items(userId, hats, true).catch(() => undefined);
    await expect.poll(() => services.accounts.get(userId).visibility).toBe('hidden');
    const first = since();
    expect(first).toBeGreaterThanOrEqual(foundAt);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await services.refresh.items(userId, hats, true).catch(() => undefined);
    await services.following.follow(String(userId));
    expect(since()).toBe(first);
    expect((await services.library.holdings.page(view, 0)).items).toEqual(before.items);
    expect(server.requestsTo(/can-view-inventory$/)).toEqual([]);
  });

  it('a hidden one told as visible, and as hidden anew, by the lists of it that stay open', async () => {
    const { services, server, events } = await followedSatchel(smallAccount);
    const { userId } = smallAccount;
    server.fail('/inventory/v2', faults.refusal(403, 4));
    await services.refresh.items(userId, hats, true).catch(() => undefined);
    await expect.poll(() => services.accounts.get(userId).visibility).toBe('hidden');
    const since = services.accounts.get(userId).visibilitySince;
    events.length = 0;
    for (const open of openLists) await services.refresh.items(userId, open, true);
    await services.refresh.items(userId, hats, true).catch(() => undefined);
    await services.accounts.edit(userId, 'Told of by now', null);
    expect(services.accounts.get(userId)).toMatchObject({ visibility: 'hidden', visibilitySince: since });
    expect(visibilitiesIn(events)).not.toContain('visible');
  });

  it('one told as hidden for a list of it that is hidden by itself', async () => {
    const { services, server, events } = await followedSatchel(smallAccount, true);
    const { userId } = smallAccount;
    server.fail(byThemselves, faults.refusal(403, 0));
    events.length = 0;
    for (const closed of [...openLists, 'own/AssetType/21/', 'own/Bundle/1/'])
      await expect(services.refresh.items(userId, closed, true)).rejects.toMatchObject({
        code: 'listHidden',
      });
    await services.refresh.items(userId, hats, true);
    await services.accounts.edit(userId, 'Told of by now', null);
    expect(services.accounts.get(userId).visibility).toBe('visible');
    expect(visibilitiesIn(events)).not.toContain('hidden');
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

function visibilitiesIn(events: Satchel['events']): string[] {
  const changes = events.filter(({ name }) => name === 'accounts.changed');
  return changes.flatMap(({ payload }) => (payload as AccountsState).accounts.map((one) => one.visibility));
}
