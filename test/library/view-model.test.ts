import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CollectibleCopy } from '../../electron/library/collectibles/collectibles.ts';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import { itemTypes, type ItemType } from '../../shared/items.ts';
import { itemSorts, type ItemFilter } from '../../shared/views.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';
import { showView, type ModelLibrary, type ModelView } from './view-model.ts';

const accountIds = [31, 4, 15];
const own = [8, 41, 11].map((type) => `own/AssetType/${type}/`);
const favourites = 'favorites/AssetType/8/';
const names = [
  ...['Crown', 'crown of thorns', 'Golden Crówn', 'Crow', 'X-crown', 'Scrown', 'Dragon', 'Dragoon wings'],
  ...['golden', 'Cap', 'A cap', 'Capitaine ＦＵＬＬ', 'ab', 'b a', '"quoted" NEAR(cap)', 'cap* OR crown'],
];
const pool: readonly OwnedRow[] = names.map((name, index) => ({
  type: itemTypes[index % 3 === 2 ? 3 : 0] satisfies ItemType,
  id: 100 + index,
  name,
  assetType: index % 3 === 2 ? null : 8,
  creatorName: null,
  priceInRobux: index % 4 === 0 ? null : (index * 37) % 50,
  instanceId: null,
  serialNumber: null,
  acquiredAt: null,
}));

const small = fc.integer({ min: 0, max: 6 });
// A copy was got once: whoever lists it says the same date, or none does.
const row = fc
  .record({ item: fc.constantFrom(...pool), copy: fc.integer({ min: 1, max: 3 }) })
  .map(({ item, copy }): OwnedRow => ({
    ...item,
    instanceId: item.id * 10 + copy,
    acquiredAt: (item.id + copy) % 4 === 0 ? null : (item.id * copy) % 6,
  }));
const list = fc.record({
  accountId: fc.constantFrom(...accountIds),
  category: fc.constantFrom(...own, favourites),
  rows: fc.array(row, { maxLength: 14 }),
});
const copy = fc.record({
  assetId: fc.constantFrom(...pool.filter(({ type }) => type === 'Asset').map(({ id }) => id)),
  instanceId: fc.integer({ min: 1, max: 1000 }),
  serialNumber: fc.option(small),
  recentAveragePrice: fc.option(fc.integer({ min: 0, max: 60 })),
  originalPrice: fc.constant(null),
  assetStock: fc.constant(null),
  isOnHold: fc.boolean(),
});
const library: fc.Arbitrary<ModelLibrary> = fc.record({
  accountIds: fc.constant(accountIds),
  categories: fc.constant([...own, favourites]),
  lists: fc.uniqueArray(list, {
    selector: ({ accountId, category }) => `${accountId} ${category}`,
    maxLength: 9,
  }),
  collectibles: fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom(...accountIds),
      copies: fc.uniqueArray(copy, { selector: ({ instanceId }) => instanceId, maxLength: 6 }),
    }),
    { selector: ({ accountId }) => accountId },
  ),
  profile: fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom(...accountIds),
      ids: fc.uniqueArray(fc.constantFrom(...pool.map(({ id }) => id)), { maxLength: 4 }),
    }),
    { selector: ({ accountId }) => accountId },
  ),
});
const range = fc.record({ from: fc.option(small), to: fc.option(fc.integer({ min: 0, max: 60 })) });
const filter: fc.Arbitrary<ItemFilter> = fc.record(
  {
    categories: fc.subarray(own),
    types: fc.subarray(['Asset', 'Bundle'] as ItemType[]),
    ownedBy: fc.subarray(accountIds),
    filed: fc.constantFrom('inProfileCollection' as const, 'unfiled' as const),
    isLimited: fc.boolean(),
    hold: fc.constantFrom('tradable' as const, 'onHold' as const),
    price: range,
    acquired: range,
  },
  { requiredKeys: [] },
);
const typed = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'c',
    'cap',
    'CROWN',
    'crówn',
    'crwon',
    'dragn',
    'goldne crown',
    'crown gol',
    'a b',
    'crown of thorns',
  ],
  ...['"quoted"', 'cap*', 'NEAR(cap)', 'OR', '*', 'full', 'captiane', 'xyzzy', 'crown crown', ' cap  '],
);
const view: fc.Arbitrary<ModelView> = fc.record({
  scope: fc.constantFrom('all' as const, ...accountIds),
  category: fc.constantFrom(allItemsKey, ...own, favourites),
  search: typed,
  sort: fc.constantFrom(...itemSorts),
  owned: fc.constantFrom('any' as const, 'any' as const, 'duplicates' as const, { missingFrom: 4 }),
  filter: fc.oneof(fc.constant({}), filter),
});

it('any view of any library that shows other items, in another order, or counts them otherwise than it says', () => {
  const { library: real } = openLibrary();
  for (const id of accountIds) addAccount(real, id);
  const views = fc.array(view, { minLength: 10, maxLength: 20 });
  fc.assert(
    fc.property(library, views, fc.boolean(), fc.boolean(), (model, asked, isSliced, isSwept) => {
      // What was there before must not show through, whether its rows are gone yet or not.
      for (const id of accountIds) real.forget(id);
      while (isSwept && real.leftovers.deleteSome());
      fill(real, model);
      for (const one of asked) {
        const page = isSliced ? inSlices(() => real.holdings.tryPage(one, 0)) : real.holdings.page(one, 0);
        const expected = showView(model, one, pool);
        const shown = { items: page.items.map(({ id }) => id), total: page.total };
        expect(shown, JSON.stringify(one)).toEqual({ items: expected, total: expected.length });
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);

function inSlices<T>(slice: () => T | null): T {
  for (;;) {
    const answer = slice();
    if (answer !== null) return answer;
  }
}

function fill(real: ReturnType<typeof openLibrary>['library'], model: ModelLibrary): void {
  real.items.save(...pool);
  for (const id of accountIds) {
    const tree = [8, 41, 11].map(categoryFacts);
    real.categories.save(id, [...tree, { ...categoryFacts(8), list: 'favorites' }], 1);
  }
  for (const [index, { accountId, category, rows }] of model.lists.entries()) {
    real.holdings.begin(accountId, category, index + 1);
    const middle = rows.length >> 1;
    for (const part of [rows.slice(0, middle), rows.slice(middle)])
      real.holdings.commitPage(accountId, category, { rows: part, unreadableRows: 0, nextCursor: 'c' });
    // Every third list is still on its first refresh: what has arrived shows.
    if (index % 3 !== 0) real.holdings.publish(accountId, category, index + 1);
  }
  for (const { accountId, copies } of model.collectibles) saveCollectibles(real, accountId, copies);
  for (const { accountId, ids } of model.profile) {
    const filed = ids.flatMap((id) => pool.find((one) => one.id === id) ?? []);
    real.profileItems.save(accountId, filed, 1, 1);
  }
}

function saveCollectibles(
  { collectibles }: ReturnType<typeof openLibrary>['library'],
  accountId: number,
  rows: readonly CollectibleCopy[],
): void {
  collectibles.begin(accountId, 1);
  collectibles.commitPage(accountId, { rows, unreadableRows: 0, nextCursor: null });
  collectibles.publish(accountId, 1);
}
