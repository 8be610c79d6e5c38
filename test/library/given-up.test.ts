import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { CollectibleCopy } from '../../electron/library/collectibles/collectibles.ts';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import type { Library } from '../../electron/library/library.ts';
import type { View } from '../../electron/library/ordered-view.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

// Everything happens in the same millisecond: a clock may stand still, or be set back.
const at = 1;
const hats = 'own/AssetType/8/';
const shirts = 'own/AssetType/11/';

function rowsFrom(first: number, count: number): OwnedRow[] {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  return Array.from({ length: count }, (_, index) => {
    const id = first + index;
    return { type: 'Asset', id, name: `Hat ${id}`, assetType: 8, instanceId: id, ...nothingMore };
  });
}

function commit({ holdings }: Library, rows: readonly OwnedRow[], category = hats, accountId = 1): void {
  holdings.begin(accountId, category, at);
  holdings.commitPage(accountId, category, { rows, unreadableRows: 0, nextCursor: 'more' });
}

function refresh(library: Library, rows: readonly OwnedRow[], category = hats, accountId = 1): void {
  commit(library, rows, category, accountId);
  library.holdings.publish(accountId, category, at);
}

function refreshCollectible({ collectibles }: Library, assetId: number, recentAveragePrice: number): void {
  const nothingMore = { serialNumber: null, originalPrice: null, assetStock: null, isOnHold: false };
  const copy: CollectibleCopy = { assetId, instanceId: assetId, recentAveragePrice, ...nothingMore };
  collectibles.begin(1, at);
  collectibles.commitPage(1, { rows: [copy], unreadableRows: 0, nextCursor: null });
  collectibles.publish(1, at);
}

/** Nothing of the account is left in the file either. */
function giveUp(library: Library): void {
  library.clearAccount(1);
  while (library.leftovers.deleteSome());
}

const byName: View = { scope: 1, category: allItemsKey, search: '', sort: 'nameAscending' };

function idsOf({ holdings }: Library, view: Partial<View> = {}): number[] {
  return holdings.page({ ...byName, ...view }, 0).items.map(({ id }) => id);
}

function countRows(folder: string): number {
  const database = new DatabaseSync(`${folder}/cache.db`);
  const row = database.prepare('SELECT count(*) AS count FROM holding').get();
  database.close();
  return Number(row?.['count']);
}

/** Begins to work a view out; the function returned does the rest. */
function beginView({ holdings }: Library): () => void {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  expect(holdings.tryPage(byName, 0)).toBeNull();
  return () => {
    while (!holdings.tryPage(byName, 0));
    clock.mockRestore();
  };
}

describe('an account read anew after all of it was given up', () => {
  it('what its limiteds were worth before deciding about the order', () => {
    const { library } = openLibrary();
    refresh(library, rowsFrom(1, 2));
    refreshCollectible(library, 2, 80);
    expect(idsOf(library, { sort: 'valueDescending' })).toEqual([2, 1]);
    giveUp(library);
    refresh(library, rowsFrom(1, 2));
    refreshCollectible(library, 1, 10);
    expect(idsOf(library, { sort: 'valueDescending' })).toEqual([1, 2]);
  });

  it('its items of all accounts together counted as many as before', () => {
    const { library } = openLibrary();
    for (const id of [1, 2]) addAccount(library, id);
    const countAll = () => library.holdings.page({ ...byName, scope: 'all', sort: 'newest' }, 0).total;
    refresh(library, rowsFrom(1, 3), hats, 2);
    refresh(library, rowsFrom(1, 2));
    expect(countAll()).toBe(3);
    giveUp(library);
    refresh(library, rowsFrom(10, 2));
    expect(countAll()).toBe(5);
  });

  it('a view that was being worked out leaving half a list behind for the next', () => {
    const { library, folder } = openLibrary();
    refresh(library, rowsFrom(1, 1), shirts);
    refresh(library, rowsFrom(1000, 700));
    const goOn = beginView(library);
    library.clearAccount(1);
    while (countRows(folder) > 500) library.leftovers.deleteSome();
    goOn();
    while (library.leftovers.deleteSome());
    refresh(library, rowsFrom(3000, 700));
    expect(idsOf(library).slice(0, 2)).toEqual([3000, 3001]);
  });

  it('a list passing for read whole as soon as it is begun, before the rows of before are gone', () => {
    const { library } = openLibrary();
    refresh(library, rowsFrom(1, 2));
    library.clearAccount(1);
    library.refreshRuns.begin(1, true, at);
    library.refreshRuns.plan(1, [{ subject: hats, freshForMs: 0 }], at, true);
    commit(library, rowsFrom(1, 2));
    expect(library.refreshRuns.find(1)?.subjects).toMatchObject([{ isDone: false, received: 2 }]);
    library.holdings.publish(1, hats, at);
    expect(library.refreshRuns.find(1)?.subjects).toMatchObject([{ isDone: true, received: 2 }]);
  });
});

it('a first refresh begun again showing what a view had read of the one before', () => {
  const { library } = openLibrary();
  commit(library, rowsFrom(1, 1), shirts);
  commit(library, rowsFrom(1000, 700));
  const goOn = beginView(library);
  expect(library.holdings.tryBegin(1, hats, at)).toBeNull();
  goOn();
  commit(library, rowsFrom(3000, 700));
  expect(idsOf(library).slice(0, 2)).toEqual([1, 3000]);
});

it('categories in the order of a tree that another replaced at once', () => {
  const { library } = openLibrary();
  refresh(library, rowsFrom(1, 1), shirts);
  refresh(library, rowsFrom(2, 1));
  library.categories.save(1, [11, 8].map(categoryFacts), at);
  expect(idsOf(library, { sort: 'category' })).toEqual([1, 2]);
  library.categories.save(1, [8, 11].map(categoryFacts), at);
  expect(idsOf(library, { sort: 'category' })).toEqual([2, 1]);
});
