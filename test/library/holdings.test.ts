import { describe, expect, it } from 'vitest';
import type { Library } from '../../electron/library/library.ts';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import type { ItemSort } from '../../shared/views.ts';
import { openLibrary } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';

function row(id: number, name: string, instanceId: number | null = id * 10): OwnedRow {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  return { type: 'Asset', id, name, assetType: 8, instanceId, ...nothingMore };
}

function refreshWith(library: Library, rows: readonly OwnedRow[], savedAt = 1000, accountId = 1): void {
  library.holdings.begin(accountId, hats, savedAt);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, savedAt);
}

function names(library: Library, search = '', sort: ItemSort = 'newest', accountId = 1): string[] {
  const view = { scope: accountId, category: hats, search, sort };
  return library.holdings.page(view, 0).items.map((item) => item.name);
}

describe('a category', () => {
  it('a row Roblox repeats on the next page counted twice', () => {
    const { library } = openLibrary();
    refreshWith(library, [row(1, 'Cap', 11), row(2, 'Crown', 21), row(1, 'Cap', 11), row(1, 'Cap', 12)]);
    const { items, total } = library.holdings.page(
      { scope: 1, category: hats, search: '', sort: 'newest' },
      0,
    );
    expect(total).toBe(2);
    expect(items.map(({ name, copies }) => [name, copies])).toEqual([
      ['Cap', 2],
      ['Crown', 1],
    ]);
  });

  it('items leaving the screen while a refresh is under way', () => {
    const { library } = openLibrary();
    refreshWith(library, [row(1, 'Cap'), row(2, 'Crown')]);
    library.holdings.begin(1, hats, 2000);
    library.holdings.commitPage(1, hats, { rows: [row(3, 'New')], unreadableRows: 0, nextCursor: 'c' });
    expect(names(library)).toEqual(['Cap', 'Crown']);
    library.holdings.publish(1, hats, 3000);
    expect(names(library)).toEqual(['New']);
  });

  it('nothing shown of a first refresh until its end', () => {
    const { library } = openLibrary();
    library.holdings.begin(1, hats, 2000);
    library.holdings.commitPage(1, hats, { rows: [row(3, 'New')], unreadableRows: 1, nextCursor: 'c' });
    const page = library.holdings.page({ scope: 1, category: hats, search: '', sort: 'newest' }, 0);
    expect(page).toMatchObject({ total: 1, savedAt: null });
  });

  it('a refresh begun again keeping rows of the attempt before', () => {
    const { library } = openLibrary();
    library.holdings.begin(1, hats, 2000);
    library.holdings.commitPage(1, hats, { rows: [row(3, 'Gone')], unreadableRows: 0, nextCursor: 'c' });
    refreshWith(library, [row(4, 'There')], 3000);
    expect(names(library)).toEqual(['There']);
  });

  it("one account's items showing in another's", () => {
    const { library } = openLibrary();
    refreshWith(library, [row(1, 'Mine')], 1000, 1);
    refreshWith(library, [row(2, 'Theirs')], 1000, 2);
    expect(names(library, '', 'newest', 1)).toEqual(['Mine']);
    library.forget(1);
    expect(names(library, '', 'newest', 1)).toEqual([]);
    expect(names(library, '', 'newest', 2)).toEqual(['Theirs']);
  });

  it('rows of a removed account standing in for those of the next', () => {
    const { library } = openLibrary();
    const begin = (accountId: number, name: string) => {
      library.holdings.begin(accountId, hats, 1000);
      const rows = [row(1, `${name}0`), row(2, `${name}1`)];
      library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: 'c' });
    };
    begin(1, 'A');
    expect(names(library)).toHaveLength(2);
    library.forget(1);
    expect(names(library)).toEqual([]);
    library.holdings.begin(2, hats, 1000);
    const others = [row(11, 'B0'), row(12, 'B1')];
    library.holdings.commitPage(2, hats, { rows: others, unreadableRows: 0, nextCursor: 'c' });
    begin(1, 'A');
    expect(names(library)).toEqual(['A0', 'A1']);
  });

  it('pages of a refresh that is no longer known passing for saved', () => {
    const { library } = openLibrary();
    library.holdings.begin(1, hats, 1000);
    library.forget(1);
    const page = { rows: [row(1, 'Late')], unreadableRows: 0, nextCursor: null };
    expect(() => library.holdings.commitPage(1, hats, page)).toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
    expect(names(library)).toEqual([]);
  });

  it('the order not being what the sort says', () => {
    const { library } = openLibrary();
    refreshWith(library, [row(1, 'beta'), row(2, 'Álpha'), row(3, 'Gamma')]);
    expect(names(library, '', 'newest')).toEqual(['beta', 'Álpha', 'Gamma']);
    expect(names(library, '', 'oldest')).toEqual(['Gamma', 'Álpha', 'beta']);
    expect(names(library, '', 'nameAscending')).toEqual(['Álpha', 'beta', 'Gamma']);
    expect(names(library, '', 'nameDescending')).toEqual(['Gamma', 'beta', 'Álpha']);
  });

  it('search missing accents, case, the middle of a word, or a second word', () => {
    const { library } = openLibrary();
    refreshWith(library, [row(1, 'Café Crown'), row(2, 'crown of 100%'), row(3, 'Cap')]);
    expect(names(library, 'CAFE')).toEqual(['Café Crown']);
    expect(names(library, 'row')).toEqual(['Café Crown', 'crown of 100%']);
    expect(names(library, 'crown caf')).toEqual(['Café Crown']);
    expect(names(library, '0%')).toEqual(['crown of 100%']);
    expect(names(library, '%')).toEqual(['crown of 100%']);
    expect(names(library, '_')).toEqual([]);
  });

  it('pages overlapping, missing an item, or giving a wrong total', () => {
    const { library } = openLibrary();
    const rows = Array.from({ length: 450 }, (_, index) => row(index + 1, `Item ${index}`));
    refreshWith(library, rows);
    const view = { scope: 1, category: hats, search: '', sort: 'newest' } as const;
    const pages = [0, 1, 2, 3].map((page) => library.holdings.page(view, page));
    expect(pages.map((page) => page.items.length)).toEqual([200, 200, 50, 0]);
    expect(pages.flatMap((page) => page.items.map((item) => item.id))).toEqual(rows.map(({ id }) => id));
    expect(new Set(pages.map((page) => page.total))).toEqual(new Set([450]));
  });

  it('a fact one answer gives being erased by another that does not say', () => {
    const { library } = openLibrary();
    library.items.save({
      type: 'Asset',
      id: 1,
      name: 'Cap',
      assetType: 8,
      creatorName: 'Ada',
      priceInRobux: 5,
    });
    library.items.save({
      type: 'Asset',
      id: 1,
      name: 'Cap II',
      assetType: null,
      creatorName: null,
    });
    const item = library.items.find(1, { type: 'Asset', id: 1 });
    expect(item).toMatchObject({ name: 'Cap II', assetType: 8, creatorName: 'Ada', priceInRobux: 5 });
  });

  it('a price kept though its source says that there is none any more', () => {
    const { library } = openLibrary();
    const place = { type: 'Asset', id: 1, name: 'Obby', assetType: 9, creatorName: 'Ada' } as const;
    library.items.save({ ...place, priceInRobux: 25 });
    library.items.save({ ...place, priceInRobux: null });
    expect(library.items.find(1, place)).toMatchObject({ creatorName: 'Ada', priceInRobux: null });
  });
});
