import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';

const account = {
  id: 1,
  kind: 'followed',
  username: 'a',
  displayName: 'A',
  visibility: 'visible',
  isBanned: false,
} as const;
const category = {
  list: 'own',
  groupName: 'G',
  groupDisplayName: 'G',
  name: 'Hats',
  type: 'AssetType',
  id: 8,
  filter: null,
} as const;

/** A folder with a library that has something in it, closed. */
function filledFolder(): string {
  const folder = temporaryFolder();
  const { library } = openLibrary(folder);
  library.accounts.save(account);
  library.categories.save(1, [category], 1000);
  library.close();
  return folder;
}

describe('a damaged cache', () => {
  it.each([
    ['is not a database', (path: string) => writeFileSync(path, 'rubbish '.repeat(1000))],
    [
      'is empty of sense after its header',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 100);
        writeFileSync(path, bytes);
      },
    ],
    ['was cut short', (path: string) => truncateSync(path, 5000)],
  ])('stopping Satchel, or losing the damaged file: it %s', (_how, damage) => {
    const folder = filledFolder();
    const path = join(folder, 'cache.db');
    damage(path);
    const damaged = readFileSync(path);
    const { library, setAside } = openLibrary(folder);
    expect(library.categories.tree(1)).toEqual({ own: [], favorites: [], allItemCount: null, savedAt: null });
    library.categories.save(1, [category], 2000);
    expect(library.categories.tree(1).savedAt).toBe(2000);
    expect(library.accounts.read().accounts).toEqual([
      {
        ...account,
        visibilitySince: expect.any(Number) as number,
        isGone: false,
        nickname: null,
        colour: null,
      },
    ]);
    expect(setAside).toHaveLength(1);
    expect(readFileSync(setAside[0] ?? '').subarray(0, 64)).toEqual(damaged.subarray(0, 64));
  });

  it('overwriting the file set aside before', () => {
    const folder = filledFolder();
    const names = [1, 2].map(() => {
      writeFileSync(join(folder, 'cache.db'), 'rubbish '.repeat(1000));
      const { library, setAside } = openLibrary(folder);
      library.close();
      return setAside[0];
    });
    expect(new Set(names).size).toBe(2);
  });

  it('a cache of a newer Satchel being written to', () => {
    const folder = filledFolder();
    const newer = new DatabaseSync(join(folder, 'cache.db'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    copyFileSync(join(folder, 'cache.db'), join(folder, 'before'));
    const { setAside } = openLibrary(folder);
    expect(setAside).toHaveLength(1);
    expect(readFileSync(setAside[0] ?? '')).toEqual(readFileSync(join(folder, 'before')));
  });
});

describe('a library of a newer Satchel', () => {
  it('emptied, or opened all the same', () => {
    const folder = filledFolder();
    const newer = new DatabaseSync(join(folder, 'keep.db'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    const before = readFileSync(join(folder, 'keep.db'));
    expect(() => openLibrary(folder)).toThrow(expect.objectContaining({ code: 'libraryNewer' }));
    expect(readFileSync(join(folder, 'keep.db'))).toEqual(before);
  });
});

describe('storage', () => {
  it('a failure of the disk arriving as anything but a worded error', () => {
    const { library, folder } = openLibrary();
    library.accounts.save(account);
    const other = new DatabaseSync(join(folder, 'keep.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(() => library.accounts.save(account)).toThrow(expect.objectContaining({ code: 'storageLocked' }));
    other.close();
    library.accounts.save(account);
  });

  it('accounts or the current one gone after a restart', () => {
    const folder = filledFolder();
    const first = openLibrary(folder);
    first.library.accounts.setScope(1);
    first.library.close();
    const { library } = openLibrary(folder);
    expect(library.accounts.read().accounts).toEqual([
      {
        ...account,
        visibilitySince: expect.any(Number) as number,
        isGone: false,
        nickname: null,
        colour: null,
      },
    ]);
    expect(library.accounts.read().scope).toBe(1);
  });
});
