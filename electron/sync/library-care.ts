import type { LibrarySize } from '../../shared/storage.ts';
import type { Settings, SettingsChange } from '../../shared/settings.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';

export interface LibraryCareOptions {
  readonly library: RemoteLibrary;
  readonly onSettingsChanged: (settings: Settings) => void;
  /** Ends whatever is being refreshed of an account: it would go on with lists that are gone. */
  readonly endRefresh: (accountId: number) => Promise<unknown>;
  /** Told of an account whose cached lists are gone. */
  readonly onCleared: (accountId: number) => void;
}

/** What a person does to the library as a whole: its settings, and what is cleared of it. */
export class LibraryCare {
  readonly #options: LibraryCareOptions;

  constructor(options: LibraryCareOptions) {
    this.#options = options;
  }

  async changeSettings(change: SettingsChange): Promise<Settings> {
    const settings = await this.#options.library.settings.change(change);
    this.#options.onSettingsChanged(settings);
    if (change.thumbnailCapMb !== undefined) await this.#trimThumbnails();
    return settings;
  }

  /** Deletes what can be fetched again of an account; every view of it reads again. */
  async clearAccount(accountId: number): Promise<LibrarySize> {
    const { library, endRefresh, onCleared } = this.#options;
    await endRefresh(accountId);
    await library.clearAccount(accountId);
    onCleared(accountId);
    return library.storage.size();
  }

  async clearThumbnails(): Promise<LibrarySize> {
    const { library } = this.#options;
    await library.thumbnails.clear();
    return library.storage.size();
  }

  /** A bit at a time: whatever else is asked of the library meanwhile gets its turn. */
  async #trimThumbnails(): Promise<void> {
    const { thumbnails } = this.#options.library;
    while ((await thumbnails.trim()) > 0);
  }
}
