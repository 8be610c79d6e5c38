import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inThisThread } from '../../electron/library/remote-library.ts';
import { ListExport } from '../../electron/services/list-export.ts';
import type { ProblemRecord } from '../../shared/activity.ts';
import type { ExportProgress } from '../../shared/exports.ts';
import { exchangeRequests } from '../../shared/exchange-requests.ts';
import { openExported, view } from '../library/exports/exported-library.ts';
import { temporaryFolder } from '../support/library-folder.ts';
import { mountSmallVolume } from '../support/small-volume.ts';

const problem: ProblemRecord = {
  ...{ number: 1, kind: 'storage', accountId: null, subject: 'keep.db', code: 'storageFull' },
  ...{ count: 3, firstAt: 1, lastAt: 2, samples: [] },
};
const columns = ['name', 'id'] as const;
const wish = { list: view, gathered: null, format: 'csv', columns, title: 'Hats' } as const;

function open(folder: string, hats = 2000) {
  const library = inThisThread(openExported(hats));
  const shown: string[] = [];
  const asked: string[] = [];
  let name: string | null = 'hats.csv';
  const exporting = new ListExport({
    library,
    chooseFile: () => Promise.resolve(name && join(folder, name)),
    showFile(path) {
      shown.push(path);
      return null;
    },
    readActivity: (list) => {
      asked.push(list);
      return Promise.resolve({ problems: [problem] });
    },
  });
  const finish = async (begun: ExportProgress | null) => {
    let at = begun;
    while (at && at.file === null) at = await exporting.go(at.number);
    return at;
  };
  return { exporting, finish, shown, asked, name: (chosen: string | null) => (name = chosen) };
}

describe('a list written to a file', () => {
  it('a file that is there before all of it is, or not told where it is', async () => {
    const folder = temporaryFolder();
    const { exporting, finish, shown } = open(folder);
    const begun = await exporting.begin(wish);
    expect(begun).toMatchObject({ done: 0, total: 2000, file: null });
    expect(existsSync(join(folder, 'hats.csv'))).toBe(false);
    expect(await finish(begun)).toMatchObject({ done: 2000, total: 2000, file: 'hats.csv' });
    expect(readFileSync(join(folder, 'hats.csv'), 'utf8').split('\r\n')).toHaveLength(2002);
    expect(readdirSync(folder)).toEqual(['hats.csv']);
    exporting.show();
    expect(shown).toEqual([join(folder, 'hats.csv')]);
  });

  it('a list of Activity without what it tells, or asked for where another list is wanted', async () => {
    const folder = temporaryFolder();
    const { exporting, finish, asked, name } = open(folder);
    await finish(await exporting.begin(wish));
    expect(asked).toEqual([]);
    name('problems.csv');
    const list = { kind: 'activity', list: 'problems' } as const;
    const begun = await exporting.begin({ ...wish, list, columns: ['subject', 'times'] });
    expect(await finish(begun)).toMatchObject({ total: 1, file: 'problems.csv' });
    expect(asked).toEqual(['problems']);
    expect(readFileSync(join(folder, 'problems.csv'), 'utf8')).toContain('What,Times\r\nkeep.db,3\r\n');
    name('more.csv');
    const wrong = exporting.begin({ ...wish, list, columns: ['serials'] });
    await expect(wrong).rejects.toMatchObject({ code: 'inputInvalid' });
    expect(readdirSync(folder).toSorted()).toEqual(['hats.csv', 'problems.csv']);
  });

  it('one that was called off, overtaken or cut short leaving something behind', async () => {
    const folder = temporaryFolder();
    const { exporting, finish, name } = open(folder);
    name(null);
    expect(await exporting.begin(wish)).toBeNull();
    name('hats.csv');
    const cancelled = await exporting.begin(wish);
    await exporting.cancel(cancelled?.number ?? 0);
    expect(readdirSync(folder)).toEqual([]);
    await expect(exporting.go(cancelled?.number ?? 0)).rejects.toMatchObject({ code: 'exportForgotten' });
    const overtaken = await exporting.begin(wish);
    await finish(await exporting.begin(wish));
    await expect(exporting.go(overtaken?.number ?? 0)).rejects.toMatchObject({ code: 'exportForgotten' });
    expect(readdirSync(folder)).toEqual(['hats.csv']);
    name('more.csv');
    await exporting.begin(wish);
    await exporting.close();
    expect(readdirSync(folder)).toEqual(['hats.csv']);
    await expect(
      exporting.begin({ ...wish, list: { kind: 'collection', id: 9, search: '', sort: 'custom' } }),
    ).rejects.toMatchObject({ code: 'collectionUnknown' });
    expect(readdirSync(folder)).toEqual(['hats.csv']);
  });

  it('a file that was there, or came there meanwhile, overwritten', async () => {
    const folder = temporaryFolder();
    const { exporting, finish } = open(folder);
    const begun = await exporting.begin(wish);
    writeFileSync(join(folder, 'hats.csv'), 'mine');
    await expect(finish(begun)).rejects.toMatchObject({ code: 'fileExists' });
    await expect(exporting.begin(wish)).rejects.toMatchObject({ code: 'fileExists' });
    expect(readFileSync(join(folder, 'hats.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['hats.csv']);
  });

  it('a folder that is gone, before or meanwhile, said in the words of another trouble', async () => {
    const folder = join(temporaryFolder(), 'stick');
    const { exporting, finish } = open(folder);
    await expect(exporting.begin(wish)).rejects.toMatchObject({ code: 'folderGone' });
    mkdirSync(folder);
    const begun = await exporting.begin(wish);
    rmSync(folder, { recursive: true });
    await expect(finish(begun)).rejects.toMatchObject({ code: 'folderGone' });
  });

  it('a disk that is full or read-only said in other words, or half a file left on it', async (context) => {
    const folder = temporaryFolder();
    const volume = mountSmallVolume(folder, '64k');
    if (!volume) return context.skip('only root may mount a volume');
    onTestFinished(() => volume.unmount());
    const { exporting, finish } = open(folder, 5000);
    const begun = await exporting.begin(wish);
    await expect(finish(begun)).rejects.toMatchObject({ code: 'fileDiskFull' });
    expect(readdirSync(folder)).toEqual([]);
    volume.makeReadOnly();
    await expect(exporting.begin(wish)).rejects.toMatchObject({ code: 'folderReadOnly' });
  });
});

it.each([
  ['exports.gather', { number: null, items: [] }],
  ['exports.gather', { number: 0, items: [{ type: 'Asset', id: 1 }] }],
  ['exports.begin', { ...wish, columns: [] }],
  ['exports.begin', { ...wish, columns: ['session'] }],
  ['exports.begin', { ...wish, path: '/etc/passwd' }],
  ['exports.begin', { ...wish, list: { kind: 'profile', accountId: 'all' } }],
  ['exports.begin', { ...wish, list: { kind: 'ownership', lines: [] } }],
  ['exports.begin', { ...wish, list: { kind: 'activity', list: 'sessions' } }],
  ['exports.begin', { ...wish, records: { requests: [] } }],
] as const)('%s asked for with what it cannot use: %j', (name, input) => {
  expect(exchangeRequests[name].input.safeParse(input).success).toBe(false);
});
