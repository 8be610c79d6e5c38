// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import type { ItemQuery } from '../../renderer/features/items/item-query.ts';
import { useShelfStore } from '../../renderer/features/items/shelf.store.ts';
import { useItemPages } from '../../renderer/features/items/useItemPages.ts';
import { installBridge, type FakeBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem, samplePage } from './samples.ts';

const hats: ItemQuery = {
  scope: 7,
  category: 'own/AssetType/8/',
  search: '',
  sort: 'newest',
  owned: 'any',
  filter: {},
};
const both = [sampleAccount({ id: 7 }), sampleAccount({ id: 8 })];

/** Lists of 1000 items, named after whose they are and the round they were asked in. */
async function start(): Promise<FakeBridge & { round: number }> {
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: both, scope: 7 }),
    'items.list': ({ scope, page }) => {
      const { items, ...facts } = samplePage(page, 1000);
      return { ...facts, items: items.map(({ id }) => sampleItem(id, { name: nameOf(scope, id) })) };
    },
  });
  const started = { ...bridge, round: 1 };
  const nameOf = (scope: number | 'all', id: number) => `${scope}/${id} in round ${started.round}`;
  setActivePinia(createPinia());
  await useAccountStore().load();
  return started;
}

function show(query: ItemQuery) {
  const scope = effectScope();
  const pages = scope.run(() => useItemPages(shallowRef(query)));
  if (!pages) throw new Error('The scope has ended');
  return { pages, leave: () => scope.stop() };
}

async function visit(query: ItemQuery, first = 0): Promise<void> {
  const { pages, leave } = show(query);
  pages.show(first, first + 30);
  await flushPromises();
  leave();
}

describe('coming back to a list', () => {
  it('blank, at its top only, or never brought up to date', async () => {
    const started = await start();
    await visit(hats, 600);
    started.round = 2;
    const { pages } = show(hats);
    expect(pages.facts.value?.total).toBe(1000);
    expect(pages.itemAt(610)?.name).toBe('7/611 in round 1');
    pages.show(600, 630);
    await flushPromises();
    expect(pages.itemAt(610)?.name).toBe('7/611 in round 2');
  });

  it("another account's items, another category's or another order's in the first moment", async () => {
    await start();
    await visit(hats);
    const others: Partial<ItemQuery>[] = [
      { scope: 8 },
      { scope: 'all' },
      { category: 'own/AssetType/41/' },
      { sort: 'oldest' },
      { search: 'crown' },
    ];
    for (const other of others) {
      const { pages } = show({ ...hats, ...other });
      expect(pages.facts.value).toBeNull();
      expect(pages.itemAt(0)).toBeUndefined();
    }
  });

  it('a search that takes the place of the list it was made in', async () => {
    await start();
    await visit(hats);
    await visit({ ...hats, search: 'crown' });
    expect(useShelfStore().pagesOf(hats)).toHaveLength(1);
  });

  it('the items of an account that was removed, alone or among all', async () => {
    const started = await start();
    await useShelfStore().prepare({ ...hats, scope: 8 });
    const late = useShelfStore().prepare({ ...hats, scope: 'all' });
    started.emit('accounts.changed', { accounts: both.slice(0, 1), scope: 7 });
    await late;
    expect(useShelfStore().pagesOf({ ...hats, scope: 8 })).toEqual([]);
    expect(useShelfStore().pagesOf({ ...hats, scope: 'all' })).toEqual([]);
  });

  it('every account of hundreds kept in memory', async () => {
    await start();
    for (let scope = 100; scope < 200; scope += 1) await visit({ ...hats, scope });
    const kept = Array.from({ length: 100 }, (_, place) =>
      useShelfStore().pagesOf({ ...hats, scope: 100 + place }),
    );
    expect(kept.filter((pages) => pages.length > 0)).toHaveLength(16);
  });
});
