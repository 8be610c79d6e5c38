// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCarryStore } from '../../renderer/features/carry/carry.store.ts';
import { drags, pairOf } from '../../renderer/features/carry/drags.ts';
import type { ItemSource, Load, Place } from '../../renderer/features/carry/load.ts';
import { useSelectionStore } from '../../renderer/features/items/selection.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { collectionLimits, type Collection, type CollectionView } from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import type { Item, ItemRef } from '../../shared/items.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleCollection, sampleItem } from './samples.ts';

const view: CollectionView = {
  scope: 'all',
  category: 'own/*',
  search: '',
  sort: 'newest',
  owned: 'any',
  filter: {},
};
const hats = sampleCollection(1, { name: 'Hats', count: 2 });
const winter = sampleCollection(2, { name: 'Winter', parentId: 1 });
const gifts = sampleCollection(3, { name: 'Gifts' });
const smart = sampleCollection(4, { name: 'Smart', view, count: null });
const full = sampleCollection(5, { name: 'Full', count: collectionLimits.items });
const collections = [hats, winter, gifts, smart, full];

/** The stores over a main process in which Hats has items 1 and 2, and the profile collection item 9. */
async function start({ refusal, canEdit = true }: { refusal?: AppError; canEdit?: boolean } = {}) {
  const sent: [string, unknown][] = [];
  const note = (name: string) => (input: unknown) => {
    if (refusal) throw refusal;
    sent.push([name, input]);
  };
  const shares = new Set([1, 2]);
  const accounts = [sampleAccount({ canEdit }), sampleAccount({ id: 8, canEdit })];
  const bridge = installBridge({
    'accounts.list': () => ({ accounts, scope: 7 }),
    'collections.list': () => ({ collections, trash: [] }),
    'collections.of': ({ items }) => [{ id: 1, items: items.filter(({ id }) => shares.has(id)).length }],
    'collections.add': (input) => (note('add')(input), { filed: input.items.length, already: 0 }),
    'collections.transfer': (input) => (note('transfer')(input), { filed: input.items.length, already: 0 }),
    'collections.remove': (input) => (note('remove')(input), input.items.length),
    'collections.move': (input) => (note('move')(input), { collections, trash: [] }),
    'collections.trash': (input) => (note('trash')(input), { collections, trash: [] }),
    'profileCollection.list': () => ({
      items: [{ ...sampleItem(9), change: null }],
      ...{ refused: [], waiting: 0, savedAt: 1 },
    }),
    'profileCollection.refresh': () => ({ wasNeeded: false }),
    'profileCollection.add': (input) => (note('profile')(input), 1),
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
  return { carry, sent, take, shares, change, notices: useNoticeStore(), selection: useSelectionStore() };
}

function load(items: readonly Item[], from: ItemSource = { kind: 'library' }): Load {
  return { kind: 'items', items, from, scope: 7 };
}

const into = (collection: Collection): Place => ({ kind: 'collection', id: collection.id });
const fromHats = { kind: 'collection', id: 1 } as const;

describe('before it is put down', () => {
  it.each<[string, Load, Place, string]>([
    ['a smart collection', load([sampleItem(5)]), into(smart), 'A smart collection fills itself'],
    ['a full one', load([sampleItem(5)]), into(full), 'That is more than one collection holds'],
    [
      'one that is gone',
      load([sampleItem(5)]),
      into(sampleCollection(99)),
      'This collection is no longer there',
    ],
    [
      'one that has them all',
      load([sampleItem(1), sampleItem(2)]),
      into(hats),
      'All 2 are in “Hats” already',
    ],
    ['where it is', load([sampleItem(1)], fromHats), into(hats), 'It is in “Hats” already'],
    [
      'the profile, where it is',
      load([sampleItem(9)]),
      { kind: 'profile' },
      'It is in the profile collection already',
    ],
    [
      'the profile, of somebody else',
      load([sampleItem(5, { owners: [{ accountId: 8, copies: 1 }] })]),
      { kind: 'profile' },
      'The account on screen does not own it',
    ],
    [
      'the profile, of nobody any more',
      load([sampleItem(5)], fromHats),
      { kind: 'profile' },
      'The account on screen does not own it',
    ],
    [
      'another place of its own collection, with more than one change takes',
      load(
        Array.from({ length: collectionLimits.itemsAtOnce + 1 }, (_, at) => sampleItem(at + 100)),
        fromHats,
      ),
      { kind: 'among', id: 1, index: 0, side: 'before' },
      'At most 50,000 items can be put elsewhere at once',
    ],
    [
      'the trash, out of no collection',
      load([sampleItem(5)]),
      { kind: 'trash' },
      'Items stay in the inventory: only collections go to the trash',
    ],
    ['items beside a line', load([sampleItem(5)]), { kind: 'top' }, 'Only collections can be put here'],
    [
      'a collection among items',
      { kind: 'collection', id: 1 },
      { kind: 'profile' },
      'Only items can be put here',
    ],
    ['itself', { kind: 'collection', id: 1 }, into(hats), 'A collection cannot be moved into itself'],
    ['below itself', { kind: 'collection', id: 1 }, into(winter), 'A collection cannot be moved into itself'],
    [
      'where it stands',
      { kind: 'collection', id: 1 },
      { kind: 'beside', id: 3, side: 'before' },
      '“Hats” is there already',
    ],
    ['the top, as the last', { kind: 'collection', id: 5 }, { kind: 'top' }, '“Full” is there already'],
  ])('a place that does not take it looking as if it did, or without the reason: %s', async (...row) => {
    const [, taken, place, reason] = row;
    const { carry, sent, take, notices } = await start();
    await take(taken);
    expect(carry.judge(place)).toEqual({ isAllowed: false, words: reason });
    expect(await carry.putDown(place)).toBe(false);
    expect(sent).toEqual([]);
    expect(notices.notices.map(({ title }) => title)).toEqual([reason]);
    expect(carry.inHand).toEqual(taken);
  });

  it.each<[string, Load, Place, string]>([
    ['added', load([sampleItem(1), sampleItem(5)]), into(hats), 'Add 2 items to “Hats” · 1 is in it already'],
    ['moved', load([sampleItem(1)], fromHats), into(gifts), 'Move 1 item to “Gifts”'],
    ['taken out', load([sampleItem(1)], fromHats), { kind: 'trash' }, 'Take 1 item out of “Hats”'],
    [
      'sent, where one is of another account',
      load([sampleItem(5), sampleItem(6, { owners: [{ accountId: 8, copies: 1 }] })]),
      { kind: 'profile' },
      'Add 1 item to the profile collection · 1 is not of this account',
    ],
    ['nested', { kind: 'collection', id: 3 }, into(hats), 'Move “Gifts” into “Hats”'],
    ['unnested', { kind: 'collection', id: 2 }, { kind: 'top' }, 'Move “Winter” to the top level'],
  ])('words that promise something else than what is done: %s', async (...row) => {
    const [, taken, place, words] = row;
    const { carry, sent, take } = await start();
    await take(taken);
    expect(carry.judge(place)).toMatchObject({ isAllowed: true, words });
    expect(await carry.putDown(place)).toBe(true);
    expect(sent).toHaveLength(1);
    expect(carry.inHand).toBeNull();
  });

  it('a pair that is in the table of drags and taken by no place, or the other way round', () => {
    const loads: Load[] = [load([sampleItem(5)]), { kind: 'collection', id: 1 }];
    const places: Place[] = [
      ...[{ kind: 'profile' } as const, into(hats), { kind: 'top' } as const, { kind: 'trash' } as const],
      { kind: 'beside', id: 1, side: 'after' },
      { kind: 'among', id: 1, index: 0, side: 'before' },
    ];
    const pairs = loads.flatMap((one) => places.map((place) => pairOf(one, place))).filter(Boolean);
    // An account is carried by nothing but its own dialog.
    expect(pairs).toHaveLength(drags.filter(({ load: kind }) => kind !== 'account').length);
  });
});

describe('putting it down', () => {
  it('a move that copies, or a copy that moves', async () => {
    const { carry, sent, take } = await start();
    const taken = load([sampleItem(1)], fromHats);
    await take(taken);
    await carry.putDown(into(gifts));
    await take(taken, true);
    await carry.putDown(into(gifts));
    const moved = { from: 1, to: 3, items: [{ type: 'Asset', id: 1 }], position: null };
    expect(sent).toEqual([
      ['transfer', { ...moved, isCopy: false }],
      ['transfer', { ...moved, isCopy: true }],
    ]);
  });

  it('items that left the list still selected in it, or those that stayed not any more', async () => {
    const { carry, take, selection } = await start();
    selection.chosen = new Map([['Asset-1', sampleItem(1)]]);
    await take(load([sampleItem(1)], fromHats), true);
    await carry.putDown(into(gifts));
    expect(selection.items).toHaveLength(1);
    await take(load([sampleItem(1)], fromHats));
    await carry.putDown(into(gifts));
    expect(selection.items).toHaveLength(0);
  });

  it('items between two others landing at the end', async () => {
    const { carry, sent, take } = await start();
    await take(load([sampleItem(5)]));
    await carry.putDown({ kind: 'among', id: 1, index: 0, side: 'after' });
    expect(sent).toEqual([['add', { id: 1, items: [{ type: 'Asset', id: 5 }], position: 1 }]]);
  });

  it('what another account owns sent to the profile collection of the one switched to', async () => {
    const { carry, sent, take } = await start();
    await take(load([sampleItem(5)]));
    useAccountStore().scope = 8;
    await flushPromises();
    expect(await carry.putDown({ kind: 'profile' })).toBe(false);
    expect(sent).toEqual([]);
  });

  it('more items than one request takes, moved in part or out of their order', async () => {
    const { carry, sent, take } = await start();
    const { itemsAtOnce } = collectionLimits;
    const many = Array.from({ length: itemsAtOnce + 1 }, (_, at) => sampleItem(at + 100));
    await take(load(many, fromHats));
    expect(await carry.putDown({ kind: 'among', id: 3, index: 1, side: 'before' })).toBe(true);
    const parts = sent.map(([, input]) => input as { items: ItemRef[]; position: number });
    expect(parts.map(({ items, position }) => [items.length, position])).toEqual([
      [itemsAtOnce, 1],
      [1, itemsAtOnce + 1],
    ]);
  });

  it('what was in the collection that is trashed meanwhile: lost, or moved out of the trash', async () => {
    const { carry, sent, take, change } = await start();
    await take(load([sampleItem(1)], fromHats));
    change([gifts]);
    await flushPromises();
    expect(carry.judge(into(gifts))).toMatchObject({ words: 'Add 1 item to “Gifts”' });
    expect(await carry.putDown(into(gifts))).toBe(true);
    expect(sent).toEqual([['add', { id: 3, items: [{ type: 'Asset', id: 1 }], position: null }]]);
  });

  it('a collection that is trashed meanwhile staying in hand', async () => {
    const { carry, take, change } = await start();
    await take({ kind: 'collection', id: 1 });
    change([gifts]);
    await flushPromises();
    expect(carry.inHand).toBeNull();
  });

  it('what a collection has already not asked again when that changes', async () => {
    const { carry, take, shares, change } = await start();
    await take(load([sampleItem(1)]));
    expect(carry.judge(into(hats)).isAllowed).toBe(false);
    shares.clear();
    change([...collections]);
    await flushPromises();
    expect(carry.judge(into(hats)).isAllowed).toBe(true);
  });

  it('a change that fails letting go of what was in hand', async () => {
    const { carry, take, notices } = await start({ refusal: new AppError('storageFailed', 'disk full') });
    const taken = load([sampleItem(5)]);
    await take(taken);
    expect(await carry.putDown(into(gifts))).toBe(false);
    expect(carry.inHand).toEqual(taken);
    expect(notices.notices).toHaveLength(1);
  });

  it('a second click while the first is under way doing it again', async () => {
    const { carry, sent, take } = await start();
    await take(load([sampleItem(5)]));
    const outcomes = await Promise.all([carry.putDown(into(gifts)), carry.putDown(into(gifts))]);
    expect(outcomes).toEqual([true, false]);
    expect(sent).toHaveLength(1);
  });

  it('a drag into the profile collection lost because another one is on its way', async () => {
    const { carry, sent } = await start();
    for (const id of [5, 6]) {
      carry.startDrag(load([sampleItem(id)]));
      void carry.putDown({ kind: 'profile' });
      carry.endDrag();
    }
    await flushPromises();
    expect(sent.map(([, input]) => input)).toEqual([
      { accountId: 7, items: [{ type: 'Asset', id: 5 }] },
      { accountId: 7, items: [{ type: 'Asset', id: 6 }] },
    ]);
  });
});
