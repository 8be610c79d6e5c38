import { describe, expect, it } from 'vitest';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { RefreshScope } from '../../electron/sync/refresh-scope.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { RefreshOutcome } from '../../shared/models.ts';
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
  let underWay = 0;
  async function ask(what: string, accountId: number): Promise<RefreshOutcome> {
    asked.push(`${what} ${accountId}`);
    underWay += 1;
    expect(underWay).toBe(1);
    await Promise.resolve();
    underWay -= 1;
    const code = failing[accountId];
    if (code) throw new AppError(code, 'For the test');
    return { wasNeeded: accountId === 2 };
  }
  const refresh = new RefreshScope(
    inThisThread(library),
    { list: () => library.accounts.read().accounts },
    {
      categories: (accountId) => ask('categories', accountId),
      items: (accountId) => ask('items', accountId),
    },
  );
  return { refresh, library, asked };
}

describe('refreshing all accounts', () => {
  it('all of them asked at once, in another order than theirs, or one left out', async () => {
    const { refresh, asked } = refreshing();
    expect(await refresh.items('all', hats, false)).toEqual({ wasNeeded: true, failures: [] });
    expect(asked).toEqual(['items 3', 'items 1', 'items 2']);
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
