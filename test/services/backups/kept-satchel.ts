import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../../../electron/library/library.ts';
import { inThisThread } from '../../../electron/library/remote-library.ts';
import { Backups } from '../../../electron/services/backups/backups.ts';
import type { BackupState } from '../../../shared/backups.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary, temporaryFolder } from '../../support/library-folder.ts';

const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };

export interface KeptSatchel {
  library: Library;
  readonly backups: Backups;
  /** Where the library is, and where files of the person's are. */
  readonly data: string;
  readonly files: string;
  readonly clock: { now: number };
  readonly states: BackupState[];
  readonly relaunches: () => number;
  readonly collect: (name: string) => void;
  /** Names of what there is: accounts, then collections. */
  readonly show: () => string;
  /** What Satchel finds when it is started again. */
  readonly restart: () => void;
  /** Everything in the two folders that is no part of a library. */
  readonly leftovers: () => string[];
}

/** A library with an account and its backups, as services have them, on real files. */
export function startKept(name: string, accountId: number): KeptSatchel {
  const root = temporaryFolder();
  const [data, files] = [join(root, 'data'), join(root, 'files')];
  for (const folder of [data, files]) mkdirSync(folder);
  const clock = { now: new Date(2026, 10, 26, 14, 3, 22).getTime() };
  const states: BackupState[] = [];
  let relaunches = 0;
  const kept = { library: openLibrary(data).library };
  addAccount(kept.library, accountId, { displayName: name, kind: 'signedIn' });
  const remote = new Proxy({} as ReturnType<typeof inThisThread>, {
    get: (_target, part) => Reflect.get(inThisThread(kept.library), part) as unknown,
  });
  const backups = new Backups({
    ...{ library: remote, dataFolder: data, version: '1.2.3', now: () => clock.now },
    onChanged: (state) => states.push(state),
    relaunch: () => (relaunches += 1),
  });
  return {
    get library() {
      return kept.library;
    },
    ...{ backups, data, files, clock, states, relaunches: () => relaunches },
    collect: (called) => void kept.library.collections.create({ ...plain, name: called }),
    show: () =>
      [
        ...kept.library.accounts.read().accounts.map(({ displayName }) => displayName),
        ...kept.library.collections.state().collections.map((one) => one.name),
      ].join(),
    restart() {
      kept.library.close();
      kept.library = openLibrary(data).library;
    },
    leftovers: () =>
      [...readdirSync(data), ...readdirSync(files)]
        .filter((file) => !/^(keep|cache)\.db|^unfinished$/.test(file))
        .toSorted(),
  };
}

/** The same file with something done to its bytes. */
export function changed(path: string, change: (bytes: Buffer) => Buffer): string {
  const target = `${path}.changed.satchel`;
  writeFileSync(target, change(readFileSync(path)));
  return target;
}

export const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A backup with another database in it, whose sums are right all the same. */
export function repack(path: string, database: Buffer, facts: object = {}): Buffer {
  const [first = '', text = ''] = readFileSync(path, 'latin1').split('\n', 2);
  const manifest = {
    ...(JSON.parse(text) as object),
    ...facts,
    bytes: database.length,
    sha256: hashOf(database),
  };
  const lines = `${first}\n${JSON.stringify(manifest)}\n`;
  return Buffer.concat([Buffer.from(`${lines}${hashOf(lines)}\n`), database]);
}
