// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useCollectionActions } from '../../renderer/features/collections/useCollectionActions.ts';
import { useCollectionFiles } from '../../renderer/features/collections/useCollectionFiles.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import type { MenuAction, MenuEntry } from '../../renderer/ui/menu-entry.ts';
import type { Collection } from '../../shared/collections.ts';
import type { ViewContent } from '../../shared/views.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleCollection } from './samples.ts';

const collections = [
  sampleCollection(1),
  sampleCollection(2),
  sampleCollection(4, { parentId: 2 }),
  sampleCollection(5, { parentId: 2 }),
  sampleCollection(3),
];
const shown = { scope: 'all', category: 'own/*', search: '', sort: 'newest', owned: 'any' } as const;
const view: ViewContent = { ...shown, filter: {} };

async function start(extra: readonly Collection[] = []) {
  const moves: unknown[] = [];
  installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'collections.list': () => ({ collections: [...collections, ...extra], trash: [] }),
    'collections.move': (move) => {
      moves.push(move);
      return { collections, trash: [] };
    },
    'collections.export': () => ({ file: 'all.csv', collections: 1, items: 3, leftOut: 2 }),
    'undo.state': () => ({ undo: null, redo: null }),
  });
  setActivePinia(createPinia());
  const actions = useCollectionActions();
  await flushPromises();
  return { ...actions, moves };
}

describe('moving a collection by one step', () => {
  it.each([
    ['moveCollectionUp', 3, { id: 3, parentId: null, position: 1 }],
    ['moveCollectionDown', 1, { id: 1, parentId: null, position: 1 }],
    ['nestCollection', 3, { id: 3, parentId: 2, position: 2 }],
    ['unnestCollection', 5, { id: 5, parentId: null, position: 2 }],
  ])('%s leading elsewhere', async (action, id, move) => {
    const { carryOut, moves } = await start();
    expect(await carryOut(action, id)).toBe(true);
    expect(moves).toEqual([move]);
  });

  it('a step offered, or taken, that there is no room for', async () => {
    const { carryOut, entriesOf, moves } = await start();
    const actions = entriesOf(1).filter((entry): entry is MenuAction => entry !== 'separator');
    const obstacles = actions.filter(({ obstacle }) => obstacle !== undefined).map(({ id }) => id);
    expect(obstacles).toEqual(['moveCollectionUp', 'nestCollection', 'unnestCollection']);
    for (const id of obstacles) expect(await carryOut(id, 1)).toBe(false);
    expect(moves).toEqual([]);
    expect(entriesOf(99)).toEqual([]);
  });
});

describe('a table of smart collections', () => {
  it('offered where there would be nothing but its head', async () => {
    const smart = [
      sampleCollection(6, { view }),
      sampleCollection(7, { parentId: 6, view }),
      sampleCollection(8, { view }),
      sampleCollection(9, { parentId: 8 }),
    ];
    const { entriesOf } = await start(smart);
    const hindered = [1, 6, 7, 8].filter((id) => isHindered(entriesOf(id), 'exportCsv'));
    expect(hindered).toEqual([6, 7]);
    expect(isHindered(entriesOf(7), 'exportJson')).toBe(false);
  });

  it('written without a word of those left out', async () => {
    await start();
    await useCollectionFiles().exportTo('csv', null);
    const [notice] = useNoticeStore().notices;
    expect(notice?.lines).toHaveLength(2);
    expect(notice?.lines[1]).toContain('2 smart collections are not in it');
  });
});

function isHindered(entries: readonly MenuEntry[], action: string): boolean {
  return entries.some(
    (entry) => entry !== 'separator' && entry.id === action && entry.obstacle !== undefined,
  );
}
