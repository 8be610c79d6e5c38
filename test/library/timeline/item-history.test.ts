import { expect, it } from 'vitest';
import { timelineKinds } from '../../../shared/timeline.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { listKeys, lists, readCollectibles, readList, type TrueItem } from './inventory-model.ts';

const [hats = ''] = listKeys;

function hat(id: number, price = 100): TrueItem {
  return { type: 'Asset', id, copies: new Set([id * 10]), lists: new Set([hats]), price };
}

it('the history of an item with what happened to others, of one account alone, in another order, or without its end', () => {
  const { library } = openLibrary();
  const refresh = (accountId: number, items: readonly TrueItem[], at: number) => {
    for (const key of listKeys) readList(library, accountId, key, items, { at, pageSize: 3, isWhole: true });
    readCollectibles(library, accountId, items, at);
    library.timeline.compare(accountId, { completedSubjects: listKeys, isComplete: true }, at, []);
  };
  for (const accountId of [7, 8]) {
    addAccount(library, accountId);
    library.categories.save(accountId, lists, 1);
    refresh(accountId, [hat(1)], 10);
  }
  refresh(7, [hat(1), hat(2), hat(3)], 20);
  refresh(8, [hat(1), hat(2)], 30);
  for (let round = 0; round < 120; round += 1)
    refresh(7, [hat(1), hat(2, 200 + round), hat(3, 9 + round)], 40 + round);

  const filter = { kinds: timelineKinds, search: '', item: { type: 'Asset', id: 2 } } as const;
  const first = library.timeline.list('all', { ...filter, before: null });
  const rest = library.timeline.list('all', { ...filter, before: first.next });
  const told = [...first.refreshes, ...rest.refreshes];
  expect(rest.next).toBeNull();
  expect(told.flatMap(({ entries }) => entries).every(({ item }) => item.id === 2)).toBe(true);
  expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted((one, other) => other - one));
  const seen = told.map(({ accountId, entries }) => `${accountId} ${entries[0]?.change.kind}`);
  expect(seen.slice(-2)).toEqual(['8 gained', '7 gained']);
  expect(seen.filter((one) => one === '7 repriced').length).toBeGreaterThan(100);
});
