import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database, type DatabaseOptions } from '../../electron/library/database.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import type { Library } from '../../electron/library/library.ts';
import { addAccount, categoryFacts } from '../support/accounts.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';

const notes = ['CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL)'];

function openFile(options: Partial<DatabaseOptions> = {}) {
  const path = options.path ?? join(temporaryFolder(), 'keep.db');
  const troubles: (string | null)[] = [];
  const setAside: string[] = [];
  const database = new Database({
    path,
    migrations: notes,
    isRebuildable: false,
    synchronous: 'FULL',
    onSetAside: (aside) => setAside.push(aside),
    onTrouble: (trouble) => troubles.push(trouble),
    ...options,
  });
  onTestFinished(() => database.close());
  const texts = () => database.all<{ text: string }>('SELECT text FROM note').map(({ text }) => text);
  const note = (text: string) => database.run('INSERT INTO note (text) VALUES (?)', text);
  return { database, path, troubles, setAside, texts, note };
}

/** Whatever sends a change is written, and fails only as it is committed, as on a disk that is full. */
function failCommitOfSending(folder: string): void {
  const file = new DatabaseSync(join(folder, 'keep.db'));
  file.exec(`CREATE TABLE uncommitted (id INTEGER PRIMARY KEY, of REFERENCES uncommitted DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER send AFTER UPDATE OF state ON outbox_change BEGIN INSERT INTO uncommitted (of) VALUES (-1); END`);
  file.close();
}

/** Another program that holds the file's write lock until it is ended. */
async function lockFromOutside(path: string) {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const held = new DatabaseSync(${JSON.stringify(path)});
    held.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    process.stdin.resume();
    process.stdin.on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
}

describe('a full disk', () => {
  it('losing what was accepted, passing for damage, or staying full when there is room again', () => {
    const { database, texts, note, troubles, setAside } = openFile({ mostPages: 12 });
    note('accepted');
    const large = 'x'.repeat(100_000);
    expect(() => note(large)).toThrow(expect.objectContaining({ code: 'storageFull' }));
    expect(() =>
      database.transaction(() => {
        note('half of a change');
        note(large);
      }),
    ).toThrow(expect.objectContaining({ code: 'storageFull' }));
    expect(texts()).toEqual(['accepted']);
    expect(troubles).toEqual(['storageFull']);
    note('small enough');
    expect(texts()).toEqual(['accepted', 'small enough']);
    expect(troubles).toEqual(['storageFull', null]);
    expect(setAside).toEqual([]);
  });

  it('letting a change go out of which nothing is on the disk', () => {
    const { library, folder } = openLibrary();
    library.profileSteps.accept(7, 'in', [{ type: 'Asset', id: 1 }], 0);
    const next = library.sendings.next(7, 0);
    if (!next) throw new Error('The change waits');
    failCommitOfSending(folder);
    expect(() => library.sendings.begin(next.change)).toThrow();
    expect(library.outbox.list()).toMatchObject([{ state: 'waiting' }]);
  });

  it('said to be gone though the file may not grow by a page', () => {
    const { database, troubles } = openFile({ mostPages: 2 });
    expect(() => database.probe()).toThrow(expect.objectContaining({ code: 'storageFull' }));
    expect(troubles).toEqual(['storageFull']);
  });
});

describe('another program that holds the file', () => {
  it('losing what was accepted, keeping it from being read, or outlasting that program', async () => {
    const { path, texts, note, troubles } = openFile();
    note('accepted');
    const release = await lockFromOutside(path);
    expect(() => note('refused')).toThrow(expect.objectContaining({ code: 'storageLocked' }));
    expect(texts()).toEqual(['accepted']);
    await release();
    note('again');
    expect(texts()).toEqual(['accepted', 'again']);
    expect(troubles).toEqual(['storageLocked', null]);
  });

  it('keeping Satchel from starting without a word, or the file from being opened later', async () => {
    const { path, database, note } = openFile();
    note('accepted');
    database.close();
    const release = await lockFromOutside(path);
    const older = [...notes, 'ALTER TABLE note ADD COLUMN at INTEGER'];
    expect(() => openFile({ path, migrations: older })).toThrow(
      expect.objectContaining({ code: 'storageLocked' }),
    );
    await release();
    expect(openFile({ path, migrations: older }).texts()).toEqual(['accepted']);
  });
});

function damage(path: string): void {
  const other = new DatabaseSync(path);
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 100);
  writeFileSync(path, bytes);
}

function ownHats(library: Library, accountId: number, ids: readonly number[]): void {
  const nothingMore = { creatorName: null, priceInRobux: null, serialNumber: null, acquiredAt: null };
  const rows = ids.map((id) => {
    return { type: 'Asset', id, name: `Hat ${id}`, assetType: 8, instanceId: id, ...nothingMore } as const;
  });
  const hats = 'own/AssetType/8/';
  library.categories.save(accountId, [categoryFacts(8)], 1);
  library.holdings.begin(accountId, hats, 1);
  library.holdings.commitPage(accountId, hats, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, hats, 1);
}

describe('damage while Satchel runs', () => {
  it('making every view fail from then on', () => {
    const { library, folder, setAside } = openLibrary();
    library.thumbnails.save('Asset-1-150', new Uint8Array(5000), 1);
    damage(join(folder, 'cache.db'));
    library.categories.save(1, [], 5);
    expect(library.categories.tree(1).savedAt).toBe(5);
    expect(setAside).toHaveLength(1);
  });

  it('lists of the file before counted instead of those read anew', () => {
    const { library, folder, setAside } = openLibrary();
    for (const id of [1, 2]) addAccount(library, id);
    const countAll = () => library.categories.tree('all').own[0]?.categories[0]?.itemCount;
    for (const id of [1, 2]) ownHats(library, id, [11, 12]);
    expect(countAll()).toBe(2);
    damage(join(folder, 'cache.db'));
    ownHats(library, 1, [11, 12]);
    ownHats(library, 2, [13, 14]);
    expect(countAll()).toBe(4);
    expect(setAside).toHaveLength(1);
  });
});

describe('a step of the schema', () => {
  it('taken without a copy of what was before', () => {
    const { path, database, note } = openFile();
    note('before');
    database.close();
    const next = [...notes, 'ALTER TABLE note ADD COLUMN at INTEGER'];
    openFile({ path, migrations: next }).note('after');
    const copy = openFile({ path: path.replace('.db', '.before-2.db') });
    expect(copy.texts()).toEqual(['before']);
  });

  it('leaving half of itself, or no way back, when it fails', () => {
    const { path, database, note } = openFile();
    note('before');
    database.close();
    const broken = [...notes, 'ALTER TABLE note ADD COLUMN at INTEGER; DROP TABLE nobody'];
    expect(() => openFile({ path, migrations: broken })).toThrow();
    const again = openFile({ path });
    expect(again.texts()).toEqual(['before']);
    expect(again.database.all('PRAGMA table_info(note)')).toHaveLength(2);
  });

  it('a copy made of a file that is new, or of one that can be fetched again', () => {
    const { library, folder } = openLibrary();
    library.close();
    const again = openLibrary(folder);
    again.library.close();
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
    expect(existsSync(join(folder, 'keep.db'))).toBe(true);
    expect(keepMigrations.length).toBeGreaterThan(0);
  });
});
