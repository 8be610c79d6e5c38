import type { AccountBook } from '../accounts/account-book.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { ActivityJournal } from '../sync/activity-journal.ts';
import { Comparisons } from '../sync/comparisons.ts';
import { RefreshEngine } from '../sync/refresh-engine.ts';
import { RefreshInterval } from '../sync/refresh-interval.ts';
import { Refresh } from '../sync/refresh.ts';
import type { Emit } from './emit.ts';

export interface RefreshServicesOptions {
  readonly library: RemoteLibrary;
  readonly client: RobloxClient;
  readonly book: AccountBook;
  readonly accounts: Accounts;
  readonly journal: ActivityJournal;
  readonly emit: Emit;
  /** A list was replaced, or is compared no more: what nothing shows can be deleted. */
  readonly onLeftOver: () => void;
  /** Lists of an account were refreshed: names and prices may be others. */
  readonly onRunComplete: () => void;
}

export interface RefreshServices {
  readonly comparisons: Comparisons;
  readonly refresh: Refresh;
  readonly engine: RefreshEngine;
  readonly interval: RefreshInterval;
}

/** Pulls from Roblox: one list, everything, by itself every so often; and what was different afterwards. */
export function createRefreshServices(options: RefreshServicesOptions): RefreshServices {
  const { library, client, book, accounts, journal, emit } = options;
  const comparisons = new Comparisons({
    library,
    client,
    now: Date.now,
    onChanged: (accountId) => emit('timeline.changed', { accountId }),
    onReleased: () => options.onLeftOver(),
    // Satchel ended meanwhile, or the disk is full, which whoever writes next is told of.
    onFailed: () => undefined,
  });
  const refresh = new Refresh({
    library,
    client,
    accounts,
    now: Date.now,
    journal,
    onCategoriesChanged: (accountId) => emit('categories.changed', { accountId }),
    onItemsChanged: (accountId, category, isComplete, received) => {
      emit('items.changed', { accountId, category, isComplete, received });
      if (isComplete) options.onLeftOver();
    },
    onProfileCollectionChanged: (accountId) => emit('profileCollection.changed', { accountId }),
    onCollectiblesChanged: (accountId) => emit('collectibles.changed', { accountId }),
    onRunComplete: (accountId, run) => {
      void comparisons.onRunComplete(accountId, run);
      options.onRunComplete();
    },
  });
  const engine = new RefreshEngine({
    library,
    refresh,
    accounts: book,
    now: Date.now,
    onChanged: (progress) => emit('refresh.changed', progress),
    onRunComplete: (accountId, run) => {
      options.onRunComplete();
      return comparisons.onRunComplete(accountId, run);
    },
  });
  const interval = new RefreshInterval({
    engine,
    settings: () => library.settings.read(),
    now: Date.now,
  });
  return { comparisons, refresh, engine, interval };
}
