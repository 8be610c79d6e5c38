import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FoundAccount } from '../../electron/library/account-store.ts';
import { startLibraryThread } from '../../electron/library/start-library-thread.ts';
import { temporaryFolder } from '../support/library-folder.ts';

const code = new URL('../../electron/library/library-thread.ts', import.meta.url);
const account: FoundAccount = {
  id: 7,
  kind: 'followed',
  username: 'seven',
  displayName: 'Seven',
  visibility: 'visible',
  isBanned: false,
};

function start(folder = temporaryFolder(), threadCode = code) {
  const setAside: string[] = [];
  const library = startLibraryThread({ code: threadCode, folder })((path) => setAside.push(path));
  onTestFinished(() => library.close());
  return { library, setAside, folder };
}

describe('the library in its thread', () => {
  it('calls carried out in another order than they were made, or lost when it closes', async () => {
    const { library, folder } = start();
    const saved = Array.from({ length: 20 }, (_, index) =>
      library.accounts.save({ ...account, id: index + 1 }),
    );
    const moved = library.accounts.move(20, 0);
    const closed = library.close();
    await Promise.all([...saved, moved, closed]);
    const { accounts } = await start(folder).library.accounts.read();
    expect(accounts.map(({ id }) => id)).toEqual([
      20,
      ...Array.from({ length: 19 }, (_, index) => index + 1),
    ]);
  });

  it('the window’s thread waiting with it', async () => {
    const { library, folder } = start();
    await library.accounts.read();
    const other = new DatabaseSync(join(folder, 'keep.db'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    let isSaved = false;
    const saved = library.accounts.save(account).then(() => (isSaved = true));
    // Only a thread that goes on can let go of what the other one waits for.
    await setTimeout(200);
    expect(isSaved).toBe(false);
    other.exec('COMMIT');
    await saved;
  });

  it('a change answered before it is on the disk, however many come in at once', async () => {
    const { library, folder } = start();
    await library.outbox.pending(7);
    const other = new DatabaseSync(join(folder, 'keep.db'), { readOnly: true });
    onTestFinished(() => other.close());
    const kept = other.prepare('SELECT count(*) AS number FROM outbox_change');
    const waiting: number[] = [];
    const accept = async (id: number) => {
      const answer = await library.profileSteps.accept(7, 'in', [{ type: 'Asset', id }], id);
      // Another reader of the file sees just what is committed.
      expect(kept.get()?.['number']).toBeGreaterThanOrEqual(id);
      waiting.push(answer);
    };
    await Promise.all(Array.from({ length: 500 }, (_, index) => accept(index + 1)));
    expect(waiting).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });

  it('a change that cannot be taking along those that came in with it', async () => {
    const { library } = start();
    const accept = (id: number, into: number | null) =>
      library.profileSteps.accept(7, 'in', [{ type: 'Asset', id }], id, into);
    await library.outbox.pending(7);
    const outcomes = await Promise.allSettled([accept(1, null), accept(2, 999), accept(3, null)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const changes = await library.outbox.ofAccount(7);
    expect(changes.map(({ item }) => item.id)).toEqual([1, 3]);
  });

  it('a damaged file that was set aside before anybody took the library told to nobody', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'keep.db'), 'not a database, but long enough to be read as one'.repeat(100));
    const take = startLibraryThread({ code, folder });
    while (!existsSync(join(folder, 'keep.set-aside-1.db'))) await setTimeout(10);
    await setTimeout(100);
    const setAside: string[] = [];
    const library = take((path) => setAside.push(path));
    onTestFinished(() => library.close());
    await library.accounts.read();
    expect(setAside).toEqual([join(folder, 'keep.set-aside-1.db')]);
  });

  it('an error that lost its code, or took the thread with it', async () => {
    const { library } = start();
    const unknown = library.refreshes.publish(7, 'own/AssetType/8/', 1);
    await expect(unknown).rejects.toMatchObject({ name: 'AppError', code: 'cancelled' });
    await expect(library.accounts.read()).resolves.toMatchObject({ accounts: [] });
  });

  it('pictures that arrive as something else than bytes', async () => {
    const { library } = start();
    await library.thumbnails.save('Asset-1-150', new Uint8Array([1, 2, 3]), 1);
    const { bytes } = await library.thumbnails.find('Asset-1-150', 0);
    expect(bytes).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('a damaged file told to nobody', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'cache.db'), 'no database at all'.repeat(100));
    const { library, setAside } = start(folder);
    await library.accounts.read();
    expect(setAside).toEqual([join(folder, 'cache.set-aside-1.db')]);
  });

  it('a library of a newer Satchel opened all the same, or its reason lost', async () => {
    const folder = temporaryFolder();
    const newer = new DatabaseSync(join(folder, 'keep.db'));
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    const { library } = start(folder);
    await expect(library.accounts.read()).rejects.toMatchObject({ code: 'libraryNewer' });
  });

  it('calls that wait for ever for a closed library, or for one that broke off', async () => {
    const { library } = start();
    const closing = library.close();
    await expect(library.accounts.read()).rejects.toMatchObject({ code: 'cancelled' });
    await closing;
    const broken = join(temporaryFolder(), 'broken.mjs');
    writeFileSync(
      broken,
      'import "node:worker_threads"; setTimeout(() => { throw new Error("broke"); }, 50);',
    );
    const { library: other } = start(undefined, new URL(`file://${broken}`));
    await expect(other.accounts.read()).rejects.toMatchObject({ code: 'storageFailed' });
    await expect(other.accounts.read()).rejects.toMatchObject({ code: 'storageFailed' });
  });
});
