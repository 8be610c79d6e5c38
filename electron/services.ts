import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../shared/errors.ts';
import type { EventName, Events } from '../shared/ipc.ts';
import type { AppStatus } from '../shared/models.ts';
import type { SettingsChange } from '../shared/settings.ts';
import { AccountBook } from './accounts/account-book.ts';
import { Accounts } from './accounts/accounts.ts';
import { Activity } from './accounts/activity.ts';
import { Following } from './accounts/following.ts';
import { AccountSessions } from './accounts/sessions.ts';
import { SignIn, type Clipboard } from './accounts/sign-in.ts';
import type { SignInWindow } from './accounts/sign-in-window.ts';
import type { OnSession } from './accounts/session-offers.ts';
import { KeychainVault, type Vault } from './accounts/vault.ts';
import { Demo } from './demo/demo.ts';
import type { RemoteLibrary } from './library/remote-library.ts';
import { RobloxClient } from './roblox/client.ts';
import type { Connection } from './roblox/connection.ts';
import { Ledger } from './roblox/ledger.ts';
import { readOrigin, type Origin } from './roblox/origin.ts';
import { CleanUp } from './sync/clean-up.ts';
import { Connectivity } from './sync/connectivity.ts';
import { ProfileChanges } from './sync/profile-changes.ts';
import { RefreshEngine } from './sync/refresh-engine.ts';
import { RefreshInterval } from './sync/refresh-interval.ts';
import { Refresh } from './sync/refresh.ts';
import { Thumbnails } from './sync/thumbnails.ts';

export interface ServicesOptions {
  /** Opens the library, which tells the new name of each damaged file it set aside. */
  readonly openLibrary: (onSetAside: (path: string) => void) => RemoteLibrary;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
  /** In place of the operating system's keychain. */
  readonly vault?: Vault;
  readonly clipboard: Clipboard;
  /** Opens Roblox's sign-in page, at that origin, in a window of its own. */
  readonly openSignInWindow: (origin: Origin, onSession: OnSession) => SignInWindow;
}

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Builds everything behind the handlers. Nothing is asked of Roblox until a page asks. Rejects with `libraryNewer`. */
export async function createServices(options: ServicesOptions) {
  const { openLibrary, version, environment, emit } = options;
  const filesSetAside: string[] = [];
  const library = openLibrary((path) => {
    filesSetAside.push(basename(path));
    emit('files.setAside', { file: basename(path) });
  });
  const [book, refreshedAt] = await Promise.all([
    AccountBook.open(library.accounts),
    library.refreshes.newestByAccount(),
  ]);
  const origin = readOrigin(environment);
  // Sessions of a stand-in server are kept apart: neither may ever be sent to the other.
  const keychain = { service: origin.isStandIn ? 'Satchel (stand-in)' : 'Satchel' };
  const vault = options.vault ?? new KeychainVault(keychain);
  const sessions = new AccountSessions({
    vault,
    book,
    onChanged: () => accounts.announce(),
  });
  const demo = new Demo();
  const ledger = new Ledger();
  const connectivity = new Connectivity((state) => {
    emit('connectivity.changed', { connectivity: state });
    if (state === 'online') engine.reconnect();
  });
  const network: Connection = { name: 'network', origin, transport: (request: Request) => fetch(request) };
  // A stand-in may serve the demo's accounts as its own; then only those added as the demo's are.
  const isDemo = (id: number) => demo.owns(id) && (!origin.isStandIn || book.find(id)?.kind === 'demo');
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
      return accountId !== null && isDemo(accountId) ? demo.connection : network;
    },
  });
  let isClosed = false;
  const cleanUp = new CleanUp({ leftovers: library.leftovers, isClosed: () => isClosed });
  const signedIn = () => book.list().flatMap(({ id, kind }) => (kind === 'signedIn' ? [id] : []));
  const activity = new Activity(refreshedAt);
  const accounts = new Accounts({
    book,
    places: library.places,
    sessions,
    activity,
    client,
    now: Date.now,
    forget: async (accountId) => {
      await library.forget(accountId);
      cleanUp.start();
    },
    onChanged: (state) => {
      emit('accounts.changed', state);
      engine.keepOnly(new Set(state.accounts.flatMap(({ id, kind }) => (kind === 'archived' ? [] : [id]))));
    },
  });
  const following = new Following({
    book,
    sessions,
    client,
    accounts,
    openDemo,
    now: Date.now,
    wait: setTimeout,
  });
  const signIn = new SignIn({
    book,
    sessions,
    client,
    accounts,
    clipboard: options.clipboard,
    openWindow: (onSession) => options.openSignInWindow(origin, onSession),
  });
  const onProfileCollectionChanged = (accountId: number) => emit('profileCollection.changed', { accountId });
  const refresh = new Refresh({
    library,
    client,
    accounts,
    now: Date.now,
    onCategoriesChanged: (accountId) => emit('categories.changed', { accountId }),
    onItemsChanged: (accountId, category, isComplete, received) => {
      emit('items.changed', { accountId, category, isComplete, received });
      if (isComplete) cleanUp.start();
    },
    onProfileCollectionChanged,
  });
  const engine = new RefreshEngine({
    library,
    refresh,
    accounts: book,
    now: Date.now,
    onChanged: (progress) => emit('refresh.changed', progress),
  });
  const interval = new RefreshInterval({
    engine,
    settings: () => library.settings.read(),
    now: Date.now,
  });
  return {
    status: (): AppStatus => ({
      version,
      platform: process.platform,
      connectivity: connectivity.state,
      filesSetAside,
    }),
    library,
    book,
    ledger,
    connectivity,
    client,
    accounts,
    following,
    signIn,
    /** Passes on the answer of a change of the saved views, and tells every window of it. */
    tellOfViews: async <Answer>(change: Promise<Answer>): Promise<Answer> => {
      const answer = await change;
      emit('savedViews.changed', await library.savedViews.list());
      return answer;
    },
    reopenKeychain: async () => {
      await sessions.open(sessions.troubled(signedIn(), 'keychainUnavailable'));
      return accounts.state();
    },
    refresh,
    engine,
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
    changeSettings: async (change: SettingsChange) => {
      const settings = await library.settings.change(change);
      emit('settings.changed', settings);
      return settings;
    },
    /**
     * Opens the sessions: from the keychain, the demo's own, and one lent for a stand-in server. Then goes on with the
     * refreshes that were cut short.
     */
    async prepare(): Promise<void> {
      cleanUp.start();
      const opened = sessions.open(signedIn());
      const removed = sessions.removeLeftovers();
      if (book.list().some(({ kind }) => kind === 'demo')) {
        await openDemo();
        accounts.announce();
      }
      const lent = environment['SATCHEL_SESSION'];
      if (origin.isStandIn && lent) await signIn.lendForThisRun(lent);
      await Promise.all([opened, removed]);
      await engine.prepare((await library.settings.read()).continuesUnfinished);
    },
    /** A keychain that never answered would keep the process from ending. */
    isHeldUp: () => vault.isHung === true,
    close: async () => {
      isClosed = true;
      accounts.close();
      interval.close();
      await engine.close();
      await library.close();
    },
  };
}
