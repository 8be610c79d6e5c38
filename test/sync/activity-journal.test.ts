import { describe, expect, it } from 'vitest';
import { inThisThread } from '../../electron/library/remote-library.ts';
import type { Library } from '../../electron/library/library.ts';
import { ActivityJournal } from '../../electron/sync/activity-journal.ts';
import { activityText } from '../../electron/sync/activity-text.ts';
import { openLibrary } from '../support/library-folder.ts';

function openJournal(library: Library, clock = { now: 1000 }) {
  const changed: string[] = [];
  const journal = new ActivityJournal({
    log: inThisThread(library).activityLog,
    now: () => (clock.now += 10),
    onChanged: (list) => changed.push(list),
    gatherMs: 1,
  });
  return { journal, changed, clock };
}

const refusal = {
  kind: 'requestRefused',
  accountId: 7,
  subject: 'inventory.getPlaces',
  code: 'robloxFailed',
} as const;

describe('the refreshes of Activity', () => {
  it('lost with the run, or one under way taken for ended', async () => {
    const { library, folder } = openLibrary();
    const { journal, clock } = openJournal(library);
    const first = journal.begin(7, 'own/AssetType/8/');
    journal.end(first, { code: null, unreadableRows: 3 });
    journal.begin(7, 'own/AssetType/41/');
    await journal.flush();
    expect((await journal.refreshes()).map(({ endedAt }) => endedAt === null)).toEqual([true, false]);
    library.close();
    const again = openJournal(openLibrary(folder).library, clock).journal;
    const failed = again.begin(8, 'categories');
    again.end(failed, { code: 'timedOut', unreadableRows: 0 });
    expect(await again.refreshes()).toMatchObject([
      { accountId: 8, subject: 'categories', code: 'timedOut' },
      { accountId: 7, subject: 'own/AssetType/8/', code: null, unreadableRows: 3 },
    ]);
  });

  it('growing without end, on the disk or in memory', async () => {
    const { library } = openLibrary();
    const { journal } = openJournal(library);
    for (let number = 0; number < 1100; number += 1)
      journal.end(journal.begin(7, `own/AssetType/${number}/`), { code: null, unreadableRows: 0 });
    await journal.flush();
    const kept = await journal.refreshes();
    expect(kept).toHaveLength(1000);
    expect(kept[0]?.subject).toBe('own/AssetType/1099/');
    expect(library.activityLog.refreshes()).toHaveLength(1000);
  });
});

describe('a full Activity of earlier runs', () => {
  it('costing a run its own refreshes, those under way when it was read among them', async () => {
    const { library } = openLibrary();
    const { journal: before, clock } = openJournal(library);
    for (let number = 0; number < 1000; number += 1)
      before.end(before.begin(7, `before/${number}`), { code: null, unreadableRows: 0 });
    await before.flush();
    const { journal } = openJournal(library, clock);
    const early = ['categories', 'collectibles'].map((subject) => journal.begin(7, subject));
    expect(await journal.refreshes()).toHaveLength(1000);
    for (let number = 0; number < 5; number += 1)
      journal.end(journal.begin(7, `now/${number}`), { code: null, unreadableRows: 0 });
    for (const number of early) journal.end(number, { code: 'robloxFailed', unreadableRows: 0 });
    await journal.flush();
    const newest = ['now/4', 'now/3', 'now/2', 'now/1', 'now/0', 'collectibles', 'categories', 'before/999'];
    for (const list of [await journal.refreshes(), library.activityLog.refreshes()]) {
      expect(list).toHaveLength(1000);
      expect(list.slice(0, 8).map(({ subject }) => subject)).toEqual(newest);
      expect(list.at(-1)?.subject).toBe('before/7');
    }
  });

  it('costing a run its own problems, or counting one of both anew', async () => {
    const { library } = openLibrary();
    const { journal: before, clock } = openJournal(library);
    for (let number = 0; number < 300; number += 1)
      before.noteProblem({ ...refusal, subject: `before/${number}` });
    await before.flush();
    const { journal } = openJournal(library, clock);
    journal.noteProblem({ ...refusal, subject: 'before/0' });
    journal.noteProblem({ ...refusal, subject: 'now/0' });
    await journal.flush();
    journal.noteProblem({ ...refusal, subject: 'now/1' });
    await journal.flush();
    for (const list of [await journal.problems(), library.activityLog.problems()]) {
      expect(list).toHaveLength(300);
      expect(list.slice(0, 4).map(({ subject, count }) => [subject, count])).toEqual([
        ['now/1', 1],
        ['now/0', 1],
        ['before/0', 2],
        ['before/299', 1],
      ]);
    }
  });
});

describe('the problems of Activity', () => {
  it('listed again each time, or two different ones as one', async () => {
    const { library, folder } = openLibrary();
    const { journal, clock } = openJournal(library);
    journal.noteProblem(refusal);
    journal.noteProblem({ ...refusal, accountId: 8 });
    journal.noteProblem(refusal);
    expect((await journal.problems()).map(({ accountId, count }) => [accountId, count])).toEqual([
      [7, 2],
      [8, 1],
    ]);
    await journal.flush();
    library.close();
    const again = openJournal(openLibrary(folder).library, clock).journal;
    again.noteProblem(refusal);
    const [newest] = await again.problems();
    expect(newest).toMatchObject({ accountId: 7, count: 3 });
    await again.flush();
    expect(await again.problems()).toHaveLength(2);
  });

  it('gone when the disk is full, or breaking what it tells of', async () => {
    const { library } = openLibrary();
    const { journal, changed } = openJournal(library);
    library.close();
    journal.noteProblem({ kind: 'storage', accountId: null, subject: 'keep.db', code: 'storageFull' });
    await journal.flush();
    expect(await journal.problems()).toMatchObject([{ code: 'storageFull' }]);
    expect(changed).toEqual(['problems']);
  });

  it('of an account that left still told', async () => {
    const { library } = openLibrary();
    const { journal } = openJournal(library);
    journal.noteProblem(refusal);
    journal.begin(7, 'categories');
    await journal.flush();
    journal.forget(7);
    library.forget(7);
    await journal.flush();
    expect([...(await journal.problems()), ...(await journal.refreshes())]).toEqual([]);
    expect(library.activityLog.problems()).toEqual([]);
  });
});

describe('what is copied for support', () => {
  it('a line that breaks the table, or nothing of who and what', async () => {
    const { library } = openLibrary();
    const { journal } = openJournal(library);
    journal.noteProblem({ ...refusal, samples: ['assetId: custom', 'row: invalid_type (object)'] });
    const text = await activityText('problems', journal, { recent: () => [] });
    const [head, line, ...rest] = text.trimEnd().split('\n');
    expect(rest).toEqual([]);
    expect(line?.split('\t')).toHaveLength(head?.split('\t').length ?? 0);
    expect(line).toContain(
      '\t7\tinventory.getPlaces\trobloxFailed\tassetId: custom; row: invalid_type (object)',
    );
  });
});
