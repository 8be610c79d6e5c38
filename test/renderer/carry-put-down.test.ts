// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useShownCollectionStore } from '../../renderer/features/collections/shown-collection.store.ts';
import { collectionLimits } from '../../shared/collections.ts';
import { AppError } from '../../shared/errors.ts';
import type { ItemRef } from '../../shared/items.ts';
import { sampleItem } from './samples.ts';

import { collections, fromHats, gifts, hats, into, load, start } from './carry-rig.ts';
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

  it('items put behind others of their collection landing further back, by as many as came from before', async () => {
    const { carry, sent, take } = await start();
    const order = [1, 2, 3, 4].map((id) => `Asset-${id}`);
    useShownCollectionStore().shown = {
      ...{ id: 1, canArrange: true, total: 4, arrange: () => undefined },
      countBefore: (end, keys) => Promise.resolve(order.slice(0, end).filter((key) => keys.has(key)).length),
    };
    await take(load([sampleItem(1), sampleItem(4)], fromHats));
    await carry.putDown({ kind: 'among', id: 1, index: 2, side: 'after' });
    expect(sent).toMatchObject([['arrange', { id: 1, position: 2 }]]);
  });

  it('what another account owns sent to the profile collection of the one switched to', async () => {
    const { carry, sent, take } = await start();
    await take(load([sampleItem(5)]));
    useAccountStore().scope = 8;
    await flushPromises();
    expect(await carry.putDown({ kind: 'profile' })).toBe(false);
    expect(sent).toEqual([]);
  });

  it('what is taken out of one profile collection taken out of the one switched to as well, or instead', async () => {
    const { carry, sent, take, notices } = await start();
    const accounts = useAccountStore();
    const taken = load([sampleItem(9)], { kind: 'profile' });
    await take(taken);
    for (const scope of [8, 'all'] as const) {
      accounts.scope = scope;
      await flushPromises();
      expect(await carry.putDown({ kind: 'trash' })).toBe(false);
      expect(notices.notices.at(-1)?.title).toMatch(/items of Marlo\. Show that account/);
    }
    expect(carry.inHand).toEqual(taken);
    // Into a collection they are copied, whoever is on screen.
    accounts.scope = 8;
    await carry.putDown(into(gifts));
    await take(taken);
    accounts.scope = 7;
    await flushPromises();
    expect(await carry.putDown({ kind: 'trash' })).toBe(true);
    expect(sent).toEqual([
      ['add', { id: 3, items: [{ type: 'Asset', id: 9 }], position: null }],
      ['profileOut', { accountId: 7, items: [{ type: 'Asset', id: 9 }] }],
    ]);
  });

  it('more items than one request takes, moved in part or out of their order', async () => {
    const { carry, sent, take } = await start();
    const { itemsAtOnce } = collectionLimits;
    const many = Array.from({ length: itemsAtOnce + 1 }, (_, at) => sampleItem(at + 100));
    await take(load(many, fromHats));
    expect(await carry.putDown({ kind: 'among', id: 3, index: 1, side: 'before' })).toBe(true);
    const parts = sent.map(([, input]) => input as { items: ItemRef[]; position: number });
    expect(parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(many.map(({ id }) => id));
    let before = 1;
    for (const { items, position } of parts) {
      expect(items.length).toBeLessThanOrEqual(itemsAtOnce);
      expect(position).toBe(before);
      before += items.length;
    }
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

  it('a change of the profile collection overtaking the one before it', async () => {
    const { carry, sent, hold } = await start();
    const goOn = hold('profileCollection.add');
    for (const id of [5, 6]) {
      carry.startDrag(load([sampleItem(id)]));
      void carry.putDown({ kind: 'profile' });
    }
    await flushPromises();
    expect(sent).toHaveLength(1);
    goOn();
    await flushPromises();
    expect(sent).toHaveLength(2);
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
