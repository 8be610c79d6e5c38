import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupState, RestorePreview } from '../../../shared/backups.ts';
import { AppError, toAppError } from '../../../shared/errors.ts';
import type { BackupNotes } from '../../library/backups/backup-notes.ts';
import type { KeepCopy } from '../../library/backups/keep-backups.ts';
import type { RemoteLibrary } from '../../library/remote-library.ts';
import { NewFile } from '../new-file.ts';
import { unpackBackup, writeBackup, type Manifest } from './backup-file.ts';
import { backupName } from './backup-names.ts';

export interface BackupsOptions {
  readonly library: Pick<RemoteLibrary, 'backups'>;
  /** Where the library's files are. */
  readonly dataFolder: string;
  readonly version: string;
  readonly now: () => number;
  readonly onChanged: (state: BackupState) => void;
  /** Starts Satchel again. */
  readonly relaunch: () => void;
}

interface Looked {
  readonly token: number;
  /** The database of the backup, ready to be taken. */
  readonly path: string;
  readonly manifest: Manifest;
}

// What is written without end is a refresh or the outbox; then nobody can be sure of a copy.
const mostTries = 5;
// More than are kept of those made by themselves: some are in a folder that was used before.
const mostRemembered = 1000;

/** Backups of what a person would miss: made, looked at, and put in the place of what is here. One at a time. */
export class Backups {
  readonly #options: BackupsOptions;
  #running = 0;
  /** Whether there may be something in the work folder. */
  #hasWorked = false;
  #tokens = 0;
  #looked: Looked | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: BackupsOptions) {
    this.#options = options;
  }

  /** Satchel's own folder for backups. */
  get usualFolder(): string {
    return join(this.#options.dataFolder, 'backups');
  }

  async state(): Promise<BackupState> {
    return this.#toState(await this.#options.library.backups.notes());
  }

  /** Writes a backup where there is no file yet. Throws as `NewFile`, and an AppError of the storage. */
  makeAt(path: string): Promise<BackupState> {
    return this.#inTurn(async () => {
      const { bytes } = await this.#write(path);
      const last = { file: basename(path), at: this.#options.now(), bytes };
      return this.#note({ last });
    });
  }

  /** The same into the folder of those that are made by themselves, of which so many are kept. Throws as `makeAt`. */
  makeScheduled(kept: number): Promise<BackupState> {
    return this.#inTurn(async () => {
      const folder = await this.folder();
      const at = this.#options.now();
      const file = backupName('scheduled', at);
      const { bytes } = await this.#write(join(folder, file));
      const scheduled = await this.#makeRoom(folder, file, kept);
      return this.#note({ last: { file, at, bytes }, failure: null, scheduledAt: at, scheduled });
    });
  }

  /** Remembers why none was made by itself. */
  noteFailure(failure: BackupNotes['failure']): Promise<BackupState> {
    return this.#note({ failure });
  }

  /** Where those go that are made by themselves; null is Satchel's own folder. What failed in another one is over. */
  setFolder(folder: string | null): Promise<BackupState> {
    return this.#note({ folder, failure: null });
  }

  /** The folder of those that are made by themselves. Satchel's own is made where it is not there. */
  async folder(): Promise<string> {
    const { folder } = await this.#options.library.backups.notes();
    if (folder === null) await mkdir(this.usualFolder, { recursive: true });
    return folder ?? this.usualFolder;
  }

  /** Looks into a backup and remembers it until it is restored, or another one is looked at. Throws as `unpackBackup`. */
  look(path: string): Promise<RestorePreview> {
    return this.#inTurn(async () => {
      const { library } = this.#options;
      // What a run that was killed left there goes too.
      await this.#forget();
      this.#hasWorked = true;
      const unpacked = join(this.#workFolder, 'incoming.db');
      await mkdir(this.#workFolder, { recursive: true });
      try {
        const manifest = await unpackBackup(path, unpacked);
        const incoming = await library.backups.look(unpacked);
        const token = ++this.#tokens;
        this.#looked = { token, path: unpacked, manifest };
        const { savedAt, version, bytes } = manifest;
        return { token, file: basename(path), savedAt, version, bytes, ...incoming };
      } catch (thrown) {
        await this.#forget();
        throw thrown;
      }
    });
  }

  /** Throws `backupForgotten`, `restoreBusy`, and as `makeAt`: then nothing has changed. */
  restore(token: number): Promise<null> {
    return this.#inTurn(async () => {
      const { library, relaunch, now } = this.#options;
      const looked = this.#looked;
      if (looked?.token !== token) throw new AppError('backupForgotten', `Nothing was looked at as ${token}`);
      await mkdir(this.usualFolder, { recursive: true });
      for (let tries = 0; tries < mostTries; tries += 1) {
        const at = now();
        const before = join(this.usualFolder, backupName('before restore', at + tries * 1000));
        const { revision } = await this.#write(before);
        const restored = { at, savedAt: looked.manifest.savedAt, before: basename(before) };
        try {
          if (await library.backups.restore(looked.path, revision, restored)) {
            this.#looked = null;
            relaunch();
            return null;
          }
        } catch (thrown) {
          await unlink(before).catch(() => undefined);
          throw thrown;
        }
        await unlink(before).catch(() => undefined);
      }
      throw new AppError('restoreBusy', 'Something was written each time');
    });
  }

  /** Lets what is being written end. */
  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
    if (this.#hasWorked) await this.#forget();
  }

  /** What is unpacked or copied here is of no use to another run. */
  get #workFolder(): string {
    return join(this.#options.dataFolder, 'unfinished');
  }

  async #forget(): Promise<void> {
    this.#looked = null;
    await rm(this.#workFolder, { recursive: true, force: true }).catch(() => undefined);
  }

  /** On the disk, whole, before it answers. */
  async #write(path: string): Promise<KeepCopy & { readonly bytes: number }> {
    const { library, version, now } = this.#options;
    // First of all: a place that takes nothing is said at once.
    const target = await NewFile.begin(path);
    const copy = join(this.#workFolder, 'copy.db');
    this.#running += 1;
    void this.state().then(this.#options.onChanged, () => undefined);
    try {
      this.#hasWorked = true;
      await mkdir(this.#workFolder, { recursive: true });
      await rm(copy, { force: true });
      const copied = await library.backups.copy(copy);
      const { schema, counts } = copied;
      const bytes = await writeBackup(copy, target, { savedAt: now(), version, schema, counts });
      await target.finish();
      return { ...copied, bytes };
    } catch (thrown) {
      await target.discard();
      throw toAppError(thrown);
    } finally {
      this.#running -= 1;
      await rm(copy, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what is too many of those made by themselves here. Returns which ones there may be now. */
  async #makeRoom(folder: string, newest: string, kept: number): Promise<string[]> {
    const { scheduled } = await this.#options.library.backups.notes();
    const own = new Set([...scheduled.filter((file) => file !== newest), newest]);
    const files = new Set(await readdir(folder));
    for (const old of [...own].filter((file) => files.has(file)).slice(0, -kept)) {
      try {
        await unlink(join(folder, old));
        own.delete(old);
      } catch {
        // It makes room the next time.
      }
    }
    return [...own].slice(-mostRemembered);
  }

  async #note(change: Partial<BackupNotes>): Promise<BackupState> {
    const state = this.#toState(await this.#options.library.backups.note(change));
    this.#options.onChanged(state);
    return state;
  }

  #toState({ folder, last, failure, restored }: BackupNotes): BackupState {
    return { folder, last, failure, restored, isRunning: this.#running > 0 };
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const own = this.#last.then(task);
    this.#last = own.catch(() => undefined);
    return own;
  }
}
