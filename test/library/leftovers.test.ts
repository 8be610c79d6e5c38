import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { Library } from '../../electron/library/library.ts';
import { ViewMemory } from '../../electron/library/view-memory.ts';
import { openLibrary } from '../support/library-folder.ts';

const hats = 'own/AssetType/8/';

function refreshWith(library: Library, count: number, at: number, accountId = 1): void {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{
      type: 'Asset' as const,
      id: at + index,
      name: `Item ${at + index}`,
      assetType: 8,
      instanceId: index + 1,
    },
    ...nothingMore,
  }));
  library.holdings.begin(accountId, hats, at);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, at);
}

function countRows(folder: string): number[] {
  const database = new DatabaseSync(`${folder}/cache.db`);
  const counts = ['holding', 'copy', 'collectible', 'leftover'].map((table) =>
    Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']),
  );
  database.close();
  return counts;
}

function idsOf(library: Library, accountId = 1): number[] {
  const view = { scope: accountId, category: hats, search: '', sort: 'newest' } as const;
  return library.holdings.page(view, 0).items.map(({ id }) => id);
}

describe('a list that was replaced', () => {
  it('its rows staying in the file, or going all at once', () => {
    const { library, folder } = openLibrary();
    refreshWith(library, 1200, 1000);
    refreshWith(library, 2, 9000);
    let [rows = 0] = countRows(folder);
    expect(rows).toBe(1202);
    while (library.leftovers.deleteSome()) {
      const [left = 0] = countRows(folder);
      expect(rows - left).toBeLessThanOrEqual(500);
      rows = left;
      expect(idsOf(library)).toEqual([9000, 9001]);
    }
    expect(countRows(folder)).toEqual([2, 2, 0, 0]);
  });

  it('asked about again and again while it is in use, or its rows going, or staying afterwards', () => {
    const { library, folder } = openLibrary();
    refreshWith(library, 2, 1000);
    const { generation } = library.refreshes.state(1, hats);
    const release = library.leftovers.keep(1, [{ key: hats, generation }]);
    refreshWith(library, 3, 9000);
    expect(library.leftovers.deleteSome()).toBe(false);
    expect(countRows(folder)).toEqual([5, 5, 0, 1]);
    release();
    while (library.leftovers.deleteSome());
    expect(countRows(folder)).toEqual([3, 3, 0, 0]);
  });

  it('an item only it held being shown as owned, or its copies as there', () => {
    const { library } = openLibrary();
    refreshWith(library, 1, 1000);
    refreshWith(library, 1, 9000);
    const gone = { type: 'Asset', id: 1000 } as const;
    expect(library.items.find(1, gone)?.copies).toBe(0);
    expect(library.details.read(1, gone).copies).toEqual([]);
    expect(library.details.read(1, { type: 'Asset', id: 9000 }).copies).toHaveLength(1);
  });

  it('collectible copies that were sold staying in the file', () => {
    const { library, folder } = openLibrary();
    for (const at of [1, 2]) {
      library.collectibles.begin(1, at);
      const rows = [
        { assetId: at, instanceId: at, isOnHold: false, ...{ serialNumber: 1, assetStock: null } },
      ];
      const prices = { recentAveragePrice: 5, originalPrice: null };
      library.collectibles.commitPage(1, {
        rows: rows.map((row) => ({ ...row, ...prices })),
        unreadableRows: 0,
        nextCursor: null,
      });
      library.collectibles.publish(1, at);
    }
    while (library.leftovers.deleteSome());
    expect(countRows(folder)).toEqual([0, 0, 1, 0]);
  });
});

describe('an attempt that was given up', () => {
  function giveUp(library: Library, count: number): void {
    library.holdings.begin(1, hats, 9000);
    const rows = Array.from({ length: count }, (_, index) => ({
      ...{ type: 'Asset' as const, id: 9000 + index, name: 'Half read', assetType: 8, instanceId: index + 1 },
      ...{ creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null },
    }));
    library.holdings.commitPage(1, hats, { rows, unreadableRows: 0, nextCursor: 'half' });
  }

  it('its rows going all at once when the list is begun again', () => {
    const { library, folder } = openLibrary();
    refreshWith(library, 2, 1000);
    giveUp(library, 1200);
    let [rows = 0] = countRows(folder);
    expect(rows).toBe(1202);
    while (library.holdings.tryBegin(1, hats, 10_000) === null) {
      const [left = 0] = countRows(folder);
      expect(rows - left).toBeLessThanOrEqual(500);
      rows = left;
      expect(idsOf(library)).toEqual([1000, 1001]);
    }
    expect(countRows(folder)).toEqual([2, 2, 0, 0]);
  });

  it('what views keep in memory thrown away at every step of it', () => {
    const { library } = openLibrary();
    giveUp(library, 1200);
    const forget = vi.spyOn(ViewMemory.prototype, 'forget');
    let slices = 1;
    while (library.holdings.tryBegin(1, hats, 10_000) === null) slices += 1;
    expect(slices).toBeGreaterThan(2);
    expect(forget).toHaveBeenCalledTimes(1);
    forget.mockRestore();
    expect(idsOf(library)).toEqual([]);
  });

  it('going on from the middle of it when Satchel ends while its rows are being deleted', () => {
    const { library, folder } = openLibrary();
    refreshWith(library, 2, 1000);
    giveUp(library, 1200);
    expect(library.holdings.tryBegin(1, hats, 10_000)).toBeNull();
    library.close();
    const { library: next } = openLibrary(folder);
    expect(next.refreshes.state(1, hats).running).toMatchObject({ cursor: null, received: 0 });
    refreshWith(next, 3, 11_000);
    expect(idsOf(next)).toEqual([11_000, 11_001, 11_002]);
  });

  it('limiteds read half showing beside those read since', () => {
    const { library, folder } = openLibrary();
    const facts = { assetStock: null, recentAveragePrice: 5, originalPrice: null, isOnHold: false };
    const rowsFrom = (first: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ assetId: first + index, instanceId: index, serialNumber: null },
        ...facts,
      }));
    library.collectibles.begin(1, 1);
    library.collectibles.commitPage(1, { rows: rowsFrom(1, 1200), unreadableRows: 0, nextCursor: 'half' });
    expect(library.collectibles.tryBegin(1, 2)).toBeNull();
    library.collectibles.begin(1, 2);
    library.collectibles.commitPage(1, { rows: rowsFrom(5000, 3), unreadableRows: 0, nextCursor: null });
    library.collectibles.publish(1, 2);
    expect(countRows(folder)).toEqual([0, 0, 3, 0]);
  });
});

describe('an account that was removed', () => {
  it('its rows showing again when it is added, before or after they are gone', () => {
    const { library, folder } = openLibrary();
    refreshWith(library, 700, 1000);
    refreshWith(library, 1, 5000, 2);
    library.forget(1);
    expect(idsOf(library)).toEqual([]);
    library.holdings.begin(1, hats, 7000);
    expect(idsOf(library)).toEqual([]);
    library.leftovers.deleteSome();
    refreshWith(library, 1, 7000);
    expect(idsOf(library)).toEqual([7000]);
    while (library.leftovers.deleteSome());
    expect(idsOf(library)).toEqual([7000]);
    expect(idsOf(library, 2)).toEqual([5000]);
    expect(countRows(folder)).toEqual([2, 2, 0, 0]);
  });
});
