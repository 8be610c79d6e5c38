import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../electron/library/csv-cells.ts';
import { exportTimeline } from '../../electron/services/timeline-export.ts';
import { timelineKinds, type TimelineCursor, type TimelinePage } from '../../shared/timeline.ts';
import { temporaryFolder } from '../support/library-folder.ts';

const at = Date.UTC(2026, 10, 26, 12);
const item = { type: 'Asset', id: 1, name: '=Crown', assetType: 8, isDeleted: false } as const;
const counts = { lost: 1, gained: 0, moved: 1, repriced: 1 };
const pages: readonly TimelinePage[] = [
  {
    refreshes: [
      {
        ...{ id: 9, accountId: 7, at, counts },
        entries: [
          { id: 1, item, change: { kind: 'lost', copies: 2, serials: [3, 8], others: 1 } },
          { id: 2, item, change: { kind: 'repriced', isAverage: true, from: 900, to: 1200 } },
        ],
      },
    ],
    next: { refreshId: 9, entryId: 2 },
  },
  {
    refreshes: [
      {
        ...{ id: 9, accountId: 7, at, counts },
        entries: [{ id: 3, item, change: { kind: 'moved', from: ['Head', 'Face'], to: ['Hair'] } }],
      },
    ],
    next: null,
  },
];
const timeline = {
  list: (_scope: unknown, { before }: { before: TimelineCursor | null }) =>
    Promise.resolve(pages[before === null ? 0 : 1] ?? { refreshes: [], next: null }),
};
const book = { fullName: (accountId: number) => `Marlow (@${accountId})` };
const asked = { scope: 7, kinds: timelineKinds, search: '' };

describe('the timeline in a file', () => {
  it('what is not shown yet left out, or a name that a spreadsheet takes for a formula', async () => {
    const path = join(temporaryFolder(), 'timeline.csv');
    const exporting = exportTimeline({ timeline, book, chooseFile: () => Promise.resolve(path) }, asked);
    expect(await exporting).toEqual({ file: 'timeline.csv', changes: 3 });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(",'=Crown,");
    const [, ...rows] = fromCsv(text.slice(1)).map(({ cells }) => cells);
    const [when, link] = ['2026-11-26T12:00:00.000Z', 'https://www.roblox.com/catalog/1'];
    const who = [when, 'Marlow (@7)'];
    expect(rows).toEqual([
      [...who, 'Lost', 'Asset', '1', '=Crown', '2', '1', '3 8', '', '', link],
      [...who, 'Repriced', 'Asset', '1', '=Crown', '', '', '', '900', '1200', link],
      [...who, 'Moved', 'Asset', '1', '=Crown', '', '', '', 'Head, Face', 'Hair', link],
    ]);
  });

  it('half a file left behind when the library cannot be read on, or one nobody chose', async () => {
    const path = join(temporaryFolder(), 'timeline.csv');
    const broken = {
      list: (scope: unknown, filter: { before: TimelineCursor | null }) =>
        filter.before ? Promise.reject(new Error('Damaged')) : timeline.list(scope, filter),
    };
    const exporting = exportTimeline(
      { timeline: broken, book, chooseFile: () => Promise.resolve(path) },
      asked,
    );
    await expect(exporting).rejects.toThrow('Damaged');
    expect(readdirSync(dirname(path))).toEqual([]);
    expect(
      await exportTimeline({ timeline, book, chooseFile: () => Promise.resolve(null) }, asked),
    ).toBeNull();
  });
});
