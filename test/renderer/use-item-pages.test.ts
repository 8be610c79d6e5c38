// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import type { ItemQuery } from '../../renderer/features/items/item-query.ts';
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
});
