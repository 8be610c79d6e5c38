import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Library } from '../../../electron/library/library.ts';
import { inThisThread } from '../../../electron/library/remote-library.ts';
import { Backups } from '../../../electron/services/backups/backups.ts';
import { readKeptRows, type KeptRows } from '../../support/kept-rows.ts';
import { temporaryFolder } from '../../support/library-folder.ts';
import { fill, tree } from '../collections/written-collections.ts';
import { insertRows, randomRows } from './random-kept.ts';

const fail = (path: string): never => {
  throw new Error(`A library was set aside: ${path}`);
};

function backupsOf(library: Library, dataFolder: string): Backups {
  const options = { now: Date.now, onChanged: () => undefined, relaunch: () => undefined };
  return new Backups({ library: inThisThread(library), dataFolder, version: '1.2.3', ...options });
}

/** Changes for Roblox that were under way do not go there by themselves: all else is as it was. */
function asRestored(rows: KeptRows): KeptRows {
  const parked = { state: 'parked', code: 'changeRestored', message: null, status: null, roblox_code: null };
  return {
    ...rows,
    outbox_change: (rows['outbox_change'] ?? [])
      .map((row) => (['parked', 'refused'].includes(String(row['state'])) ? row : { ...row, ...parked }))
      .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))),
    // Of accounts whose sessions the keychain of that computer still has: those signed in here keep theirs.
    keychain_leftover: (rows['keychain_leftover'] ?? []).filter(
      ({ account_id: id }) =>
        !(rows['account'] ?? []).some((row) => row['id'] === id && row['kind'] === 'signedIn'),
    ),
  };
}

it('anything of a library that is not there again after backup, wipe and restore', async () => {
  const root = temporaryFolder();
  const shape = join(root, 'shape');
  mkdirSync(shape);
  new Library(shape, fail).close();
  const connection = new DatabaseSync(join(shape, 'keep.db'));
  const rows = randomRows(connection);
  connection.close();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(rows, tree.many, async (values, collections) => {
      const [before, after] = [join(root, `${++runs}-before`), join(root, `${runs}-after`)];
      for (const folder of [before, after]) cpSync(shape, folder, { recursive: true });
      const library = new Library(before, fail);
      fill(library, collections);
      library.close();
      const keep = new DatabaseSync(join(before, 'keep.db'));
      insertRows(keep, values);
      keep.close();
      const kept = readKeptRows(join(before, 'keep.db'));
      const file = join(root, `${runs}.satchel`);
      const full = new Library(before, fail);
      await backupsOf(full, before).makeAt(file);
      full.close();

      const wiped = new Library(after, fail);
      const backups = backupsOf(wiped, after);
      const { token } = await backups.look(file);
      await backups.restore(token);
      wiped.close();
      new Library(after, fail).close();
      expect(readKeptRows(join(after, 'keep.db'))).toEqual(asRestored(kept));
    }),
    { numRuns: 25 },
  );
}, 60_000);
