import type { Scope } from '../../shared/accounts.ts';
import type { CollectibleHistory, CollectibleMovers } from '../../shared/collectibles.ts';
import { dayOf } from '../../shared/days.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import type { MoversAsked } from '../library/collectibles/collectible-past.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { inSlices } from '../sync/in-slices.ts';
import type { RobloxServices } from './roblox-services.ts';

export interface CollectibleServicesOptions {
  readonly library: Pick<RemoteLibrary, 'collectibleDays' | 'collectiblePast'>;
  readonly book: Pick<AccountBook, 'list'>;
  readonly roblox: Pick<RobloxServices, 'isDemo' | 'readDemoPast'>;
  readonly now: () => number;
}

export interface CollectibleServices {
  readonly history: (scope: Scope) => Promise<CollectibleHistory>;
  readonly movers: (asked: MoversAsked) => Promise<CollectibleMovers>;
}

// The demo's own past goes back further than that.
const pastDays = 30;

/** What was kept of collectibles, with what is still to be kept: the newest reading, and the past the demo comes with. */
export function createCollectibleServices(options: CollectibleServicesOptions): CollectibleServices {
  const { library, book, roblox, now } = options;
  let turn: Promise<void> = Promise.resolve();

  /** One after the other: two at once would both find nothing kept. */
  function keepAll(scope: Scope): Promise<void> {
    const ids = book.list().flatMap(({ id }) => (scope === 'all' || id === scope ? [id] : []));
    const done = turn.then(async () => {
      for (const accountId of ids) await keep(accountId);
    });
    // What cannot be kept now, as on a full disk, is no reason not to show what was.
    turn = done.catch(() => undefined);
    return turn;
  }

  async function keep(accountId: number): Promise<void> {
    await library.collectibleDays.keep(accountId, false);
    if (!roblox.isDemo(accountId)) return;
    const today = dayOf(now());
    const first = await library.collectibleDays.firstDay(accountId);
    if (first === null || first <= today - pastDays) return;
    for await (const { day, at, items } of roblox.readDemoPast(accountId, first))
      await library.collectibleDays.put(accountId, day, at, items);
  }

  return {
    async history(scope) {
      await keepAll(scope);
      return library.collectiblePast.history(scope, dayOf(now()));
    },
    async movers(asked) {
      await keepAll(asked.scope);
      const today = dayOf(now());
      return inSlices(() => library.collectiblePast.tryMovers(asked, today));
    },
  };
}
