import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { timelineKinds, type TimelineCursor } from '../../../shared/timeline.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { listKeys, lists, readCollectibles, readList, type TrueItem } from '../timeline/inventory-model.ts';
import { exportAll, rowsOf } from './exported-library.ts';

const [hats = '', hair = ''] = listKeys;
const every = { kind: 'timeline', scope: 'all', kinds: timelineKinds, search: '' } as const;

function hat(id: number, facts: Partial<TrueItem> = {}): TrueItem {
  return {
    ...{ type: 'Asset', id, copies: new Set([id * 10]), lists: new Set([hats]), price: 100 },
    ...facts,
  };
}

function refresh(library: Library, accountId: number, items: readonly TrueItem[], at: number): void {
  for (const key of listKeys)
    readList(library, accountId, key, items, { at, pageSize: 3000, isWhole: true, unreadableRows: 0 });
  readCollectibles(library, accountId, items, at);
  const run = { completedSubjects: listKeys, isComplete: true };
  const { toAsk } = library.timeline.compare(accountId, run, at, null);
  const answers = toAsk.map(({ item }) => {
    const left = items.find(({ id }) => id === item.id);
    return { item, isOwned: left !== undefined, isDeleted: false, instanceIds: left ? [...left.copies] : [] };
  });
  if (toAsk.length > 0) library.timeline.compare(accountId, run, at, answers);
}

function open(...accountIds: readonly number[]): Library {
  const { library } = openLibrary();
  for (const accountId of accountIds) {
    addAccount(library, accountId, { displayName: '=Ada', username: `ada${accountId}` });
    library.categories.save(accountId, lists, 1);
  }
  return library;
}

/** What the view shows when it is scrolled to its end. */
function shown(
  library: Library,
  filter: Omit<typeof every, 'kind' | 'search'> & { search: string },
): string[] {
  const { scope, ...wanted } = filter;
  const told: string[] = [];
  for (let before: TimelineCursor | null = null; ;) {
    const { refreshes, next } = library.timeline.list(scope, { ...wanted, before });
    for (const { accountId, entries } of refreshes)
      told.push(...entries.map(({ item, change }) => `${accountId} ${change.kind} ${item.id}`));
    if (next === null) return told;
    before = next;
  }
}

function exported(library: Library, list: Parameters<typeof exportAll>[1]['list']): string[] {
  return rowsOf('timeline', exportAll(library, { ...(list && { list }) })).map(
    ({ accountId, change, id }) => `${String(accountId)} ${String(change)} ${String(id)}`,
  );
}

describe('the timeline as a file', () => {
  it('a fact of a change lost, or told in words where a program looks for a code', () => {
    const library = open(7);
    const two = hat(1, { copies: new Set([10, 11, 12]) });
    refresh(library, 7, [two, hat(2), hat(3)], 1000);
    refresh(library, 7, [hat(1), hat(2, { lists: new Set([hair]) }), hat(3, { price: 90 })], 2000);
    const rows = rowsOf('timeline', exportAll(library, { list: every }));
    const at = '1970-01-01T00:00:02.000Z';
    const facts = { at, account: '=Ada (@ada7)', accountId: 7, type: 'Asset', isDeleted: false };
    expect(rows).toMatchObject([
      { ...facts, change: 'lost', id: 1, copies: 2, left: 1, from: null, to: null },
      {
        ...facts,
        change: 'moved',
        id: 2,
        copies: null,
        from: [expect.any(String)],
        to: [expect.any(String)],
      },
      { ...facts, change: 'repriced', id: 3, from: 100, to: 90, link: 'https://www.roblox.com/catalog/3' },
    ]);
    const csv = exportAll(library, { list: every, format: 'csv', columns: ['account', 'change', 'id'] });
    expect(csv).toBe(
      [
        '\uFEFFAccount,Change,Id',
        ...['Lost,1', 'Moved,2', 'Repriced,3'].map((end) => `'=Ada (@ada7),${end}`),
        '',
      ].join('\r\n'),
    );
  });

  it('a change left out, told twice or out of order where pages, parts or refreshes meet', () => {
    const library = open(7, 8);
    const many = Array.from({ length: 1203 }, (_, place) => hat(place + 1));
    for (const [at, own] of [many.slice(0, 1), many.slice(0, 700), many].entries()) {
      refresh(library, 7, own, 10 + at);
      refresh(library, 8, own.slice(0, 300), 10 + at);
    }
    // Whom nobody could ask about is gone when it is missing twice.
    for (const at of [20, 21]) refresh(library, 7, many.slice(600), at);
    for (const scope of ['all', 7, 8] as const)
      for (const kinds of [timelineKinds, ['lost'] as const])
        for (const search of ['', '7']) {
          const filter = { scope, kinds, search } as const;
          const told = shown(library, filter as never);
          expect(exported(library, { kind: 'timeline', ...filter })).toEqual(told);
          if (scope === 'all' && kinds.length > 1 && search === '') expect(told.length).toBe(2101);
        }
  });

  it('the history of one item with what happened to others, or without what another account did', () => {
    const library = open(7, 8);
    for (const [at, ids] of [[], [1, 2], [2]].entries())
      for (const accountId of [7, 8])
        refresh(library, accountId, [hat(9), ...ids.map((id) => hat(id))], 10 + at);
    const item = { type: 'Asset', id: 1 } as const;
    expect(exported(library, { ...every, item })).toEqual([
      '8 lost 1',
      '7 lost 1',
      '8 gained 1',
      '7 gained 1',
    ]);
    expect(exported(library, { ...every, item: { ...item, id: 77 } })).toEqual([]);
  });

  it('a diary that was deleted meanwhile, leaving half a file', () => {
    const library = open(7, 8);
    const items = Array.from({ length: 400 }, (_, place) => hat(place + 1));
    for (const accountId of [8, 7])
      for (const [at, own] of [items.slice(0, 1), items].entries()) refresh(library, accountId, own, 10 + at);
    const json = exportAll(library, { list: every }, () => library.timeline.forget(7));
    // The first part was read before.
    expect(rowsOf('timeline', json)).toHaveLength(200 + 399);
  });
});
