import { basename } from 'node:path';
import type { ActivityList } from '../../shared/activity.ts';
import type { StorageProblem } from '../../shared/storage.ts';
import type { FileTrouble } from '../library/library.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { ActivityJournal } from './activity-journal.ts';
import { StorageHealth } from './storage-health.ts';

/** Opens the library and tells of damaged files set aside, and of files that cannot be written. */
export type OpenLibrary = (
  onSetAside: (path: string) => void,
  onTrouble: (trouble: FileTrouble) => void,
) => RemoteLibrary;

export interface WatchedLibraryOptions {
  readonly openLibrary: OpenLibrary;
  readonly onSetAside: (file: string) => void;
  readonly onStorage: (problems: readonly StorageProblem[]) => void;
  readonly onActivity: (list: ActivityList) => void;
}

export interface WatchedLibrary {
  readonly library: RemoteLibrary;
  readonly journal: ActivityJournal;
  readonly storage: StorageHealth;
  /** Names of damaged files that were set aside in this run. */
  readonly filesSetAside: readonly string[];
}

/** The library with an eye on its files: whatever is wrong with them is noted in Activity and told. */
export function openWatchedLibrary(options: WatchedLibraryOptions): WatchedLibrary {
  const filesSetAside: string[] = [];
  const storage = new StorageHealth({ now: Date.now, onChanged: options.onStorage });
  // It comes first: the library tells of its own troubles while it opens.
  const journal = new ActivityJournal({
    log: {
      refreshes: () => library.activityLog.refreshes(),
      problems: () => library.activityLog.problems(),
      save: (...records) => library.activityLog.save(...records),
    },
    now: Date.now,
    onChanged: options.onActivity,
  });
  const library = options.openLibrary(
    (path) => {
      const file = basename(path);
      filesSetAside.push(file);
      journal.noteProblem({ kind: 'fileSetAside', accountId: null, subject: file, code: null });
      options.onSetAside(file);
    },
    (trouble) => {
      const { file, code } = trouble;
      if (code) journal.noteProblem({ kind: 'storage', accountId: null, subject: file, code });
      storage.note(trouble);
    },
  );
  return { library, journal, storage, filesSetAside };
}
