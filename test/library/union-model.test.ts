import { expect, it } from 'vitest';
import { Random } from '../../electron/demo/art/random.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { ItemOwner } from '../../shared/items.ts';
import type { OwnedFilter } from '../../shared/views.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const accountIds = [31, 4, 15, 9];
const types = [8, 41, 11];
const keyOf = (type: number) => `own/AssetType/${type}/`;
const rounds = 40;

/** The simplest thing that could be right: what each account owns, as copies by item by category. */
type Model = Map<number, Map<string, Map<number, number>>>;

function ownersIn(model: Model, category: string): Map<number, ItemOwner[]> {
  const owners = new Map<number, ItemOwner[]>();
  for (const accountId of accountIds) {
    for (const [key, held] of model.get(accountId) ?? []) {
      if (category !== allItemsKey && key !== category) continue;
      for (const [id, copies] of held) owners.set(id, [...(owners.get(id) ?? []), { accountId, copies }]);
    }
  }
  return owners;
}

function isWanted(owners: readonly ItemOwner[], owned: OwnedFilter): boolean {
  if (owned === 'any') return true;
  if (owned === 'duplicates') return owners.length > 1;
  return owners.every(({ accountId }) => accountId !== owned.missingFrom);
}

it('any run of refreshes after which the union, a filter or a count is not what each account owns together', () => {
  const { library } = openLibrary();
  const random = new Random(20_261_123);
  const model: Model = new Map();
  for (const id of accountIds) {
    addAccount(library, id);
    library.categories.save(id, types.map(categoryFacts), 1);
  }

  for (let round = 1; round <= rounds; round += 1) {
    refreshSomething(round);
    for (const category of [allItemsKey, ...types.map(keyOf)]) compare(category);
  }

  function refreshSomething(at: number): void {
    const accountId = random.pick(accountIds);
    const type = random.pick(types);
    const held = new Map<number, number>();
    for (let count = random.whole(0, 12); count > 0; count -= 1)
      held.set(type * 100 + random.whole(0, 20), random.whole(1, 3));
    const rows = [...held].flatMap(([id, copies]) =>
      Array.from({ length: copies }, (_, copy) => ({
        ...{ type: 'Asset' as const, id, name: `Item ${id}`, assetType: type, instanceId: id * 10 + copy },
        ...{ creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: random.whole(1, 1e6) },
      })),
    );
    const nextCursor = random.chance(0.2) ? 'more' : null;
    library.holdings.begin(accountId, keyOf(type), at);
    library.holdings.commitPage(accountId, keyOf(type), { rows, unreadableRows: 0, nextCursor });
    const isFirst = library.refreshes.state(accountId, keyOf(type)).savedAt === null;
    // What is under way shows only while nothing is published; a refresh that stops halfway changes nothing else.
    if (nextCursor === null) library.holdings.publish(accountId, keyOf(type), at);
    if (nextCursor !== null && !isFirst) return;
    const lists = model.get(accountId) ?? new Map<string, Map<number, number>>();
    model.set(accountId, lists.set(keyOf(type), held));
  }

  function compare(category: string): void {
    const owners = ownersIn(model, category);
    const listed = library.categories.tree('all').own.flatMap(({ categories }) => categories);
    const count = listed.find(({ key }) => key === category)?.itemCount;
    if (count !== null && count !== undefined) expect(count).toBe(owners.size);
    const filters: OwnedFilter[] = ['any', 'duplicates', { missingFrom: random.pick(accountIds) }];
    for (const owned of filters) {
      const view = { scope: 'all', category, search: '', sort: 'nameAscending', owned } as const;
      const { items, total } = library.holdings.page(view, 0);
      const expected = [...owners].filter(([, each]) => isWanted(each, owned));
      const seen = new Map(items.map((item) => [item.id, item.owners]));
      expect(total).toBe(expected.length);
      expect(seen).toEqual(new Map(expected));
      for (const item of items)
        expect(item.copies).toBe(item.owners.reduce((sum, { copies }) => sum + copies, 0));
    }
  }
});
