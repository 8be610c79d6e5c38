import { basename } from 'node:path';
import type { EventName, Events } from '../shared/ipc.ts';
import type { AppStatus } from '../shared/models.ts';
import { Accounts } from './accounts/accounts.ts';
import { RunSessions } from './accounts/sessions.ts';
import { Demo } from './demo/demo.ts';
import { Library } from './library/library.ts';
import { RobloxClient } from './roblox/client.ts';
import type { Connection } from './roblox/connection.ts';
import { Ledger } from './roblox/ledger.ts';
import { readOrigin } from './roblox/origin.ts';
import { Connectivity } from './sync/connectivity.ts';
import { ProfileChanges } from './sync/profile-changes.ts';
import { Refresh } from './sync/refresh.ts';
import { Thumbnails } from './sync/thumbnails.ts';

export interface ServicesOptions {
  /** Where the library's files are. */
  readonly folder: string;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
}

export type Services = ReturnType<typeof createServices>;

/** Builds everything behind the handlers. Nothing is asked of Roblox until a page asks. */
export function createServices({ folder, version, environment, emit }: ServicesOptions) {
  const filesSetAside: string[] = [];
  const library = new Library(folder, (path) => {
    filesSetAside.push(basename(path));
    emit('files.setAside', { file: basename(path) });
  });
  const origin = readOrigin(environment);
  const sessions = new RunSessions();
  const demo = new Demo();
  const ledger = new Ledger();
  const connectivity = new Connectivity((state) => emit('connectivity.changed', { connectivity: state }));
  const network: Connection = { name: 'network', origin, transport: (request: Request) => fetch(request) };
  // A stand-in may serve the demo's accounts as its own; then only those added as the demo's are.
  const isDemo = (id: number) =>
    demo.owns(id) && (!origin.isStandIn || library.accounts.kindOf(id) === 'demo');
  const client = new RobloxClient({
    // The demo's sessions come with it: whoever asks first waits for it.
    sessions: {
      read: async (accountId) => {
        if (accountId !== 0 && isDemo(accountId)) await demo.open(sessions);
        return sessions.read(accountId);
      },
      replace: (accountId, session) => sessions.replace(accountId, session),
    },
    ledger,
    version,
    now: Date.now,
    isOffline: () => connectivity.isOffline,
    connectionOf: (accountId) => (accountId !== null && isDemo(accountId) ? demo.connection : network),
  });
  const accounts = new Accounts({
    store: library.accounts,
    sessions,
    client,
    openDemo: () => demo.open(sessions),
    forget: (accountId) => library.forget(accountId),
    onChanged: (state) => emit('accounts.changed', state),
  });
  const onProfileCollectionChanged = (accountId: number) => emit('profileCollection.changed', { accountId });
  return {
    status: (): AppStatus => ({
      version,
      platform: process.platform,
      connectivity: connectivity.state,
      filesSetAside,
    }),
    library,
    ledger,
    connectivity,
    client,
    accounts,
    refresh: new Refresh({
      library,
      client,
      accounts,
      now: Date.now,
      onCategoriesChanged: (accountId) => emit('categories.changed', { accountId }),
      onItemsChanged: (accountId, category, isComplete, received) =>
        emit('items.changed', { accountId, category, isComplete, received }),
      onProfileCollectionChanged,
    }),
    profileChanges: new ProfileChanges({
      profileItems: library.profileItems,
      client,
      accounts,
      onChanged: onProfileCollectionChanged,
    }),
    thumbnails: new Thumbnails({
      cache: library.thumbnails,
      client,
      now: Date.now,
      ownerOf: (targetId) => (isDemo(targetId) ? demo.pictureOwner : null),
    }),
    /** Brings back what lives for one run only: the demo's sessions, and one lent for a stand-in server. */
    async prepare(): Promise<void> {
      if (library.accounts.list().some((account) => account.kind === 'demo')) {
        await demo.open(sessions);
        emit('accounts.changed', accounts.state());
      }
      const lent = environment['SATCHEL_SESSION'];
      if (origin.isStandIn && lent) await accounts.signInForThisRun(lent);
    },
    close: () => library.close(),
  };
}
