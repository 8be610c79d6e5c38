import { describe, expect, it } from 'vitest';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { RefreshScope } from '../../electron/sync/refresh-scope.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { RefreshOutcome } from '../../shared/refreshing.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';

/** Three accounts with known trees; `failing` says which of them fail, and how. */
function refreshing(failing: Readonly<Record<number, ErrorCode>> = {}) {
  const { library } = openLibrary();
  for (const id of [3, 1, 2]) {
    addAccount(library, id);
    library.categories.save(id, [categoryFacts(8)], 1);
  }
  const asked: string[] = [];
  const answered: number[] = [];
  const load = { underWay: 0, most: 0 };
  const held = new Map<number, Promise<unknown>>();
  async function ask(what: string, accountId: number): Promise<RefreshOutcome> {
    asked.push(`${what} ${accountId}`);
    load.underWay += 1;
    load.most = Math.max(load.most, load.underWay);
    await held.get(accountId);
    answered.push(accountId);
    load.underWay -= 1;
    const code = failing[accountId];
    if (code) throw new AppError(code, 'For the test');
    return { wasNeeded: accountId === 2 };
  }
  const refresh = new RefreshScope(
    inThisThread(library),
    { list: () => library.accounts.read().accounts },
    {
      categories: (accountId) => ask('categories', accountId),
      collectibles: (accountId) => ask('collectibles', accountId),
      items: (accountId) => ask('items', accountId),
    },
  );
  return { refresh, library, asked, answered, held, load };
}

describe('refreshing all accounts', () => {
  it('all of them begun in another order than theirs, or one left out', async () => {
    const { refresh, asked } = refreshing();
    expect(await refresh.items('all', hats, false)).toEqual({ wasNeeded: true, failures: [] });
    expect(asked).toEqual(['items 3', 'items 1', 'items 2']);
  });

  it('one with a large inventory holding up the others', async () => {
    const { refresh, answered, held } = refreshing();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    held.set(3, promise);
    const whole = refresh.items('all', hats, false);
    await expect.poll(() => answered).toEqual([1, 2]);
    resolve(undefined);
    await whole;
    expect(answered).toEqual([1, 2, 3]);
  });

  it('forty of them asked at once, their time running out while they wait for their turn', async () => {
    const { refresh, library, load, asked } = refreshing();
    for (let id = 10; id < 50; id += 1) addAccount(library, id);
    await refresh.categories('all', true);
    expect(asked).toHaveLength(43);
    expect(load.most).toBe(4);
  });

  it('failures told in the order they came in', async () => {
    const { refresh, held } = refreshing({ 3: 'timedOut', 2: 'unreachable' });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    held.set(3, promise);
    const whole = refresh.items('all', hats, false);
    setImmediate(() => resolve(undefined));
    expect((await whole).failures?.map(({ accountId }) => accountId)).toEqual([3, 2]);
  });

  it('one that fails stopping the others, or failing without a word', async () => {
    const { refresh, asked } = refreshing({ 3: 'inventoryHidden' });
    const outcome = await refresh.categories('all', true);
    expect(asked).toHaveLength(3);
    expect(outcome.failures).toMatchObject([{ accountId: 3, error: { code: 'inventoryHidden' } }]);
  });

  it('nothing but failures passing for a success', async () => {
    const { refresh } = refreshing({ 3: 'unreachable', 1: 'timedOut', 2: 'timedOut' });
    await expect(refresh.items('all', hats, true)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('an account without the category taken for one that failed', async () => {
    const { refresh } = refreshing({ 1: 'categoryUnknown', 3: 'categoryUnknown' });
    expect(await refresh.items('all', hats, false)).toEqual({ wasNeeded: true, failures: [] });
  });

  it('an archived account asked about at Roblox', async () => {
    const { refresh, library, asked } = refreshing();
    addAccount(library, 1, { kind: 'archived' });
    await refresh.categories('all', true);
    expect(asked).toEqual(['categories 3', 'categories 2']);
  });

  it('an account whose categories were never read skipped as if it had none', async () => {
    const { refresh, library, asked } = refreshing();
    addAccount(library, 9);
    await refresh.items('all', hats, false);
    expect(asked.slice(-2)).toEqual(['categories 9', 'items 9']);
  });

  it('one account on screen bringing the others along', async () => {
    const { refresh, asked } = refreshing();
    expect(await refresh.items(2, hats, false)).toEqual({ wasNeeded: true });
    expect(asked).toEqual(['items 2']);
  });
});
