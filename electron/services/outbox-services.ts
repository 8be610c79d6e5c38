import type { Accounts } from '../accounts/accounts.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { systemClock } from '../roblox/clock.ts';
import { ProfileOutbox } from '../sync/outbox/profile-outbox.ts';
import type { Emit } from './emit.ts';
import { OutboxNews } from './outbox-news.ts';
import type { RobloxServices } from './roblox-services.ts';

export interface OutboxServicesOptions {
  readonly library: RemoteLibrary;
  readonly roblox: RobloxServices;
  readonly accounts: Accounts;
  readonly sessions: AccountSessions;
  readonly emit: Emit;
}

export interface OutboxServices {
  readonly outbox: ProfileOutbox;
  readonly outboxNews: OutboxNews;
}

/** Pushes to Roblox: what a person changed in the profile collections, when there is a way to it. */
export function createOutbox(options: OutboxServicesOptions): OutboxServices {
  const { library, roblox, accounts, sessions, emit } = options;
  const { client, connectivity, isDemo } = roblox;
  const outboxNews = new OutboxNews(emit);
  const outbox = new ProfileOutbox({
    ...{ library, client, clock: systemClock(Date.now), random: Math.random },
    requireChangeable: (accountId) => accounts.requireChangeable(accountId),
    isOpen: (accountId) =>
      sessions.mayChange(accountId) &&
      !connectivity.isOffline &&
      (isDemo(accountId) || !connectivity.isUnreachable),
    onStep() {
      const telling = library.undo.state().then((state) => emit('undo.changed', state));
      // Satchel ended meanwhile: nobody is left to undo anything.
      telling.catch(() => undefined);
    },
    onChanged: (accountId, refused) => outboxNews.note(accountId, refused),
  });
  // Before anything else is asked of it; accounts without a session yet are looked at again when they have one.
  outbox.start();
  return { outbox, outboxNews };
}
