// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useCollectionActions } from '../../renderer/features/collections/useCollectionActions.ts';
import type { MenuAction } from '../../renderer/ui/menu-entry.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleCollection } from './samples.ts';

const collections = [
  sampleCollection(1),
  sampleCollection(2),
  sampleCollection(4, { parentId: 2 }),
  sampleCollection(5, { parentId: 2 }),
  sampleCollection(3),
];

async function start() {
  const moves: unknown[] = [];
  installBridge({
    'accounts.list': () => ({ accounts: [], scope: null }),
    'collections.list': () => ({ collections, trash: [] }),
    'collections.move': (move) => {
      moves.push(move);
      return { collections, trash: [] };
    },
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
