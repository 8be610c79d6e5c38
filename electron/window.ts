import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, protocol, session, type WebContents } from 'electron';
import { servePages, type PagesOptions } from './pages.ts';

export const appOrigin = 'app://satchel';

/** Has to run before the app is ready: one standard, secure scheme for the page, its files and its thumbnails. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Opens the one window, with what is served to it. */
export function openWindow(served: Pick<PagesOptions, 'firstAnswers' | 'readThumbnail'>): BrowserWindow {
  const root = join(import.meta.dirname, '../renderer');
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  protocol.handle('app', servePages({ root, developmentServer, ...served }));
  denyPermissions();
  const window = new BrowserWindow({
    width: 1280,
    height: 832,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: 'Satchel',
    icon: join(import.meta.dirname, '../../resources/icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131417' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Where one window's page may go by itself, when that is anywhere else at all. */
export type NavigationRule = (wanted: { readonly url: string; readonly isMainFrame: boolean }) => boolean;

// Asked when the page wants to go: a window's contents exist before anybody can bring a rule for them.
const navigationRules = new WeakMap<WebContents, NavigationRule>();

/** Lets one window's page lead to where `rule` says, and redirects with it. Every other window stays locked. */
export function allowNavigation(contents: WebContents, rule: NavigationRule): void {
  navigationRules.set(contents, rule);
}

/** Navigation lock: whatever is in a window stays there. Applied to every WebContents the app ever creates. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      const rule = navigationRules.get(contents);
      // A page may load itself again, which hot reload does; it leads nowhere else.
      if (!(rule ? rule(event) : isSamePage(event.url, contents.getURL()))) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!navigationRules.get(contents)?.(event)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // CSP does not stop WebRTC; without a proxy it may send nothing but through one.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function isSamePage(wanted: string, current: string): boolean {
  return wanted.split('#')[0] === current.split('#')[0];
}

function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
