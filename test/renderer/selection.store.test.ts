// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useWorkStore } from '../../renderer/features/work/work.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { Item } from '../../shared/items.ts';
import { sampleItem } from './samples.ts';

// Only the first ten are loaded until somebody asks for more.
function lazyList(total: number) {
  let loaded = 10;
  return {
    total: () => total,
    itemAt: (index: number): Item | undefined => (index < loaded ? sampleItem(index + 1) : undefined),
    loadRange: (_first: number, last: number): Promise<void> => {
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

  it('the other way round leaving out what nobody has scrolled to, or choosing what was chosen', async () => {
    const selection = useSelectionStore();
    const list = lazyList(5000);
    selection.list = () => list;
    await selection.choose(list, 1, 'single');
    await selection.choose(list, 3, 'toggle');
    await selection.invert();
    expect(selection.items).toHaveLength(4998);
    expect(selection.items.slice(0, 3).map(({ id }) => id)).toEqual([1, 3, 5]);
    await selection.invert();
    expect(selection.items.map(({ id }) => id)).toEqual([2, 4]);
    await selection.selectAll();
    expect(selection.items).toHaveLength(5000);
    selection.list = null;
    await selection.invert();
    expect(selection.items).toHaveLength(5000);
  });

  it('a hundred thousand asked for at once, not to be called off, or half of them chosen then', async () => {
    const selection = useSelectionStore();
    const works = useWorkStore();
    const asked: number[] = [];
    const list = lazyList(100_000);
    const counting = {
      ...list,
      loadRange: (first: number, last: number) => {
        asked.push(last - first + 1);
        if (asked.length === 3) works.cancel();
        return list.loadRange(first, last);
      },
    };
    await selection.choose(list, 2, 'single');
    await selection.choose(counting, 0, 'all');
    expect(asked).toHaveLength(3);
    expect(Math.max(...asked)).toBeLessThanOrEqual(2000);
    expect(selection.items.map(({ id }) => id)).toEqual([3]);
    expect(works.current).toBeNull();
    await selection.choose(counting, 0, 'all');
    expect(selection.items).toHaveLength(100_000);
  });

  it('a list that cannot be read chosen in part, or without a word', async () => {
    const selection = useSelectionStore();
    const list = lazyList(5000);
    const broken = { ...list, loadRange: () => Promise.reject(new AppError('storageFailed', 'No')) };
    await selection.choose(list, 2, 'single');
    await selection.choose(broken, 0, 'all');
    expect(selection.items).toHaveLength(1);
    expect(useNoticeStore().notices).toMatchObject([{ tone: 'problem' }]);
  });

  it('what a list has grown by meanwhile left out of all of it', async () => {
    const selection = useSelectionStore();
    let total = 1900;
    const list = { ...lazyList(0), total: () => total };
    const growing = {
      ...list,
      loadRange: (first: number, last: number) => {
        total = 9000;
        return list.loadRange(first, last);
      },
    };
    await selection.choose(growing, 0, 'all');
    expect(selection.items).toHaveLength(9000);
  });
});
