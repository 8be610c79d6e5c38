import { describe, expect, it } from 'vitest';
import type { CopiesAsked } from '../../../electron/library/collectibles/collectible-views.ts';
import type { Library } from '../../../electron/library/library.ts';
import {
  collectibleColumns,
  type CollectibleRow,
  type CollectibleSort,
} from '../../../shared/collectibles.ts';
import { pageSize } from '../../../shared/paging.ts';
import { addAccount, categoryFacts } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { copyOf, evening, readCopies } from './written-copies.ts';

const plain: CopiesAsked = { scope: 1, search: '', sort: 'nameAscending', isGrouped: false, unfolded: [] };
const crown = { name: 'Frost Crown', recentAveragePrice: 900, originalPrice: 100, assetStock: 50 };
const hat = { name: 'Ärmel Hat', recentAveragePrice: 40, originalPrice: 200 };

function open(): Library {
  const { library } = openLibrary();
  for (const id of [2, 1]) addAccount(library, id);
  readCopies(
    library,
    1,
    [
      copyOf(7, 71, { ...crown, serialNumber: 12 }),
      copyOf(7, 72, { ...crown, serialNumber: 3, isOnHold: true }),
      copyOf(8, 81, hat),
      copyOf(9, 91, { name: 'Bow' }),
    ],
    { at: evening(0) },
  );
  readCopies(library, 2, [copyOf(7, 73, { ...crown, serialNumber: 1 })], { at: evening(1) });
  return library;
}

function idsOf(library: Library, asked: Partial<CopiesAsked>): number[] {
  return library.collectibleViews
    .page({ ...plain, ...asked }, 0)
    .items.map((row) => row.copy?.instanceId ?? row.id);
}

describe('the copies of limiteds', () => {
  it('an order that is not the one asked for, or what is unknown anywhere but last', () => {
    const library = open();
    const orders: readonly (readonly [CollectibleSort, readonly number[]])[] = [
      ['nameAscending', [81, 91, 72, 71]],
      ['nameDescending', [72, 71, 91, 81]],
      ['serialAscending', [72, 71, 81, 91]],
      ['serialDescending', [71, 72, 81, 91]],
      ['valueDescending', [72, 71, 81, 91]],
      ['valueAscending', [81, 72, 71, 91]],
      ['originalDescending', [81, 72, 71, 91]],
      ['gainAscending', [81, 72, 71, 91]],
      ['gainDescending', [72, 71, 81, 91]],
      ['stockAscending', [72, 71, 81, 91]],
      ['holdDescending', [72, 81, 91, 71]],
    ];
    for (const [sort, ids] of orders) expect(idsOf(library, { sort }), sort).toEqual(ids);
    expect(idsOf(library, { scope: 'all', sort: 'accountAscending' })).toEqual([73, 81, 91, 72, 71]);
  });

  it('copies that are not under their item, unfolded ones missing, or an owner unnamed', () => {
    const library = open();
    const asked = { ...plain, scope: 'all', isGrouped: true, unfolded: [7] } as const;
    const { items, total, found, limiteds } = library.collectibleViews.page(
      { ...asked, sort: 'totalDescending' },
      0,
    );
    expect(items.map((row) => row.copy?.instanceId ?? row.id)).toEqual([7, 73, 72, 71, 8, 9]);
    expect({ total, found, limiteds }).toEqual({ total: 6, found: 3, limiteds: 3 });
    expect(library.collectibleViews.page(plain, 0)).toMatchObject({ total: 4, limiteds: 3 });
    expect(items[0]).toMatchObject({
      ...{ name: 'Frost Crown', copies: 3, isUnfolded: true, copy: null },
      owners: [
        { accountId: 2, copies: 1 },
        { accountId: 1, copies: 2 },
      ],
      limited: { lowestSerial: 1, recentAveragePrice: 900, copiesOnHold: 1 },
    });
    expect(items[1]).toMatchObject({ copies: 1, owners: [{ accountId: 2 }], limited: { lowestSerial: 1 } });
    for (const column of collectibleColumns)
      expect(idsOf(library, { ...asked, unfolded: [], sort: `${column}Ascending` })).toHaveLength(3);
  });

  it('a search that misses an accent, a serial number or a slip of the finger, or finds what does not fit', () => {
    const library = open();
    expect(idsOf(library, { search: 'armel' })).toEqual([81]);
    expect(idsOf(library, { search: 'crown frost' })).toEqual([72, 71]);
    expect(idsOf(library, { search: '#12' })).toEqual([71]);
    expect(idsOf(library, { search: 'crwon' })).toEqual([72, 71]);
    expect(idsOf(library, { search: 'nothing' })).toEqual([]);
    expect(idsOf(library, { search: '#1', isGrouped: true, scope: 'all' })).toEqual([7]);
  });

  it('totals that add up an item twice, or gain over copies of which one price is unknown', () => {
    const library = open();
    const { accounts, together } = library.collectibleViews.totals('all');
    expect(accounts.map(({ accountId, value }) => [accountId, value])).toEqual([
      [2, 900],
      [1, 1840],
    ]);
    expect(accounts[1]?.savedAt).toBe(evening(0));
    expect(together).toEqual({
      ...{ copies: 5, items: 3, onHold: 1, value: 2740, unpriced: 1 },
      gain: { copies: 4, original: 500, value: 2740 },
    });
    readCopies(library, 2, [copyOf(5, 51, { recentAveragePrice: 60 })], { at: evening(2) });
    const { gain, value } = library.collectibleViews.totals('all').together;
    expect({ gain, value }).toEqual({ gain: { copies: 3, original: 400, value: 1840 }, value: 1900 });
  });

  it('an account that was never read passing for one that owns nothing', () => {
    const library = open();
    addAccount(library, 3);
    library.categories.save(3, [categoryFacts(8)], 1);
    expect(library.collectibleViews.page({ ...plain, scope: 3 }, 0)).toMatchObject({
      savedAt: null,
      total: 0,
    });
    const all = library.collectibleViews.page({ ...plain, scope: 'all' }, 0);
    expect(all).toMatchObject({ savedAt: null, accountsUnknown: [3], total: 5 });
    readCopies(library, 3, [], { at: evening(2) });
    expect(library.collectibleViews.page({ ...plain, scope: 3 }, 0).savedAt).toBe(evening(2));
    expect(library.collectibleViews.page({ ...plain, scope: 'all' }, 0).savedAt).toBe(evening(0));
  });

  it('copies of before shown after a refresh, or pages that overlap or leave a gap', () => {
    const library = open();
    const many = Array.from({ length: 3 * pageSize - 50 }, (_, index) =>
      copyOf(1 + (index % 97), index + 1, { recentAveragePrice: index % 13 }),
    );
    readCopies(library, 1, many, { at: evening(3) });
    const rows: CollectibleRow[] = [];
    for (const page of [0, 1, 2])
      rows.push(...library.collectibleViews.page({ ...plain, sort: 'valueDescending' }, page).items);
    expect(new Set(rows.map(({ copy }) => copy?.instanceId)).size).toBe(many.length);
    const prices = rows.map(({ limited }) => limited.recentAveragePrice ?? -1);
    expect(prices).toEqual(prices.toSorted((one, other) => other - one));
  });

  it('ten thousand copies that keep others from the library for longer than a slice', () => {
    const library = open();
    const many = Array.from({ length: 10_000 }, (_, index) =>
      copyOf(1 + (index % 3000), index + 1, { recentAveragePrice: (index * 7919) % 10_007 }),
    );
    readCopies(library, 1, many, { at: evening(3) });
    const asked = { ...plain, sort: 'gainDescending' } as const;
    let slices = 0;
    let page = null;
    while (page === null) {
      page = library.collectibleViews.tryPage(asked, 0);
      slices += 1;
    }
    expect(slices).toBeGreaterThan(1);
    expect(page).toEqual(library.collectibleViews.page(asked, 0));
  });
});
