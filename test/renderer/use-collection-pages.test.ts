// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import {
  useCollectionPages,
  type CollectionQuery,
} from '../../renderer/features/collections/useCollectionPages.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useWorkStore } from '../../renderer/features/work/work.store.ts';
import type { CollectionItem } from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleItem } from './samples.ts';

function start(items: readonly CollectionItem[]) {
  let known = items;
  let failing = false;
  const bridge = installBridge({
    'collections.items': ({ search, page }) => {
      if (failing) throw new AppError('storageFailed', 'No');
      const found = known.filter(({ name }) => name.includes(search));
      return { page, total: found.length, items: found };
    },
  });
  setActivePinia(createPinia());
  const query = shallowRef<CollectionQuery>({ search: '', sort: 'custom' });
  const pages = effectScope().run(() => useCollectionPages(1, query));
  if (!pages) throw new Error('The scope has ended');
  return {
    ...{ bridge, query, pages },
    keep: (now: readonly CollectionItem[]) => (known = now),
    fail: (isFailing: boolean) => (failing = isFailing),
  };
}

const named = (id: number, name: string, isDeleted = false) => ({ ...sampleItem(id, { name }), isDeleted });
const state = { collections: [], trash: [] };

describe('the items of a collection', () => {
  it('one without a name left blank, or one that is gone passing for there', async () => {
    const { pages } = start([named(7, ''), named(8, 'Crown', true)]);
    await flushPromises();
    expect([pages.itemAt(0)?.name, pages.itemAt(1)?.name]).toEqual(['Asset 7', 'Crown (deleted)']);
  });

  it('a change of it that is not shown, or of another one that is asked about', async () => {
    const { bridge, pages, keep } = start([named(7, 'Crown')]);
    await flushPromises();
    keep([named(7, 'Crown'), named(8, 'Cap')]);
    const asked = bridge.asked.length;
    bridge.emit('collections.changed', { state, items: [2] });
    await flushPromises();
    expect(bridge.asked).toHaveLength(asked);
    bridge.emit('collections.changed', { state, items: [1] });
    await flushPromises();
    expect(pages.facts.value?.total).toBe(2);
    expect(pages.itemAt(1)?.name).toBe('Cap');
  });

  it('an item that an undo took out of it still selected, or the selection lost with another order', async () => {
    const { bridge, keep } = start([named(7, 'Crown'), named(8, 'Cap')]);
    await flushPromises();
    const selection = useSelectionStore();
    selection.chosen = new Map([['Asset-8', sampleItem(8)]]);
    const change = async (now: readonly CollectionItem[]) => {
      keep(now);
      bridge.emit('collections.changed', { state, items: [1] });
      await flushPromises();
    };
    await change([named(8, 'Cap'), named(7, 'Crown')]);
    expect(selection.items).toHaveLength(1);
    await change([named(7, 'Crown')]);
    expect(selection.items).toEqual([]);
  });

  it('a failure that empties what is on screen, or that stays after it is over', async () => {
    const { query, pages, fail } = start([named(7, 'Crown'), named(8, 'Cap')]);
    await flushPromises();
    fail(true);
    query.value = { search: 'Cap', sort: 'custom' };
    await flushPromises();
    expect(pages.error.value?.code).toBe('storageFailed');
    expect(pages.itemAt(0)?.name).toBe('Crown');
    fail(false);
    query.value = { search: 'Cap', sort: 'name' };
    await flushPromises();
    expect(pages.error.value).toBeNull();
    expect(pages.itemAt(0)?.name).toBe('Cap');
  });

  it('laid out anew with each part of a long change, or not at all after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { bridge, pages, keep } = start([named(7, 'Crown')]);
      await flushPromises();
      const gate = Promise.withResolvers<undefined>();
      const work = useWorkStore().run({ word: () => '', total: 9 }, () => gate.promise);
      await flushPromises();
      vi.advanceTimersByTime(1000);
      keep([]);
      const asked = bridge.asked.length;
      for (let part = 0; part < 5; part += 1) bridge.emit('collections.changed', { state, items: [1] });
      await flushPromises();
      expect(bridge.asked).toHaveLength(asked);
      gate.resolve(undefined);
      await work;
      await flushPromises();
      expect(pages.facts.value?.total).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
