import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import type { LossAnswer } from '../../../electron/library/timeline/judgement.ts';
import { timelineKinds, type TimelineKind } from '../../../shared/timeline.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary, temporaryFolder } from '../../support/library-folder.ts';
import { list, listKeys, lists, readCollectibles, readList, type TrueItem } from './inventory-model.ts';

const accountId = 7;
const [hats = '', hair = ''] = listKeys;

function hat(id: number, copies: readonly number[] = [id * 10], own = hats): TrueItem {
  return { type: 'Asset', id, copies: new Set(copies), lists: new Set([own]), price: 100 };
}

function open(folder = temporaryFolder()): Library {
  const { library } = openLibrary(folder);
  addAccount(library, accountId);
  library.categories.save(accountId, lists, 1);
  return library;
}

/** A refresh that reads the lists, and the comparison after it. Without answers nobody could be asked. */
function refresh(
  library: Library,
  items: readonly TrueItem[],
  at: number,
  how: {
    keys?: readonly string[];
    isComplete?: boolean;
    answers?: readonly LossAnswer[];
    unreadableRows?: number;
  } = {},
) {
  const { keys = listKeys, isComplete = true, answers = [], unreadableRows = 0 } = how;
  for (const key of keys)
    readList(library, accountId, key, items, { at, pageSize: 3, isWhole: true, unreadableRows });
  readCollectibles(library, accountId, items, at);
  const run = { completedSubjects: keys, isComplete };
  const { toAsk } = library.timeline.compare(accountId, run, at, null);
  if (toAsk.length > 0) library.timeline.compare(accountId, run, at, answers);
  return toAsk;
}

function notOwned(id: number, isDeleted = false): LossAnswer {
  return { item: { type: 'Asset', id }, isOwned: false, isDeleted, instanceIds: null };
}

function told(library: Library, kinds: readonly TimelineKind[] = timelineKinds, search = ''): string[] {
  const { refreshes } = library.timeline.list(accountId, { before: null, kinds, search });
  return refreshes.flatMap(({ entries }) => entries.map(({ item, change }) => `${change.kind} ${item.id}`));
}

describe('the timeline', () => {
  it('a first refresh told as a hundred gains', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1), hat(2), hat(3)], 20);
    expect(told(library)).toEqual(['gained 3']);
  });

  it('a list read for the first time told as gains', () => {
    const library = open();
    refresh(library, [hat(1), hat(2, [20], hair)], 10, { keys: [hats] });
    refresh(library, [hat(1), hat(2, [20], hair)], 20);
    expect(told(library)).toEqual([]);
  });

  it('a loss told by a refresh that is not complete, or forgotten by the complete one after it', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1)], 20, { isComplete: false, answers: [notOwned(2)] });
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1)], 30, { answers: [notOwned(2)] });
    expect(told(library)).toEqual(['lost 2']);
  });

  it('a loss told though Roblox says that the item is owned', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    const stillOwned = { ...notOwned(2), isOwned: true };
    refresh(library, [hat(1)], 20, { answers: [stillOwned] });
    // Not even when it could not be asked about the next time: the lists were proven wrong since.
    refresh(library, [hat(1)], 30);
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1), hat(2)], 40);
    refresh(library, [hat(1)], 50);
    expect(told(library)).toEqual([]);
  });

  it('a loss nobody could confirm told at once, or never', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1)], 20);
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1)], 30);
    expect(told(library)).toEqual(['lost 2']);
    refresh(library, [hat(1)], 40);
    expect(told(library)).toEqual(['lost 2']);
  });

  it('a reading of a refresh that was not complete not counted, though nobody is asked after it', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    expect(refresh(library, [hat(1)], 20, { isComplete: false })).toEqual([]);
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1)], 30);
    expect(told(library)).toEqual(['lost 2']);
  });

  it('a reading forgotten because of a refresh that did not get to the lists', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1)], 20);
    refresh(library, [hat(1)], 30, { keys: [], isComplete: false });
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1)], 40);
    expect(told(library)).toEqual(['lost 2']);
  });

  it('a loss told while a list that was not read could hold the item', () => {
    const library = open();
    refresh(library, [hat(1), hat(2)], 10);
    for (const at of [20, 30, 40]) refresh(library, [hat(1)], at, { keys: [hats] });
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1), hat(2, [20], hair)], 50);
    expect(told(library)).toEqual(['moved 2']);
  });

  it('rows that could not be read told as losses, or what Roblox says is gone kept back for ever', () => {
    const library = open();
    const all = Array.from({ length: 100 }, (_, index) => hat(index + 1));
    refresh(library, all, 10);
    for (const at of [20, 30, 40]) refresh(library, all.slice(0, 1), at, { unreadableRows: 99 });
    expect(told(library)).toEqual([]);
    refresh(library, all.slice(0, 1), 50, { unreadableRows: 99, answers: [notOwned(2)] });
    expect(told(library)).toEqual(['lost 2']);
    refresh(library, [hat(1)], 60);
    refresh(library, [hat(1)], 70);
    expect(told(library)).toHaveLength(99);
  });

  it('a loss told of an item that moved into a list never read, though nobody was asked', () => {
    const library = open();
    const keys = listKeys.filter((key) => key !== hair);
    refresh(library, [hat(1)], 10, { keys });
    for (const at of [20, 30, 40]) refresh(library, [hat(1, [10], hair)], at, { keys });
    expect(told(library)).toEqual([]);
    refresh(library, [hat(1, [10], hair)], 50);
    expect(told(library)).toEqual(['moved 1']);
  });

  it('a loss kept back for ever because of a list never read that could not hold the item', () => {
    const library = open();
    const videos = list('AssetType', 62, null);
    library.categories.save(accountId, [...lists, videos], 1);
    const keys = [hats, hair];
    refresh(library, [hat(1), hat(2)], 10, { keys });
    for (const at of [20, 30]) refresh(library, [hat(1)], at, { keys });
    expect(told(library)).toEqual(['lost 2']);
  });

  it('a move, or what Roblox says is gone, kept back for ever because of a list it refuses to this account', () => {
    const library = open();
    const shoulders = list('AssetType', 44, null);
    library.categories.save(accountId, [...lists, shoulders], 1);
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1, [10], hair)], 20, { answers: [notOwned(2)] });
    expect(told(library)).toEqual(['lost 2', 'moved 1']);
  });

  it('which copies are gone not told by their serial numbers', () => {
    const library = open();
    refresh(library, [hat(1, [11, 14, 902])], 10);
    const copies = { ...notOwned(1), isOwned: true, instanceIds: [11] };
    expect(refresh(library, [hat(1, [11])], 20, { answers: [copies] })).toEqual([
      expect.objectContaining({ hasOthers: true }),
    ]);
    const page = library.timeline.list(accountId, { before: null, kinds: timelineKinds, search: '' });
    expect(page.refreshes[0]?.entries[0]?.change).toEqual({
      kind: 'lost',
      copies: 2,
      serials: [14, 902],
      others: 1,
    });
  });

  it('more than thirty losses asked about at once, or the same thirty each time', () => {
    const library = open();
    const many = Array.from({ length: 40 }, (_, index) => hat(index + 1));
    refresh(library, many, 10);
    const owned = (id: number) => ({ ...notOwned(id), isOwned: true });
    const asked = refresh(library, [], 20, { answers: many.slice(0, 30).map(({ id }) => owned(id)) });
    expect(asked).toHaveLength(30);
    const next = refresh(library, [], 30).slice(0, 10);
    expect(next.map(({ item }) => item.id)).toEqual(many.slice(30).map(({ id }) => id));
  });
});

describe('a kill between the two files', () => {
  it.each([1, 2])(
    'changes told twice, or lost, when the cache is %s refreshes behind the diary',
    (behind) => {
      const folder = temporaryFolder();
      const states = [
        [hat(1), hat(2), hat(3, [30], hair)],
        [hat(1, [10, 11]), hat(3, [30], hats), { ...hat(4), price: 5 }],
        [hat(1, [11]), hat(3, [30], hats), { ...hat(4), price: 9 }, hat(5)],
      ];
      const answers = [notOwned(2), { ...notOwned(1), isOwned: true, instanceIds: [11] }];
      let library = open(folder);
      refresh(library, states[0] ?? [], 10);
      for (const [index, state] of states.slice(1).entries()) {
        if (index === states.length - 1 - behind) {
          library.close();
          copyFileSync(join(folder, 'cache.db'), join(folder, 'before.db'));
          library = open(folder);
        }
        refresh(library, state, 20 + index * 10, { answers });
      }
      const before = told(library);
      expect(before).toEqual([
        'lost 1',
        'gained 5',
        'repriced 4',
        'lost 2',
        'gained 1',
        'gained 4',
        'moved 3',
      ]);
      library.close();
      for (const suffix of ['-wal', '-shm']) rmSync(join(folder, `cache.db${suffix}`), { force: true });
      copyFileSync(join(folder, 'before.db'), join(folder, 'cache.db'));
      library = open(folder);
      refresh(library, states.at(-1) ?? [], 60, { answers });
      expect(told(library)).toEqual(before);
      refresh(library, [hat(5)], 70, { answers: [1, 3, 4].map((id) => notOwned(id)) });
      expect(told(library, ['lost']).slice(0, 3)).toEqual(['lost 1', 'lost 3', 'lost 4']);
    },
  );
});

describe('the diary', () => {
  it('names lost with the cache, or pictures of what is mentioned not kept', () => {
    const folder = temporaryFolder();
    let library = open(folder);
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1)], 20, { answers: [notOwned(2, true)] });
    library.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `cache.db${suffix}`), { force: true });
    library = open(folder);
    const { refreshes } = library.timeline.list('all', { before: null, kinds: timelineKinds, search: '' });
    expect(refreshes[0]?.entries[0]?.item).toMatchObject({ name: 'Item 2', isDeleted: true });
    expect(library.timeline.keptThumbnails()).toEqual(['Asset-2-150']);
    refresh(library, [hat(1), hat(3)], 30);
    refresh(library, [hat(1), hat(3), hat(4)], 40);
    expect(told(library)).toEqual(['gained 4', 'lost 2']);
  });

  it('an entry shown twice, left out or out of order from page to page, or under a filter', () => {
    const library = open();
    const many = Array.from({ length: 250 }, (_, index) => hat(index + 1));
    refresh(library, [], 10);
    refresh(library, many.slice(0, 120), 20);
    refresh(library, many, 30);
    const filter = { kinds: timelineKinds, search: '' };
    const ids: number[] = [];
    for (let page = library.timeline.list('all', { ...filter, before: null }); ;) {
      ids.push(...page.refreshes.flatMap(({ entries }) => entries.map(({ item }) => item.id)));
      if (!page.next) break;
      page = library.timeline.list('all', { ...filter, before: page.next });
    }
    expect(ids).toEqual([...many.slice(120), ...many.slice(0, 120)].map(({ id }) => id));
    expect(told(library, ['lost'])).toEqual([]);
    expect(told(library, timelineKinds, '  ÍTEM 250 ')).toEqual(['gained 250']);
  });

  it('an alert gone before it was dismissed, or back after', () => {
    const folder = temporaryFolder();
    let library = open(folder);
    refresh(library, [hat(1), hat(2)], 10);
    refresh(library, [hat(1)], 20, { answers: [notOwned(2)] });
    library.close();
    library = open(folder);
    const [alert, ...others] = library.timeline.alerts();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ accountId, at: 20, items: 1, names: ['Item 2'] });
    library.timeline.dismiss(alert?.refreshId ?? 0, 25);
    expect(library.timeline.alerts()).toEqual([]);
    expect(told(library)).toEqual(['lost 2']);
  });
});
