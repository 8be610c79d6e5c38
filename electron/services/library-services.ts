import { allItemsKey } from '../../shared/category-keys.ts';
import type { Settings } from '../../shared/settings.ts';
import type { LossAlert } from '../../shared/timeline.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { LibraryCare } from '../sync/library-care.ts';
import { Thumbnails } from '../sync/thumbnails.ts';
import type { Emit } from './emit.ts';
import type { RobloxServices } from './roblox-services.ts';

export interface LibraryServicesOptions {
  readonly library: RemoteLibrary;
  readonly roblox: RobloxServices;
  readonly emit: Emit;
  /** Whether there are the demo's accounts and no others. */
  readonly isDemoOnly: () => boolean;
  readonly onTheme: ((theme: Settings['theme']) => void) | undefined;
  /** The person changed a setting: what goes by it looks again. */
  readonly onSettings: () => void;
  /** An account's lists are to be cleared: what reads them is to end. */
  readonly endRefresh: (accountId: number) => Promise<unknown>;
  /** An account's lists were cleared: what they held can be deleted. */
  readonly onCleared: () => void;
}

export interface LibraryServices {
  readonly thumbnails: Thumbnails;
  readonly care: LibraryCare;
  /** Passes on the answer of a change of the saved views, and tells every window of it. */
  readonly tellOfViews: <Answer>(change: Promise<Answer>) => Promise<Answer>;
  readonly dismissLosses: (refreshId: number) => Promise<readonly LossAlert[]>;
}

/** What a person does with the library as it is, and the pictures of it; every window is told. */
export function createLibraryServices(options: LibraryServicesOptions): LibraryServices {
  const { library, roblox, emit } = options;
  const { client, connectivity, isDemo, isMadeUp } = roblox;
  const thumbnails = new Thumbnails({
    cache: library.thumbnails,
    client,
    now: Date.now,
    ownerOf: (targetId) => (isDemo(targetId) ? roblox.pictureOwner : null),
    // The demo needs no network: only who looks for people to follow asks Roblox for their faces.
    isWanted: (targetId, type) => isMadeUp(targetId) || type === 'AvatarHeadShot' || !options.isDemoOnly(),
    isOnline: (targetId) => !connectivity.isOffline && (isDemo(targetId) || !connectivity.isUnreachable),
  });
  const care = new LibraryCare({
    library,
    endRefresh: options.endRefresh,
    onSettingsChanged(settings) {
      emit('settings.changed', settings);
      options.onTheme?.(settings.theme);
      options.onSettings();
    },
    onCleared(accountId) {
      options.onCleared();
      emit('categories.changed', { accountId });
      emit('items.changed', { accountId, category: allItemsKey, isComplete: true, received: 0 });
      emit('profileCollection.changed', { accountId });
      emit('collectibles.changed', { accountId });
    },
  });
  return {
    thumbnails,
    care,
    async tellOfViews(change) {
      const answer = await change;
      emit('savedViews.changed', await library.savedViews.list());
      return answer;
    },
    async dismissLosses(refreshId) {
      await library.timeline.dismiss(refreshId, Date.now());
      emit('timeline.changed', { accountId: null });
      return library.timeline.alerts();
    },
  };
}
