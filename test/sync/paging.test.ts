import { describe, expect, it } from 'vitest';
import type { OwnedRow, RefreshPage } from '../../electron/library/holdings.ts';
import { refreshByPage } from '../../electron/sync/paging.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary } from '../support/library-folder.ts';

const accountId = 1;
const hats = 'own/AssetType/8/';
const mostAsked = 300;

function row(id: number, facts: Partial<OwnedRow> = {}): OwnedRow {
  const known = { type: 'Asset', id, name: `Hat ${id}`, assetType: 8, creatorName: null } as const;
  return {
    ...known,
    priceInRobux: null,
    instanceId: id + 1000,
    serialNumber: null,
    acquiredAt: null,
    ...facts,
  };
}

function page(rows: readonly OwnedRow[], nextCursor: string | null): RefreshPage {
  return { rows, unreadableRows: 0, nextCursor };
}

function done(task: () => void): Promise<void> {
  task();
  return Promise.resolve();
}

/** A library whose hats are refreshed from pages the test makes up. */
function hatsOf() {
  const { library } = openLibrary();
  addAccount(library, accountId);
  library.categories.save(accountId, [categoryFacts(8)], 1);
  let asked = 0;
  let now = 1000;
  const refresh = (pageAt: (cursor: string | null) => RefreshPage) =>
    refreshByPage<RefreshPage>({
      now: () => (now += 1),
      state: () => Promise.resolve(library.refreshes.state(accountId, hats)),
      begin: () => done(() => library.holdings.begin(accountId, hats, now)),
      fetch: (cursor) => {
        asked += 1;
        if (asked > mostAsked) throw new Error('It never ends');
        return Promise.resolve(pageAt(cursor));
      },
      commit: (one) => done(() => library.holdings.commitPage(accountId, hats, one)),
      publish: () => done(() => library.holdings.publish(accountId, hats, now)),
    });
  const shown = () => {
    const view = { scope: accountId, category: hats, search: '', sort: 'nameAscending' } as const;
    return library.holdings.page(view, 0).items;
  };
  const ids = () =>
    shown()
      .map(({ id }) => id)
      .sort((one, other) => one - other);
  return { library, refresh, shown, ids };
}

/** A list of pages of two rows each whose cursors lead back to the first of the last `loop` pages. */
function looping(pages: number, loop: number) {
  return (cursor: string | null): RefreshPage => {
    const number = cursor === null ? 0 : Number(cursor);
    const next = number + 1 < pages ? number + 1 : pages - loop;
    return page([row(number * 2), row(number * 2 + 1)], String(next));
  };
}

describe('a list whose end never comes', () => {
  it.each([1, 2, 3, 7])('cursors that lead back %d pages going round for ever', async (loop) => {
    const { refresh, ids } = hatsOf();
    await refresh(looping(8, loop));
    expect(ids()).toEqual(Array.from({ length: 16 }, (_, index) => index));
  });

  it.each([1, 3])('taking away what was saved, with a loop of %d', async (loop) => {
    const { refresh, ids } = hatsOf();
    await refresh(looping(8, 1));
    await expect(refresh(looping(4, loop))).rejects.toMatchObject({ code: 'listEndless' });
    expect(ids()).toHaveLength(16);
  });

  it('taking away what was saved once it was tried often enough', async () => {
    const { refresh, ids } = hatsOf();
    await refresh(looping(8, 1));
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await expect(refresh(looping(4, 1)), `attempt ${attempt}`).rejects.toMatchObject({
        code: 'listEndless',
      });
      expect(ids()).toHaveLength(16);
    }
  });

  it('taking away what was saved after an attempt that was cut short within it', async () => {
    const { refresh, ids } = hatsOf();
    await refresh(looping(5, 1));
    let asked = 0;
    const cutShort = refresh((cursor) => {
      asked += 1;
      if (asked === 4) throw new Error('Cut short');
      return looping(4, 3)(cursor);
    });
    await expect(cutShort).rejects.toThrow('Cut short');
    await expect(refresh(looping(4, 3))).rejects.toMatchObject({ code: 'listEndless' });
    await expect(refresh(looping(4, 3))).rejects.toMatchObject({ code: 'listEndless' });
    expect(ids()).toHaveLength(10);
  });

  it('cursors that are always new followed for ever', async () => {
    const { refresh, ids } = hatsOf();
    let asked = 0;
    await refresh(() => page([row(asked % 6), row((asked % 6) + 1)], `cursor ${(asked += 2)}`));
    expect(ids()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('empty pages followed for ever', async () => {
    const { refresh, ids } = hatsOf();
    let asked = 0;
    await refresh(() => page(asked === 0 ? [row(1)] : [], `cursor ${(asked += 1)}`));
    expect(ids()).toEqual([1]);
  });
});

describe('a list whose rows cannot be read', () => {
  const unreadable = { rows: [], unreadableRows: 100, nextCursor: null };

  it('shown as empty in the place of what was saved', async () => {
    const { refresh, ids } = hatsOf();
    await refresh(() => page([row(1), row(2)], null));
    for (let attempt = 1; attempt <= 2; attempt += 1)
      await expect(refresh(() => unreadable)).rejects.toMatchObject({ code: 'answerMalformed' });
    expect(ids()).toEqual([1, 2]);
    await refresh(() => page([row(2)], null));
    expect(ids()).toEqual([2]);
  });

  it('refused as a whole because of some of its rows, or when nothing was saved to keep', async () => {
    const { refresh, ids, library } = hatsOf();
    await refresh(() => unreadable);
    expect(library.refreshes.state(accountId, hats)).toMatchObject({ unreadableRows: 100 });
    await refresh(() => ({ ...unreadable, rows: [row(1)] }));
    expect(ids()).toEqual([1]);
    await refresh(() => page([], null));
    expect(ids()).toEqual([]);
  });
});

describe('a list that changes while it is read', () => {
  const inTwo = (first: readonly OwnedRow[], second: readonly OwnedRow[]) => (cursor: string | null) =>
    cursor === null ? page(first, 'two') : page(second, null);

  it('an empty page, or one shown twice, taken for the end', async () => {
    const { refresh, ids } = hatsOf();
    const pages = [page([row(1)], 'a'), page([], 'b'), page([row(1)], 'c'), page([row(2)], null)];
    await refresh(() => pages.shift() ?? page([], null));
    expect(ids()).toEqual([1, 2]);
  });

  it('a row that moved to the next page counted twice', async () => {
    const { refresh, shown } = hatsOf();
    await refresh(inTwo([row(1), row(2)], [row(2), row(3)]));
    expect(shown().map(({ id, copies }) => [id, copies])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('a list that shrank keeping what is gone, or a shrinking that is cut short taking it away', async () => {
    const { refresh, ids } = hatsOf();
    await refresh(inTwo([row(1), row(2)], [row(3), row(4)]));
    const broken = refresh((cursor) => {
      if (cursor !== null) throw new Error('Cut short');
      return page([row(1)], 'two');
    });
    await expect(broken).rejects.toThrow('Cut short');
    expect(ids()).toEqual([1, 2, 3, 4]);
    await refresh(inTwo([row(1)], []));
    expect(ids()).toEqual([1]);
  });

  it('an item that changed its type shown twice, or as it was', async () => {
    const { refresh, shown } = hatsOf();
    await refresh(inTwo([row(1)], [row(2)]));
    await refresh(inTwo([row(1, { assetType: 41, name: 'Wig' })], [row(2)]));
    expect(shown().map(({ name, assetType }) => [name, assetType])).toEqual([
      ['Hat 2', 8],
      ['Wig', 41],
    ]);
  });

  it('the first half fetched again, or lost, after a failure in the middle', async () => {
    const { refresh, ids } = hatsOf();
    const asked: (string | null)[] = [];
    const half = refresh((cursor) => {
      if (cursor !== null) throw new Error('Cut short');
      return page([row(1)], 'two');
    });
    await half.catch(() => undefined);
    await refresh((cursor) => {
      asked.push(cursor);
      return page([row(2)], null);
    });
    expect([asked, ids()]).toEqual([['two'], [1, 2]]);
  });
});
