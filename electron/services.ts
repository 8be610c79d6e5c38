import type { AccountsState } from '../shared/accounts.ts';
import type { AppStatus } from '../shared/status.ts';
import type { Settings } from '../shared/settings.ts';
import { AccountBook } from './accounts/account-book.ts';
import type { OnSession } from './accounts/session-offers.ts';
import { AccountSessions } from './accounts/sessions.ts';
import type { Clipboard } from './accounts/sign-in.ts';
import type { SignInWindow } from './accounts/sign-in-window.ts';
import { KeychainVault, type Vault } from './accounts/vault.ts';
import { readOrigin, type Origin } from './roblox/origin.ts';
import { createAccountServices, type AccountServices } from './services/account-services.ts';
import { createCollectibleServices } from './services/collectible-services.ts';
import { createCollectionServices } from './services/collection-services.ts';
import type { Emit } from './services/emit.ts';
import { createExchangeServices } from './services/exchange-services.ts';
import type { FileDialogs } from './services/file-dialogs.ts';
import { createLibraryServices } from './services/library-services.ts';
import { createOutbox } from './services/outbox-services.ts';
import { createOwnershipServices, type OwnershipServices } from './services/ownership-services.ts';
import { createRefreshServices, type RefreshServices } from './services/refresh-services.ts';
import { openRoblox, type RobloxServices } from './services/roblox-services.ts';
import { CleanUp } from './sync/clean-up.ts';
import { openWatchedLibrary, type OpenLibrary } from './sync/watched-library.ts';

export interface ServicesOptions {
  /** Opens the library, which tells the new name of each damaged file it set aside. */
  readonly openLibrary: OpenLibrary;
  readonly version: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly emit: Emit;
  /** In place of the operating system's keychain. */
  readonly vault?: Vault;
  readonly clipboard: Clipboard;
  readonly dialogs: FileDialogs;
  /** Where the library's files are. */
  readonly dataFolder: string;
  /** Told how the window is to look: at the start and when the person changes it. */
  readonly onTheme?: (theme: Settings['theme']) => void;
  /** Opens Roblox's sign-in page, at that origin, in a window of its own. */
  readonly openSignInWindow: (origin: Origin, onSession: OnSession) => SignInWindow;
}

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Builds everything behind the handlers. Nothing is asked of Roblox until a page asks. Rejects with `libraryNewer`. */
export async function createServices(options: ServicesOptions) {
  const { version, environment, emit } = options;
  const { library, journal, storage, filesSetAside } = openWatchedLibrary({
    openLibrary: options.openLibrary,
    onSetAside: (file) => emit('files.setAside', { file }),
    onStorage: (problems) => emit('storage.changed', { problems }),
    onActivity: (list) => emit('activity.changed', { list }),
  });
  const [book, refreshedAt] = await Promise.all([
    AccountBook.open(library.accounts),
    library.refreshes.newestByAccount(),
  ]);
  let isClosed = false;
  const cleanUp = new CleanUp({ leftovers: library.leftovers, isClosed: () => isClosed });
  const origin = readOrigin(environment);
  // Sessions of a stand-in server are kept apart: neither may ever be sent to the other.
  const keychain = { service: origin.isStandIn ? 'Satchel (stand-in)' : 'Satchel' };
  const vault = options.vault ?? new KeychainVault(keychain);
  const sessions = new AccountSessions({ vault, book, onChanged: () => accounts.announce() });
  const roblox: RobloxServices = openRoblox({
    ...{ origin, version, library, journal, book, sessions },
    onConnectivity: (state) => {
      emit('connectivity.changed', state);
      if (state.connectivity !== 'online') return;
      engine.reconnect();
      ownership.engine.reconnect();
      outbox.comeBack();
    },
  });
  const { client, connectivity, ledger } = roblox;
  const { accounts, following, signIn }: AccountServices = createAccountServices({
    ...{ library, book, sessions, roblox, refreshedAt, clipboard: options.clipboard },
    openSignInWindow: (onSession) => options.openSignInWindow(origin, onSession),
    forget: async (accountId) => {
      journal.forget(accountId);
      await library.forget(accountId);
      await library.timeline.forget(accountId);
      await library.collectibleDays.forget(accountId);
      emit('timeline.changed', { accountId });
      emit('collectibles.changed', { accountId });
      cleanUp.start();
    },
    giveUp: (accountId) => outbox.giveUp(accountId),
    onChanged: (state) => {
      emit('accounts.changed', state);
      outbox.look();
      if (isOtherAccounts(state)) ownership.engine.look();
      engine.keepOnly(new Set(state.accounts.flatMap(({ id, kind }) => (kind === 'archived' ? [] : [id]))));
    },
  });
  const { outbox, outboxNews } = createOutbox({ library, roblox, accounts, sessions, emit });
  const { comparisons, refresh, engine, interval }: RefreshServices = createRefreshServices({
    ...{ library, client, book, accounts, journal, emit },
    onLeftOver: () => cleanUp.start(),
    onRunComplete: () => freshenFiled(),
  });
  const ownership: OwnershipServices = createOwnershipServices({ library, client, book, accounts, emit });
  const { tellOfCollections, tellOfStep, freshenFiled } = createCollectionServices({
    ...{ library, emit },
    onProfileStep: (accountId) => outbox.stepTaken(accountId),
  });
  const collectibles = createCollectibleServices({ library, book, roblox, now: Date.now });
  const { thumbnails, care, tellOfViews, dismissLosses } = createLibraryServices({
    ...{ library, roblox, emit, onTheme: options.onTheme },
    isDemoOnly: () => book.list().length > 0 && book.list().every(({ id }) => roblox.isDemo(id)),
    onSettings: () => void backupSchedule.look().catch(() => undefined),
    endRefresh: (accountId) => engine.forget(accountId),
    onCleared: () => cleanUp.start(),
  });
  const { listExport, backupDesk, backupSchedule } = createExchangeServices({
    ...{ library, journal, ledger, emit, version, dialogs: options.dialogs, dataFolder: options.dataFolder },
  });
  let accountsBefore = '';
  /** Whether there are others to ask about than before: more is announced of accounts than that. */
  function isOtherAccounts({ accounts: now }: AccountsState): boolean {
    const before = accountsBefore;
    accountsBefore = now.map(({ id, kind }) => `${id} ${kind}`).join();
    return before !== '' && before !== accountsBefore;
  }
  const signedIn = () => book.list().flatMap(({ id, kind }) => (kind === 'signedIn' ? [id] : []));
  return {
    status: (): AppStatus => ({
      version,
      platform: process.platform,
      ...connectivity.state,
      storage: storage.problems,
      filesSetAside,
    }),
    ...{ library, journal, book, ledger, connectivity, client, accounts, following, signIn },
    ...{ comparisons, refresh, engine, thumbnails, care, tellOfViews, dismissLosses },
    ...{ tellOfCollections, tellOfStep, collectibles, listExport, backupDesk },
    ...{ ownership, ownershipExample: roblox.ownershipExample },
    reopenKeychain: async () => {
      await sessions.open(sessions.troubled(signedIn(), 'keychainUnavailable'));
      return accounts.state();
    },
    outbox,
    isDemo: roblox.isDemo,
    /**
     * Opens the sessions: from the keychain, the demo's own, and one lent for a stand-in server. Then goes on with the
     * refreshes that were cut short.
     */
    async prepare(): Promise<void> {
      cleanUp.start();
      const { theme } = await library.settings.read();
      if (theme !== 'system') options.onTheme?.(theme);
      const opened = sessions.open(signedIn());
      const removed = sessions.removeLeftovers();
      if (book.list().some(({ kind }) => kind === 'demo')) {
        await roblox.openDemo();
        accounts.announce();
      }
      const lent = environment['SATCHEL_SESSION'];
      if (origin.isStandIn && lent) await signIn.lendForThisRun(lent);
      await Promise.all([opened, removed]);
      const { continuesUnfinished } = await library.settings.read();
      if (continuesUnfinished) comparisons.prepare().catch(() => undefined);
      await Promise.all([engine.prepare(continuesUnfinished), ownership.engine.prepare(continuesUnfinished)]);
    },
    /** A keychain that never answered would keep the process from ending. */
    isHeldUp: () => vault.isHung === true,
    close: async () => {
      isClosed = true;
      outbox.close();
      outboxNews.close();
      accounts.close();
      connectivity.close();
      interval.close();
      backupSchedule.close();
      comparisons.close();
      const written = Promise.all([listExport.close(), backupDesk.close()]);
      await Promise.all([engine.close(), ownership.engine.close()]);
      await Promise.all([written, thumbnails.close(), journal.flush()]);
      await library.close();
    },
  };
}
