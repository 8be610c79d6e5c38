// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useCollectionStore } from '../../renderer/features/collections/collection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { useUndoStore } from '../../renderer/features/undo/undo.store.ts';
import type { Collection } from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import type { StepName, UndoState } from '../../shared/undo.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleCollection, sampleItem } from './samples.ts';

/** The store over a main process that files items as the real one does, one step each. */
async function start(collections: readonly Collection[], refusal?: AppError) {
  let undo: UndoState = { undo: null, redo: null };
  const undone: (number | null)[] = [];
  function step(name: StepName): void {
    undo = { undo: { id: (undo.undo?.id ?? 0) + 1, name, at: 1 }, redo: null };
  }
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'collections.list': () => ({ collections, trash: [] }),
    'collections.add': ({ items }) => {
      if (refusal) throw refusal;
      const filed = items.filter(({ id }) => id < 100).length;
      if (filed > 0) step({ kind: 'addItems', count: filed, collection: 'Hats' });
      return { filed, already: items.length - filed };
    },
    'collections.arrange': ({ items, position }) => {
      if (position === 0) return 0;
      step({ kind: 'arrangeItems', count: items.length, collection: 'Hats' });
      return items.length;
    },
    'collections.trash': ({ id }) => {
      step({ kind: 'trashCollection', collection: 'Hats' });
      return { collections: collections.filter((each) => each.id !== id), trash: [] };
    },
    'undo.state': () => undo,
    'undo.undo': ({ step: id }) => {
      undone.push(id);
      undo = { undo: null, redo: undo.undo };
      return undo;
    },
  });
  setActivePinia(createPinia());
  const store = useCollectionStore();
  await flushPromises();
  return { store, bridge, undone };
}

const hats = sampleCollection(1, { name: 'Hats' });

describe('local collections', () => {
  it('a change whose toast takes back another one', async () => {
    const { store, undone } = await start([hats]);
    await store.add(1, [sampleItem(5), sampleItem(6), sampleItem(100)]);
    const notices = useNoticeStore();
    const [notice] = notices.notices;
    expect(notice).toMatchObject({
      tone: 'good',
      title: 'Added 2 items to “Hats”',
      lines: ['1 was in it already.'],
      action: { label: 'Undo' },
    });
    notices.act(notice?.id ?? 0);
    await flushPromises();
    expect(undone).toEqual([1]);
    expect(notices.notices.at(-1)).toMatchObject({
      title: 'Undone: add 2 items to Hats',
      action: { label: 'Redo' },
    });
  });

  it('another order told of items that stand where they stood', async () => {
    const { store } = await start([hats]);
    const notices = useNoticeStore();
    expect(await store.arrange(1, [sampleItem(5)], 0)).toBe(true);
    expect(notices.notices).toEqual([]);
    await store.arrange(1, [sampleItem(5)], 1);
    expect(notices.notices).toMatchObject([
      { title: 'Changed the order of “Hats”', action: { label: 'Undo' } },
    ]);
  });

  it('an undo offered for what changed nothing', async () => {
    const { store } = await start([hats]);
    await store.add(1, [sampleItem(5)]);
    await store.add(1, [sampleItem(100)]);
    expect(useNoticeStore().notices.at(-1)).toMatchObject({
      title: 'It is in “Hats” already',
      action: undefined,
    });
  });

  it('a refusal that is thrown, or passes for done', async () => {
    const { store } = await start([hats], new AppError('collectionTooLarge', 'Full'));
    expect(await store.add(1, [sampleItem(5)])).toBe(false);
    expect(useNoticeStore().notices.at(-1)?.tone).toBe('problem');
    expect(await store.add(1, [])).toBe(false);
  });

  it('a path or a count that misses what lies deeper', async () => {
    const inside = sampleCollection(2, { parentId: 1 });
    const deepest = sampleCollection(3, { parentId: 2 });
    const { store } = await start([hats, inside, deepest]);
    expect(store.pathOf(deepest).map(({ id }) => id)).toEqual([1, 2]);
    expect(store.belowOf(1).map(({ id }) => id)).toEqual([2, 3]);
    await store.trashOne(1);
    expect(useNoticeStore().notices.at(-1)?.lines).toEqual(['2 collections inside it went along.']);
    expect(store.find(1)).toBeUndefined();
  });

  it('names of a step that are read as places in a sentence', async () => {
    const { bridge } = await start([]);
    const undo = useUndoStore();
    const name = { kind: 'addItems', count: 1400, collection: '{number} | @me' } as const;
    bridge.emit('undo.changed', { undo: { id: 1, name, at: 1 }, redo: null });
    expect(undo.undoName).toBe('add 1,400 items to {number} | @me');
  });
});
