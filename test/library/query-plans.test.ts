import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import type { Library } from '../../electron/library/library.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { Scope } from '../../shared/accounts.ts';
import { itemSorts, type ItemFilter } from '../../shared/views.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const keys = [8, 41].map((type) => `own/AssetType/${type}/`);

function fill(library: Library): void {
  for (const accountId of [1, 2]) {
    addAccount(library, accountId);
    library.categories.save(accountId, [8, 41].map(categoryFacts), 1);
    for (const key of keys) {
      const rows = Array.from({ length: 300 }, (_, index) => ({
        ...{
          type: 'Asset' as const,
          id: index + 1,
          name: `Item ${index}`,
          assetType: 8,
          instanceId: index + 1,
        },
        ...{ creatorName: null, priceInRobux: index, serialNumber: null, acquiredAt: index },
      }));
      library.holdings.begin(accountId, key, 1);
      library.holdings.commitPage(accountId, key, { rows, unreadableRows: 0, nextCursor: null });
      library.holdings.publish(accountId, key, 1);
    }
  }
}

/** Every statement prepared while `task` runs, with the database it was for. */
function statementsOf(task: () => void): { sql: string; database: DatabaseSync }[] {
  const seen: { sql: string; database: DatabaseSync }[] = [];
  const real = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'prepare')
    ?.value as DatabaseSync['prepare'];
  const spy = vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (
    this: DatabaseSync,
    sql,
  ) {
    seen.push({ sql, database: this });
    return real.call(this, sql);
  });
  try {
    task();
  } finally {
    spy.mockRestore();
  }
  return seen;
}

function look(library: Library, scope: Scope): void {
  const filters: ItemFilter[] = [
    {},
    { filed: 'unfiled' },
    { isLimited: true, price: { from: 1, to: null }, categories: keys },
  ];
  for (const category of [allItemsKey, ...keys])
    for (const sort of itemSorts)
      for (const filter of filters)
        for (const search of ['', 'item', 'itme'])
          library.holdings.page({ scope, category, search, sort, filter, owned: 'duplicates' }, 0);
  library.holdings.page({ scope, category: allItemsKey, search: '', sort: 'newest' }, 0);
  library.categories.tree(scope);
  library.details.read(1, { type: 'Asset', id: 1 });
}

it('a view of one account reading through the rows of all', () => {
  const { library } = openLibrary();
  fill(library);
  const statements = statementsOf(() => look(library, 1));
  expect(statements.length).toBeGreaterThan(10);
  for (const { sql, database } of statements) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    const steps = plan.map((step) => String(step['detail']));
    // What a statement made up itself is as small as the statement says.
    const own = steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (\w+)/.exec(step)?.[1] ?? []);
    const scans = steps.filter((step) => {
      const table = /^SCAN (item|holding|copy|collectible|[hcoi])\b/.exec(step)?.[1];
      return table !== undefined && !own.includes(table);
    });
    expect(scans, sql).toEqual([]);
  }
});

it('a library that is read through when it opens, so that it opens slower the larger it is', () => {
  const { library, folder } = openLibrary();
  fill(library);
  const open = (opened: Library) => {
    for (const scope of [1, 'all'] as const) {
      opened.categories.tree(scope);
      opened.holdings.page({ scope, category: allItemsKey, search: '', sort: 'newest' }, 0);
      opened.holdings.page({ scope, category: keys[0] ?? '', search: '', sort: 'newest' }, 0);
    }
  };
  open(library);
  library.close();
  const again = openLibrary(folder).library;
  const readThrough = statementsOf(() => open(again)).filter(({ sql }) =>
    /group_concat\((item_)?number/.test(sql),
  );
  expect(readThrough).toEqual([]);
  expect(
    statementsOf(() =>
      again.holdings.page({ scope: 1, category: allItemsKey, search: 'i', sort: 'newest' }, 0),
    ).length,
  ).toBeGreaterThan(1);
});
