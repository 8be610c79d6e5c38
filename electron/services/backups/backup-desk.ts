import type { BackupState, RestorePreview } from '../../../shared/backups.ts';
import { backing } from '../../../shared/locales/en/backing.ts';
import type { FileDialogs } from '../file-dialogs.ts';
import { backupName } from './backup-names.ts';
import type { Backups } from './backups.ts';

const extension = 'satchel';

/** Backups as a person asks for them: each question of where is the system's own, and null is thinking better of it. */
export class BackupDesk {
  readonly #backups: Backups;
  readonly #dialogs: FileDialogs;
  readonly #now: () => number;

  constructor(backups: Backups, dialogs: FileDialogs, now: () => number) {
    this.#backups = backups;
    this.#dialogs = dialogs;
    this.#now = now;
  }

  state(): Promise<BackupState> {
    return this.#backups.state();
  }

  /** Throws as `Backups.makeAt`. */
  async make(): Promise<BackupState | null> {
    const { makeTitle: title, fileKind: kind } = backing;
    const name = backupName('byHand', this.#now());
    const path = await this.#dialogs.chooseNewFile({ title, name, kind, extension });
    return path === null ? null : this.#backups.makeAt(path);
  }

  /** Of backups that are made by themselves: one the person chooses, or Satchel's own. */
  async chooseFolder(isUsual: boolean): Promise<BackupState> {
    if (isUsual) return this.#backups.setFolder(null);
    const folder = await this.#dialogs.chooseFolder(backing.folderTitle);
    return folder === null ? this.#backups.state() : this.#backups.setFolder(folder);
  }

  /** Throws `folderGone`. */
  async showFolder(): Promise<null> {
    return this.#dialogs.openFolder(await this.#backups.folder());
  }

  /** Throws as `Backups.look`. */
  async preview(): Promise<RestorePreview | null> {
    const { restoreTitle: title, fileKind: kind } = backing;
    const path = await this.#dialogs.chooseFile({ title, kind, extensions: [extension] });
    return path === null ? null : this.#backups.look(path);
  }

  /** Throws as `Backups.restore`. */
  restore(token: number): Promise<null> {
    return this.#backups.restore(token);
  }

  close(): Promise<void> {
    return this.#backups.close();
  }
}
