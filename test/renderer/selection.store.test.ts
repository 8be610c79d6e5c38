// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import type { Item } from '../../shared/items.ts';
import { sampleItem } from './samples.ts';

// Only the first ten are loaded until somebody asks for more.
function lazyList(total: number) {
  let loaded = 10;
  return {
    total: () => total,
    itemAt: (index: number): Item | undefined => (index < loaded ? sampleItem(index + 1) : undefined),
    loadRange: (_first: number, last: number) => {
      loaded = Math.max(loaded, last + 1);
      return Promise.resolve();
    },
  };
}

beforeEach(() => setActivePinia(createPinia()));

describe('selecting', () => {
  it('a stretch takes what is not loaded yet along', async () => {
    const selection = useSelectionStore();
    const list = lazyList(5000);
    await selection.choose(list, 4, 'single');
    await selection.choose(list, 3000, 'range');
    expect(selection.items).toHaveLength(2997);
    await selection.choose(list, 0, 'all');
    expect(selection.items).toHaveLength(5000);
  });

  it('a stretch still being read is given up when the list is left, or the next account would be acted on with it', async () => {
    const selection = useSelectionStore();
    const list = lazyList(5000);
    const gate = Promise.withResolvers<undefined>();
    const choosing = selection.choose({ ...list, loadRange: () => gate.promise }, 0, 'all');
    selection.clear();
    gate.resolve(undefined);
    await choosing;
    expect(selection.items).toEqual([]);
  });

  it('a second stretch starts where the first did', async () => {
    const selection = useSelectionStore();
    const list = lazyList(10);
    await selection.choose(list, 5, 'single');
    await selection.choose(list, 8, 'range');
    await selection.choose(list, 3, 'range');
    expect(selection.items.map(({ id }) => id)).toEqual([4, 5, 6]);
  });
});
