import { BrowserWindow, session, type Session } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { allowNavigation } from '../window.ts';
import { offerSessions, type OnSession } from './session-offers.ts';
import type { SignInHosts } from './sign-in-hosts.ts';

export interface SignInOptions {
  readonly hosts: SignInHosts;
  /** The window it belongs to and closes with. */
  readonly parent?: BrowserWindow;
  readonly onSession: OnSession;
  /** The page wanted to lead the window to a host it has no business with; the window stayed where it was. */
  readonly onHostRefused: (host: string) => void;
}

export interface SignInWindow {
  /**
   * Resolves when `onSession` has said done, the window is closed and everything it kept is gone. Rejects, just as
   * late, with what `onSession` threw, or with `signInCancelled` (closed by the person or `close`), `signInPageFailed`
   * or `signInRedirectLoop`.
   */
  readonly ended: Promise<void>;
  focus(): void;
  close(): void;
}

// net::ERR_TOO_MANY_REDIRECTS and net::ERR_ABORTED, as did-fail-load numbers them.
const tooManyRedirects = -310;
const aborted = -3;

/** Opens Roblox's sign-in page where it can reach nothing of Satchel's, and of the network only what it needs. */
export function openSignInWindow({ hosts, parent, onSession, onHostRefused }: SignInOptions): SignInWindow {
  const partition = openPartition(hosts);
  const window = new BrowserWindow({
    width: 480,
    height: 760,
    title: hosts.address,
    autoHideMenuBar: true,
    ...(parent ? { parent } : {}),
    webPreferences: {
      session: partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  // Satchel's shortcuts are for its own window.
  window.removeMenu();
  showAddress(window, hosts.address);
  const contents = window.webContents;
  let hasPage = false;
  contents.on('did-navigate', () => (hasPage = true));
  allowNavigation(contents, ({ url, isMainFrame }) => {
    if (!isMainFrame) return hosts.mayRequest(url);
    const isAllowed = hosts.mayNavigate(url);
    if (!isAllowed) onHostRefused(hostOf(url));
    return isAllowed;
  });

  const outcome = Promise.withResolvers<undefined>();
  const offers = offerSessions(partition.cookies, hosts, onSession);
  offers.done.then(outcome.resolve, outcome.reject);
  // A session that is being looked at still decides, whatever has become of the window.
  const fail = (error: AppError) => void offers.stop().then(() => outcome.reject(error));
  window.on('closed', () => fail(new AppError('signInCancelled', 'The sign-in window was closed')));
  // Else a page that asks whether to leave could keep the window open for ever.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) fail(pageError(code, description));
  });
  window.loadURL(hosts.address).catch((error: unknown) => {
    const { errno = aborted, code = '' } = error as { errno?: number; code?: string };
    // What was stopped before there was a page leaves nothing to look at; later the page before it stays.
    if (!hasPage && !window.isDestroyed()) fail(pageError(errno, code));
  });

  return {
    ended: outcome.promise.finally(async () => {
      if (!window.isDestroyed()) window.destroy();
      await offers.stop();
      await empty(partition);
    }),
    focus: () => {
      if (!window.isDestroyed()) window.focus();
    },
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

/** In memory, and never the same for two attempts. */
function openPartition(hosts: SignInHosts): Session {
  const partition = session.fromPartition(`sign-in-${crypto.randomUUID()}`, { cache: false });
  partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  partition.setPermissionCheckHandler(() => false);
  partition.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isAllowed = resourceType === 'mainFrame' ? hosts.mayNavigate(url) : hosts.mayRequest(url);
    answer({ cancel: !isAllowed });
  });
  return partition;
}

/** There is no address bar: the title says where the window is, whatever the page calls itself. */
function showAddress(window: BrowserWindow, first: string): void {
  const show = () => window.setTitle(window.webContents.getURL() || first);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('did-navigate', show);
  window.webContents.on('did-navigate-in-page', show);
}

function pageError(code: number, description: string): AppError {
  const reason = code === tooManyRedirects ? 'signInRedirectLoop' : 'signInPageFailed';
  return new AppError(reason, `The sign-in page did not load: ${description} (${code})`);
}

function hostOf(address: string): string {
  const url = URL.parse(address);
  return url?.host || url?.protocol || '';
}

async function empty(partition: Session): Promise<void> {
  // What cannot be cleared now is in memory only and goes with Satchel.
  await Promise.allSettled([partition.clearStorageData(), partition.clearCache()]);
}
