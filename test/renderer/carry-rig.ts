import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';

import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCarryStore } from '../../renderer/features/carry/carry.store.ts';
import type { ItemSource, Load, Place } from '../../renderer/features/carry/load.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { collectionLimits, type Collection } from '../../shared/collections.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Item } from '../../shared/items.ts';
import type { ViewContent } from '../../shared/views.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleCollection, sampleItem } from './samples.ts';

const view: ViewContent = {
  scope: 'all',
  category: 'own/*',
  search: '',
  sort: 'newest',
  owned: 'any',
  filter: {},
};
export const hats = sampleCollection(1, { name: 'Hats', count: 2 });
export const winter = sampleCollection(2, { name: 'Winter', parentId: 1 });
export const gifts = sampleCollection(3, { name: 'Gifts' });
export const smart = sampleCollection(4, { name: 'Smart', view, count: null });
export const full = sampleCollection(5, { name: 'Full', count: collectionLimits.items });
export const collections = [hats, winter, gifts, smart, full];

/** The stores over a main process in which Hats has items 1 and 2, and the profile collection item 9. */
export async function start({ refusal, canEdit = true }: { refusal?: AppError; canEdit?: boolean } = {}) {
  const sent: [string, unknown][] = [];
  const note = (name: string) => (input: unknown) => {
    if (refusal) throw refusal;
    sent.push([name, input]);
  };
  const shares = new Set([1, 2]);
  const accounts = [sampleAccount({ canEdit }), sampleAccount({ id: 8, canEdit })];
  const held = new Map<string, Promise<null>>();
  /** Has the answer wait until what is returned is called. */
  function hold(name: string): () => void {
    const { promise, resolve } = Promise.withResolvers<null>();
    held.set(name, promise);
    return () => resolve(null);
  }
  const bridge = installBridge({
    'accounts.list': () => ({ accounts, scope: 7 }),
    'collections.list': () => ({ collections, trash: [] }),
    'collections.of': async ({ items }) => {
      // Of the first items alone: the answer about later ones overtakes it.
      if (items.some(({ id }) => shares.has(id))) await held.get('collections.of');
      return [{ id: 1, items: items.filter(({ id }) => shares.has(id)).length }];
    },
    'collections.arrange': (input) => (note('arrange')(input), input.items.length),
    'collections.add': (input) => (note('add')(input), { filed: input.items.length, already: 0 }),
    'collections.transfer': (input) => (note('transfer')(input), { filed: input.items.length, already: 0 }),
    'collections.remove': (input) => (note('remove')(input), input.items.length),
    'collections.move': (input) => (note('move')(input), { collections, trash: [] }),
    'collections.trash': (input) => (note('trash')(input), { collections, trash: [] }),
    'profileCollection.list': () => ({
      items: [{ ...sampleItem(9), change: null }],
      ...{ refused: [], waiting: 0, limit: null, refusedAssetTypes: [9], savedAt: 1 },
    }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'profileCollection.add': async (input) => {
      note('profile')(input);
      await held.get('profileCollection.add');
      return 1;
    },
    'profileCollection.remove': (input) => (note('profileOut')(input), 1),
    'undo.state': () => ({ undo: null, redo: null }),
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const carry = useCarryStore();
  await flushPromises();
  function change(now: readonly Collection[]): void {
    bridge.emit('collections.changed', { state: { collections: now, trash: [] }, items: [] });
  }
  async function take(load: Load, wantsCopy = false): Promise<void> {
    carry.pickUp(load, wantsCopy);
    await flushPromises();
  }
  return {
    carry,
    sent,
    take,
    shares,
    change,
    hold,
    notices: useNoticeStore(),
    selection: useSelectionStore(),
  };
}

export function load(items: readonly Item[], from: ItemSource = { kind: 'library' }): Load {
  return { kind: 'items', items, from, scope: 7 };
}

export const into = (collection: Collection): Place => ({ kind: 'collection', id: collection.id });
export const fromHats = { kind: 'collection', id: 1 } as const;
