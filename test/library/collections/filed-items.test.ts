import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OwnedRow } from '../../../electron/library/holdings.ts';
import type { Library } from '../../../electron/library/library.ts';
import type { CollectionSort } from '../../../shared/collections.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { ItemFilter } from '../../../shared/views.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';

const hats = 'own/AssetType/8/';

function row(id: number, name: string, priceInRobux: number | null = null): OwnedRow {
  const nothingMore = { creatorName: null, serialNumber: null, acquiredAt: id };
  return { type: 'Asset', id, name, assetType: 8, instanceId: id * 10, priceInRobux, ...nothingMore };
}

function refreshWith(library: Library, accountId: number, rows: readonly OwnedRow[], at = 1000): void {
  library.holdings.begin(accountId, hats, at);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, at);
}

function create(library: Library, name: string, items: readonly ItemRef[] = []): number {
  const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
  return library.collections.create({ ...plain, name, items }).answer.id;
}

function freshen(library: Library): void {
  while (library.collectionFacts.tryFreshen() === null);
}

const assets = (...ids: number[]): ItemRef[] => ids.map((id) => ({ type: 'Asset', id }));
const pageOf = (library: Library, id: number, sort: CollectionSort = 'custom', search = '') =>
  library.collectionPages.page({ id, search, sort }, 0).items;
const namesOf = (library: Library, filter: ItemFilter, scope: number | 'all' = 'all') => {
  const view = { scope, category: 'own/*', search: '', sort: 'nameAscending', filter } as const;
  return library.holdings.page(view, 0).items.map(({ name }) => name);
};

function openTwoAccounts() {
  const opened = openLibrary();
  for (const id of [1, 2]) addAccount(opened.library, id);
  refreshWith(opened.library, 1, [row(1, 'Cap', 5), row(2, 'Crown', 90), row(3, 'Visor')]);
  refreshWith(opened.library, 2, [row(2, 'Crown', 90), row(4, 'Álpine hat', 20)]);
  return opened;
}

describe('the items of a collection', () => {
  it('owners of one account alone, or an item nobody has left out', () => {
    const { library } = openTwoAccounts();
    const id = create(library, 'Hats', [...assets(2, 4, 99), { type: 'Bundle', id: 2 }]);
    expect(pageOf(library, id)).toMatchObject([
      {
        ...{ id: 2, name: 'Crown', copies: 2, isDeleted: false },
        owners: [
          { accountId: 1, copies: 1 },
          { accountId: 2, copies: 1 },
        ],
      },
      { id: 4, name: 'Álpine hat', owners: [{ accountId: 2, copies: 1 }] },
      { id: 99, name: '', owners: [] },
      { type: 'Bundle', id: 2, name: '' },
    ]);
  });

  it('an order other than the one that was asked for, or a search that finds less than there is', () => {
    const { library } = openTwoAccounts();
    const id = create(library, 'Hats', assets(3, 99, 1, 4));
    library.filing.add(id, assets(2), 0);
    const ids = (sort: CollectionSort, search = '') =>
      pageOf(library, id, sort, search).map((item) => item.id);
    expect(ids('custom')).toEqual([2, 3, 99, 1, 4]);
    expect(ids('name')).toEqual([4, 1, 2, 3, 99]);
    expect(ids('value')).toEqual([2, 4, 1, 3, 99]);
    expect(ids('newest')[4]).toBe(4);
    expect(ids('custom', 'ALPINE  hat')).toEqual([4]);
    expect(ids('name', 'c')).toEqual([1, 2]);
    expect(ids('custom', '%')).toEqual([]);
  });

  it('a page that begins elsewhere than the one before ended', () => {
    const { library } = openLibrary();
    const id = create(library, 'Many', assets(...Array.from({ length: 450 }, (_, at) => at + 1)));
    const pages = [0, 1, 2, 3].map((page) =>
      library.collectionPages.page({ id, search: '', sort: 'custom' }, page),
    );
    expect(pages.map(({ items, total }) => [items.length, items[0]?.id, total])).toEqual([
      [200, 1, 450],
      [200, 201, 450],
      [50, 401, 450],
      [0, undefined, 450],
    ]);
  });

  it('a lost cache, or a cleared account, leaving bare numbers', () => {
    const { library, folder } = openTwoAccounts();
    const id = create(library, 'Hats', assets(1, 2));
    library.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${folder}/cache.db${suffix}`, { force: true });
    const reopened = openLibrary(folder).library;
    expect(pageOf(reopened, id, 'name')).toMatchObject([
      { name: 'Cap', assetType: 8, priceInRobux: 5, owners: [] },
      { name: 'Crown' },
    ]);
    expect(reopened.timeline.keptThumbnails()).toEqual(['Asset-1-150', 'Asset-2-150']);
  });

  it('a bare id left without a name, or an old name kept, after lists have shown it', () => {
    const { library } = openTwoAccounts();
    const id = create(library, 'Hats', assets(50, 1));
    expect(library.timeline.keptThumbnails()).toContain('Asset-50-150');
    refreshWith(library, 1, [row(50, 'Found'), row(1, 'Renamed cap', 7)], 2000);
    freshen(library);
    expect(pageOf(library, id, 'name').map(({ name }) => name)).toEqual(['Found', 'Renamed cap']);
    expect(pageOf(library, id, 'custom', 'renamed')).toHaveLength(1);
  });

  it('thousands of items filed one by one, so that the window waits', () => {
    const { library } = openLibrary();
    const id = create(library, 'Many');
    const many = assets(...Array.from({ length: 50_000 }, (_, at) => at + 1));
    const begun = performance.now();
    expect(library.filing.add(id, many, null).answer.filed).toBe(50_000);
    library.undo.undo(null);
    library.undo.redo(null);
    library.filing.arrange(id, many.slice(20_000, 30_000), 10);
    // A hundred times what it takes when each statement is of all items together would still be seconds.
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(
      pageOf(library, id)
        .slice(9, 12)
        .map((item) => item.id),
    ).toEqual([10, 20_001, 20_002]);
  });
});

describe('a list filtered by collections', () => {
  it('a filed item shown as unfiled, or an unfiled one hidden', () => {
    const { library } = openTwoAccounts();
    const all = ['Álpine hat', 'Cap', 'Crown', 'Visor'];
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(all);
    const id = create(library, 'Hats', assets(2));
    const other = create(library, 'Others', assets(2, 3));
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(['Álpine hat', 'Cap']);
    expect(namesOf(library, { filed: 'unfiled' }, 1)).toEqual(['Cap']);
    library.collections.trash(other);
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(['Álpine hat', 'Cap', 'Visor']);
    library.profileItems.save(2, [row(4, 'Álpine hat')], 3000, 3000);
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(['Cap', 'Visor']);
    library.filing.remove(id, assets(2));
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(['Cap', 'Crown', 'Visor']);
    library.undo.undo(null);
    expect(namesOf(library, { filed: 'unfiled' })).toEqual(['Cap', 'Visor']);
  });

  it('an item of another collection, or of one in the trash, among those asked for', () => {
    const { library } = openTwoAccounts();
    const one = create(library, 'One', assets(1, 2, 77));
    const two = create(library, 'Two', assets(3));
    expect(namesOf(library, { collections: [one] })).toEqual(['Cap', 'Crown']);
    expect(namesOf(library, { collections: [one] }, 2)).toEqual(['Crown']);
    expect(namesOf(library, { collections: [one, two] })).toEqual(['Cap', 'Crown', 'Visor']);
    expect(namesOf(library, { collections: [two, 999] })).toEqual(['Visor']);
    expect(namesOf(library, { collections: [999] })).toEqual([]);
    expect(namesOf(library, { collections: [one], filed: 'unfiled' })).toEqual([]);
    expect(namesOf(library, { collections: [] })).toHaveLength(4);
    library.collections.trash(two);
    expect(namesOf(library, { collections: [one, two] })).toEqual(['Cap', 'Crown']);
    // Known to a collection before any list shows it.
    refreshWith(library, 2, [row(77, 'Newcomer')], 2000);
    expect(namesOf(library, { collections: [one] })).toEqual(['Cap', 'Crown', 'Newcomer']);
  });
});
