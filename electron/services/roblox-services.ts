import { AppError } from '../../shared/errors.ts';
import type { ConnectivityState } from '../../shared/status.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import type { AccountSessions } from '../accounts/sessions.ts';
import { Demo } from '../demo/demo.ts';
import type { FoundAccount } from '../library/account-store.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { RobloxClient } from '../roblox/client.ts';
import { Ledger } from '../roblox/ledger.ts';
import type { Origin } from '../roblox/origin.ts';
import type { ActivityJournal } from '../sync/activity-journal.ts';
import { subjectOf } from '../sync/answer-subject.ts';
import type { Connectivity } from '../sync/connectivity.ts';
import { openNetwork } from '../sync/network.ts';

export interface RobloxOptions {
  readonly origin: Origin;
  readonly version: string;
  readonly library: Pick<RemoteLibrary, 'rateBudgets'>;
  readonly journal: ActivityJournal;
  readonly book: AccountBook;
  readonly sessions: AccountSessions;
  readonly onConnectivity: (state: ConnectivityState) => void;
}

export interface RobloxServices {
  readonly client: RobloxClient;
  readonly ledger: Ledger;
  readonly connectivity: Connectivity;
  /** The demo's own account whose pictures it shows. */
  readonly pictureOwner: number;
  /** Whether the account is the demo's: then no network is used for it. */
  readonly isDemo: (accountId: number) => boolean;
  /** Whether the demo made up the account or item of this id, whoever answers for it. */
  readonly isMadeUp: (id: number) => boolean;
  /** The demo's accounts, signing in those that can be. */
  readonly openDemo: () => Promise<readonly FoundAccount[]>;
  /** The limiteds of an account of the demo on days before `end`, oldest first. */
  readonly readDemoPast: Demo['past'];
  /** A list of items to ask the demo's accounts about; null where they are not. */
  readonly ownershipExample: () => Promise<string | null>;
}

/** The way to Roblox, and to the demo in its place: which of them an account is asked of, and with whose session. */
export function openRoblox(options: RobloxOptions): RobloxServices {
  const { origin, version, library, journal, book, sessions } = options;
  const demo = new Demo();
  const ledger = new Ledger(Date.now, () => journal.note('requests'));
  const { connectivity, connection: network } = openNetwork({
    origin,
    ledger,
    version,
    onConnectivity: options.onConnectivity,
  });
  // A stand-in may serve the demo's accounts as its own; then only those added as the demo's are.
  const isMadeUp = (id: number) => demo.owns(id);
  const isDemo = (id: number) => isMadeUp(id) && (!origin.isStandIn || book.find(id)?.kind === 'demo');
  const openDemo = () =>
    demo.open((id, session) => {
      if (!sessions.has(id)) sessions.holdForThisRun(id, session);
    });
  let isDemoOpen: Promise<unknown> | undefined;
  const client = new RobloxClient({
    sessions: {
      // The demo's sessions come with it: whoever asks first waits for it.
      read: async (accountId) => {
        if (accountId !== 0 && isDemo(accountId)) await (isDemoOpen ??= openDemo());
        return sessions.read(accountId);
      },
      rotate: (accountId, used, value) => sessions.rotate(accountId, used, value),
      refuse: (accountId, used, reason) => sessions.refuse(accountId, used, reason),
    },
    ledger,
    version,
    now: Date.now,
    isOffline: () => connectivity.isOffline,
    budgets: library.rateBudgets,
    connectionOf: (accountId) => {
      if (accountId !== null && book.find(accountId)?.kind === 'archived')
        throw new AppError('accountArchived', 'An archived account is asked about no more');
      if (accountId !== null && isDemo(accountId)) return demo.connection;
      connectivity.refuseWhenUnreachable();
      return network;
    },
    onProblem: ({ named, params, accountId, error, unreadable }) => {
      const subject = subjectOf(named, params);
      if (error) journal.noteProblem({ kind: 'requestRefused', accountId, subject, code: error.code });
      if (unreadable)
        journal.noteProblem({ kind: 'unreadableRows', accountId, subject, code: null, ...unreadable });
    },
  });
  const readDemoPast: Demo['past'] = (accountId, end) => demo.past(accountId, end);
  const ownershipExample = async () =>
    book.list().some(({ kind }) => kind === 'demo') ? demo.example() : null;
  const ofDemo = { pictureOwner: demo.pictureOwner, openDemo, readDemoPast, ownershipExample };
  return { client, ledger, connectivity, isDemo, isMadeUp, ...ofDemo };
}
