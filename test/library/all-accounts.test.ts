import { describe, expect, it } from 'vitest';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import type { Library } from '../../electron/library/library.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { AccountKind, Visibility } from '../../shared/accounts.ts';
import type { OwnedFilter } from '../../shared/views.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';
const favouriteHats = 'favorites/AssetType/8/';

function row(id: number, facts: Partial<OwnedRow> = {}): OwnedRow {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  return { type: 'Asset', id, name: `Item ${id}`, assetType: 8, instanceId: id, ...nothingMore, ...facts };
}

function refreshWith(library: Library, accountId: number, rows: readonly OwnedRow[], at = 1000, key = hats) {
  library.holdings.begin(accountId, key, at);
  library.holdings.commitPage(accountId, key, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, key, at);
}

function open(...accounts: { id: number; kind?: AccountKind; visibility?: Visibility }[]): Library {
  const { library } = openLibrary();
  for (const { id, ...facts } of accounts) {
    addAccount(library, id, facts);
    library.categories.save(id, [categoryFacts(8)], 500 + id);
  }
  return library;
}

function page(library: Library, category = hats, owned: OwnedFilter = 'any') {
  return library.holdings.page({ scope: 'all', category, search: '', sort: 'newest', owned }, 0);
}

function idsOf(library: Library, category = hats, owned: OwnedFilter = 'any'): number[] {
  return page(library, category, owned).items.map(({ id }) => id);
}

describe('the items of all accounts', () => {
  it('one item two accounts own standing twice, or with the copies of one', () => {
    const library = open({ id: 5 }, { id: 2 });
    refreshWith(library, 2, [row(1, { instanceId: 11 }), row(1, { instanceId: 12 }), row(2)]);
    refreshWith(library, 5, [row(1, { instanceId: 13 })]);
    const { items, total } = page(library);
    expect(total).toBe(2);
    const shared = items.find(({ id }) => id === 1);
    expect(shared?.copies).toBe(3);
    // In the order of the accounts, not of their ids.
    expect(shared?.owners).toEqual([
      { accountId: 5, copies: 1 },
      { accountId: 2, copies: 2 },
    ]);
  });

  it('an item of one account naming its owner while only that account is on screen', () => {
    const library = open({ id: 1 });
    refreshWith(library, 1, [row(1)]);
    const view = { scope: 1, category: hats, search: '', sort: 'newest' } as const;
    expect(library.holdings.page(view, 0).items[0]).toMatchObject({ copies: 1, owners: [] });
  });

  it('duplicates and missing items read from favourites, which nobody need own', () => {
    const library = open({ id: 1 }, { id: 2 });
    for (const id of [1, 2]) refreshWith(library, id, [row(7)], 1000, favouriteHats);
    refreshWith(library, 1, [row(8)]);
    expect(idsOf(library, allItemsKey, 'duplicates')).toEqual([]);
    expect(idsOf(library, favouriteHats, { missingFrom: 1 })).toEqual([7]);
    expect(page(library, favouriteHats).items[0]).toMatchObject({ copies: 0, owners: [{}, {}] });
  });

  it('an archived account left out, or an account that was removed still in', () => {
    const library = open({ id: 1, kind: 'archived' }, { id: 2 }, { id: 3 });
    for (const id of [1, 2, 3]) refreshWith(library, id, [row(id)]);
    library.accounts.remove(3);
    expect(idsOf(library).sort()).toEqual([1, 2]);
  });

  it('an order kept from before an account was refreshed', () => {
    const library = open({ id: 1 }, { id: 2 });
    refreshWith(library, 1, [row(1)]);
    refreshWith(library, 2, [row(2)]);
    expect(idsOf(library, hats, 'duplicates')).toEqual([]);
    refreshWith(library, 2, [row(1), row(2)]);
    expect(idsOf(library, hats, 'duplicates')).toEqual([1]);
    expect(idsOf(library, hats, { missingFrom: 1 })).toEqual([2]);
  });

  it('the best facts of a limited taken from one owner alone', () => {
    const library = open({ id: 1 }, { id: 2 });
    for (const id of [1, 2]) {
      refreshWith(library, id, [row(9, { instanceId: id })]);
      const copy = { assetId: 9, instanceId: id, recentAveragePrice: 100 * id, originalPrice: null };
      library.collectibles.begin(id, 1);
      library.collectibles.commitPage(id, {
        rows: [{ ...copy, serialNumber: 10 - id, assetStock: null, isOnHold: true }],
        unreadableRows: 0,
        nextCursor: null,
      });
      library.collectibles.publish(id, 1);
    }
    const limited = { lowestSerial: 8, recentAveragePrice: 200, copiesOnHold: 2 };
    expect(page(library).items[0]?.limited).toEqual(limited);
  });
});

describe('the age of all accounts together', () => {
  it('younger than its oldest part, or given while an account is still to be read', () => {
    const library = open({ id: 1 }, { id: 2 });
    refreshWith(library, 1, [row(1)], 3000);
    expect(page(library)).toMatchObject({ savedAt: null, accountsUnknown: [2] });
    refreshWith(library, 2, [row(1)], 2000);
    expect(page(library)).toMatchObject({ savedAt: 2000, accountsUnknown: [] });
  });

  it('held back for ever by a hidden inventory, or by an account without the category', () => {
    const library = open({ id: 1 }, { id: 2, visibility: 'hidden' }, { id: 3 });
    library.categories.save(3, [categoryFacts(41)], 1);
    refreshWith(library, 1, [row(1)], 3000);
    expect(page(library)).toMatchObject({ savedAt: 3000, accountsUnknown: [2] });
  });
});

describe('the categories of all accounts', () => {
  it("a category twice, missing, or not in the order of the fullest account's tree", () => {
    const library = open({ id: 1 }, { id: 2 });
    library.categories.save(1, [categoryFacts(2), categoryFacts(99)], 1);
    library.categories.save(2, [categoryFacts(41), categoryFacts(8), categoryFacts(2)], 1);
    const keys = library.categories
      .tree('all')
      .own.flatMap(({ categories }) => categories.map(({ id }) => id));
    expect(keys).toEqual([41, 8, 2, 99]);
  });

  it('a list Roblox names no more out of reach while something of it is saved, or there for ever', () => {
    const library = open({ id: 1 });
    const hair = 'own/AssetType/41/';
    const keys = () => {
      const { own, favorites } = library.categories.tree(1);
      return [...own, ...favorites].flatMap(({ categories }) => categories.map(({ key }) => key));
    };
    const favourite = { ...categoryFacts(8), list: 'favorites' } as const;
    library.categories.save(1, [categoryFacts(8), categoryFacts(41), categoryFacts(2), favourite], 1);
    refreshWith(library, 1, [row(1)]);
    refreshWith(library, 1, [row(2)], 1000, hair);
    library.categories.save(1, [categoryFacts(8), favourite], 2);
    expect(keys()).toEqual([hats, hair, favouriteHats]);
    expect(idsOf(library, allItemsKey).toSorted()).toEqual([1, 2]);
    refreshWith(library, 1, [], 2000, hair);
    library.categories.save(1, [categoryFacts(8), favourite], 3);
    expect(keys()).toEqual([hats, favouriteHats]);
    expect(idsOf(library, allItemsKey)).toEqual([1]);
  });

  it('a count that adds up accounts instead of items, or is there before anything was fetched', () => {
    const library = open({ id: 1 }, { id: 2 });
    const count = () => library.categories.tree('all').own[0]?.categories[0]?.itemCount;
    expect(count()).toBeNull();
    refreshWith(library, 1, []);
    expect(count()).toBe(0);
    refreshWith(library, 1, [row(1), row(2)]);
    refreshWith(library, 2, [row(2), row(3)]);
    expect(count()).toBe(3);
  });

  it('a count kept from before an account was removed, added again and refreshed as often', () => {
    const library = open({ id: 1 });
    const count = () => library.categories.tree('all').own[0]?.categories[0]?.itemCount;
    refreshWith(library, 1, [row(1), row(2)], 1000);
    expect(count()).toBe(2);
    library.forget(1);
    library.categories.save(1, [categoryFacts(8)], 1);
    expect(count()).toBeNull();
    refreshWith(library, 1, [row(1)], 2000);
    expect(count()).toBe(1);
  });
});
