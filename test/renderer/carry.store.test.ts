// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { drags, pairOf } from '../../renderer/features/carry/drags.ts';
import type { Load, Place } from '../../renderer/features/carry/load.ts';
import { collectionLimits } from '../../shared/collections.ts';
import { sampleCollection, sampleItem } from './samples.ts';

import { fromHats, full, gifts, hats, into, load, smart, start, winter } from './carry-rig.ts';
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
      'the profile, a favourite',
      load([sampleItem(5, { copies: 0, ownedBy: [] })]),
      { kind: 'profile' },
      'The account on screen does not own it',
    ],
    [
      'the profile, of a type Roblox has no room for there',
      load([sampleItem(5, { type: 'Badge', assetType: null }), sampleItem(6, { assetType: 9 })]),
      { kind: 'profile' },
      'Roblox takes none of these types into the profile collection',
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
    [
      'moved to where it is already',
      load([sampleItem(1)], { kind: 'collection', id: 3 }),
      into(hats),
      'Move 1 item to “Hats” · 1 is in it already',
    ],
    ['taken out', load([sampleItem(1)], fromHats), { kind: 'trash' }, 'Take 1 item out of “Hats”'],
    [
      'sent, where one is of another account',
      load([sampleItem(5), sampleItem(6, { owners: [{ accountId: 8, copies: 1 }] })]),
      { kind: 'profile' },
      'Add 1 item to the profile collection · 1 is not of this account',
    ],
    [
      'sent, where one is of a type Roblox refuses',
      load([sampleItem(5), sampleItem(6, { assetType: 9 })]),
      { kind: 'profile' },
      'Add 1 item to the profile collection · 1 is of a type Roblox does not take',
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

  it('a collection nested deeper than they go', async () => {
    const { carry, take, change } = await start();
    const chain = Array.from({ length: collectionLimits.levels }, (_, at) =>
      sampleCollection(20 + at, { parentId: at === 0 ? null : 19 + at }),
    );
    change([...chain, hats, winter]);
    await take({ kind: 'collection', id: 1 });
    const [last, beforeLast] = chain.toReversed();
    expect(last && carry.judge(into(last)).isAllowed).toBe(false);
    expect(beforeLast && carry.judge(into(beforeLast)).isAllowed).toBe(false);
    expect(carry.judge(into(sampleCollection(20))).isAllowed).toBe(true);
  });

  it('what other items are in taken for where these are', async () => {
    const { carry, take, hold } = await start();
    const goOn = hold('collections.of');
    await take(load([sampleItem(1)]));
    await take(load([sampleItem(5)]));
    goOn();
    await flushPromises();
    expect(carry.judge(into(hats)).isAllowed).toBe(true);
  });

  it('a pointer that rests told it may, when the answer that it may not comes in', async () => {
    const { carry, take, hold } = await start();
    const goOn = hold('collections.of');
    await take(load([sampleItem(1)]));
    carry.hover(into(hats), { clientX: 5, clientY: 5 });
    expect(carry.hovered?.verdict.isAllowed).toBe(true);
    goOn();
    await flushPromises();
    expect(carry.hovered?.verdict.isAllowed).toBe(false);
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
