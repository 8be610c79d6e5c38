// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { useCollectionStore } from '../../renderer/features/collections/collection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useResultStore } from '../../renderer/features/results/result.store.ts';
import { useUndoStore } from '../../renderer/features/undo/undo.store.ts';
import { useWorkStore } from '../../renderer/features/work/work.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { UndoState } from '../../shared/undo.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleCollection, sampleItem } from './samples.ts';

const hats = sampleCollection(1, { name: 'Hats' });
const items = (count: number) => Array.from({ length: count }, (_, index) => sampleItem(index + 1));

/** The stores over a main process that takes parts as the real one does; `onPart` may stop, break or watch it. */
async function start(onPart: (number: number) => void = () => undefined) {
  let undo: UndoState = { undo: null, redo: null };
  const parts: { count: number; step: number | undefined; position: number | null }[] = [];
  const undone: (number | null)[] = [];
  function note(count: number, step: number | undefined): void {
    const before = step === undefined ? 0 : (undo.undo?.name as { count: number }).count;
    const id = step ?? (undo.undo?.id ?? 0) + 1;
    undo = {
      undo: { id, name: { kind: 'addItems', count: before + count, collection: 'Hats' }, at: 1 },
      redo: null,
    };
  }
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'collections.list': () => ({ collections: [hats], trash: [] }),
    'collections.create': ({ items: asked = [] }) => {
      note(asked.length, undefined);
      return sampleCollection(2, { name: 'Caps', count: asked.length });
    },
    'collections.add': ({ items: asked, step, position }) => {
      onPart(parts.length + 1);
      parts.push({ count: asked.length, step, position });
      note(asked.length, step);
      return { filed: asked.length - 1, already: 1 };
    },
    'undo.state': () => undo,
    'undo.undo': ({ step }) => {
      undone.push(step);
      return { undo: null, redo: undo.undo };
    },
  });
  setActivePinia(createPinia());
  const collections = useCollectionStore();
  await flushPromises();
  return { bridge, collections, parts, undone, notices: useNoticeStore(), works: useWorkStore() };
}

describe('a change of thousands of items', () => {
  it('told as one of the last part, taken back in part, or its parts in the wrong order', async () => {
    const { collections, parts, notices, undone } = await start();
    expect(await collections.add(1, items(5000), 10)).toBe(true);
    expect(parts).toEqual([
      { count: 2000, step: undefined, position: 10 },
      { count: 2000, step: 1, position: 10 + 1999 },
      { count: 1000, step: 1, position: 10 + 2 * 1999 },
    ]);
    expect(notices.notices).toMatchObject([
      { title: 'Added 4,997 items to “Hats”', lines: ['3 were in it already.'] },
    ]);
    notices.act(notices.notices[0]?.id ?? 0);
    await flushPromises();
    expect(undone).toEqual([1]);
  });

  it('a collection made of many that holds the first of them alone', async () => {
    const { bridge, collections, notices, parts } = await start();
    expect(await collections.create({ name: 'Caps', items: items(5000) })).toMatchObject({ id: 2 });
    expect(bridge.asked.filter((name) => name === 'collections.create')).toHaveLength(1);
    expect(parts.map(({ count, step }) => [count, step])).toEqual([
      [2000, 1],
      [1000, 1],
    ]);
    expect(notices.notices.at(-1)?.title).toBe('Created “Caps” with 4,998 items');
  });

  it('called off without a word of what is done, or of a way back', async () => {
    const { collections, notices, parts, undone, works } = await start((part) => {
      if (part === 2) works.cancel();
    });
    expect(await collections.add(1, items(9000))).toBe(false);
    expect(parts).toHaveLength(2);
    expect(notices.notices).toMatchObject([
      {
        tone: 'neutral',
        title: 'Stopped after 4,000 of 9,000 items',
        lines: ['Added 3,998 items to “Hats”', '2 were in it already.'],
        action: { label: 'Undo' },
      },
    ]);
    notices.act(notices.notices[0]?.id ?? 0);
    await flushPromises();
    expect(undone).toEqual([1]);
    expect(works.current).toBeNull();
  });

  it('a failure halfway that passes for none, or for one of everything', async () => {
    const { collections, notices } = await start((part) => {
      if (part === 3) throw new AppError('collectionTooLarge', 'Full');
    });
    expect(await collections.add(1, items(9000))).toBe(false);
    expect(notices.notices).toMatchObject([
      { tone: 'problem', title: 'Stopped after 4,000 of 9,000 items', action: { label: 'Undo' } },
    ]);
    expect(notices.notices[0]?.lines[1]).toBe('Added 3,998 items to “Hats”');
    notices.act(notices.notices[0]?.id ?? 0, 'more');
    const [group] = useResultStore().open?.groups ?? [];
    expect(group?.items.map(({ id }) => id)).toEqual(
      items(9000)
        .slice(4000)
        .map(({ id }) => id),
    );
    const first = await start(() => {
      throw new AppError('collectionTooLarge', 'Full');
    });
    expect(await first.collections.add(1, items(9000))).toBe(false);
    expect(first.notices.notices).toMatchObject([{ tone: 'problem', action: undefined }]);
    expect(first.notices.notices[0]?.title).not.toContain('Stopped');
  });

  it('another change, or an undo, between its parts', async () => {
    const { bridge, collections } = await start();
    const adding = collections.add(1, items(5000));
    const undoing = useUndoStore().undo();
    await Promise.all([adding, undoing]);
    const made = bridge.asked.filter((name) => name === 'collections.add' || name === 'undo.undo');
    expect(made).toEqual([...Array<string>(3).fill('collections.add'), 'undo.undo']);
  });

  it('work that nobody can see, or a bar that blinks for what is over at once', async () => {
    vi.useFakeTimers();
    try {
      setActivePinia(createPinia());
      const works = useWorkStore();
      const gate = Promise.withResolvers<undefined>();
      const work = works.run({ word: (done) => `${done} of 9`, total: 9 }, async ({ report }) => {
        report(4);
        await gate.promise;
      });
      await Promise.resolve();
      expect([works.current?.done, works.shown]).toEqual([4, null]);
      vi.advanceTimersByTime(1000);
      expect(works.shown?.word(works.shown.done)).toBe('4 of 9');
      gate.resolve(undefined);
      await work;
      expect([works.current, works.shown]).toEqual([null, null]);
    } finally {
      vi.useRealTimers();
    }
  });
});
