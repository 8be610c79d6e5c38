// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import type { ItemQuery } from '../../renderer/features/items/item-query.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useItemPages } from '../../renderer/features/items/useItemPages.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleItem, samplePage } from './samples.ts';

const query: ItemQuery = {
  scope: 7,
  category: 'own/AssetType/8/',
  search: '',
  sort: 'newest',
  owned: 'any',
  filter: {},
};

beforeEach(() => void setActivePinia(createPinia()));

describe('a category on screen', () => {
  it('reads again in place when a refresh has changed it, and leaves others alone', async () => {
    let name = 'Before';
    const bridge = installBridge({
      'items.list': () => samplePage(0, 1, { items: [sampleItem(1, { name })] }),
    });
    const pages = effectScope().run(() => useItemPages(shallowRef(query)));
    await flushPromises();
    name = 'After';
    const news = { accountId: 7, isComplete: true, received: 1 };
    bridge.emit('items.changed', { ...news, category: 'own/AssetType/9/' });
    await flushPromises();
    expect(pages?.itemAt(0)?.name).toBe('Before');
    bridge.emit('items.changed', { ...news, category: query.category });
    await flushPromises();
    expect(pages?.itemAt(0)?.name).toBe('After');
  });

  it('shows the old list until the first page of a search is there, and only the newest search', async () => {
    const waiting = new Map<string, () => void>();
    installBridge({
      'items.list': async ({ search }) => {
        if (search !== '') await new Promise<void>((answer) => waiting.set(search, answer));
        return samplePage(0, 1, { items: [sampleItem(1, { name: search || 'All' })] });
      },
    });
    const asked = shallowRef(query);
    const pages = effectScope().run(() => useItemPages(asked));
    await flushPromises();
    asked.value = { ...query, search: 'cr' };
    await flushPromises();
    asked.value = { ...query, search: 'crown' };
    await flushPromises();
    expect(pages?.itemAt(0)?.name).toBe('All');
    waiting.get('crown')?.();
    await flushPromises();
    waiting.get('cr')?.();
    await flushPromises();
    expect(pages?.itemAt(0)?.name).toBe('crown');
  });

  it('the lower half of a high window empty after a search', async () => {
    installBridge({ 'items.list': ({ page }) => samplePage(page, 1000) });
    const asked = shallowRef(query);
    const pages = effectScope().run(() => useItemPages(asked));
    pages?.show(0, 350);
    await flushPromises();
    asked.value = { ...query, search: 'item' };
    await flushPromises();
    expect(pages?.itemAt(350)?.id).toBe(351);
  });

  it('a search that failed once never asked for again', async () => {
    let isBroken = true;
    installBridge({
      'items.list': ({ search }) => {
        if (search !== '' && isBroken) throw new Error('The disk is full');
        return samplePage(0, 1, { items: [sampleItem(1, { name: search || 'All' })] });
      },
    });
    const asked = shallowRef(query);
    const pages = effectScope().run(() => useItemPages(asked));
    await flushPromises();
    asked.value = { ...query, search: 'crown' };
    await flushPromises();
    expect([pages?.itemAt(0)?.name, pages?.error.value?.code]).toEqual(['All', 'unexpected']);
    isBroken = false;
    pages?.reload();
    await flushPromises();
    expect([pages?.itemAt(0)?.name, pages?.error.value]).toEqual(['crown', null]);
  });

  it.each([{ filed: 'unfiled' }, { filed: 'inProfileCollection' }, { collections: [1] }] as const)(
    'what was filed out of %o still selected, or lost with what came in',
    async (filter) => {
      let total = 3;
      installBridge({ 'items.list': () => samplePage(0, total) });
      const selection = useSelectionStore();
      const pages = effectScope().run(() => useItemPages(shallowRef({ ...query, filter })));
      await flushPromises();
      const change = async (now: number) => {
        total = now;
        pages?.reload();
        await flushPromises();
      };
      selection.chosen = new Map([['Asset-1', sampleItem(1)]]);
      await change(4);
      expect(selection.items).toHaveLength(1);
      await change(3);
      expect(selection.items).toEqual([]);
    },
  );

  it('a selection lost with any item that a refresh no longer finds', async () => {
    let total = 3;
    const bridge = installBridge({ 'items.list': () => samplePage(0, total) });
    const selection = useSelectionStore();
    effectScope().run(() => useItemPages(shallowRef(query)));
    await flushPromises();
    selection.chosen = new Map([['Asset-1', sampleItem(1)]]);
    total = 2;
    bridge.emit('items.changed', { accountId: 7, category: query.category, isComplete: true, received: 2 });
    await flushPromises();
    expect(selection.items).toHaveLength(1);
  });

  it('a list read again for every page of a refresh, or the last page of it never shown', async () => {
    vi.useFakeTimers();
    let total = 0;
    const bridge = installBridge({ 'items.list': () => samplePage(0, total) });
    const pages = effectScope().run(() => useItemPages(shallowRef(query)));
    await flushPromises();
    const arrive = async (isComplete: boolean) => {
      total += 1;
      const { category } = query;
      bridge.emit('items.changed', { accountId: 7, category, isComplete, received: total });
      await flushPromises();
    };
    await arrive(false);
    expect(pages?.facts.value?.total).toBe(1);
    const asked = bridge.asked.length;
    for (let page = 0; page < 20; page += 1) await arrive(false);
    expect(bridge.asked.length).toBe(asked);
    await vi.advanceTimersByTimeAsync(1000);
    expect(pages?.facts.value?.total).toBe(21);
    expect(bridge.asked.length).toBeLessThan(asked + 3);
    await arrive(true);
    expect(pages?.facts.value?.total).toBe(22);
    vi.useRealTimers();
  });
});
