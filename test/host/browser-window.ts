import type { BrowserWindow as ElectronBrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Page } from 'playwright';
import { app, hostApp } from './app.ts';
import { reportDebuggingPort } from './control.ts';
import { HostEmitter, HostEvent, named, refuseUnknown } from './missing.ts';
import { defaultSession, type HostSession } from './host-session.ts';
import { fromPartition } from './partition.ts';
import { HostWebContents } from './web-contents.ts';
import { openWindows } from './windows.ts';

type Part = Pick<
  ElectronBrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getTitle'
  | 'id'
  | 'isDestroyed'
  | 'loadURL'
  | 'removeMenu'
  | 'setTitle'
  | 'show'
  | 'webContents'
>;

const events = ['close', 'closed', 'ready-to-show', 'show', 'focus', 'page-title-updated'];
// Those that Chromium's app window has no say in are accepted and change nothing: least sizes, icon, show, background,
// menu bar.
const options = [
  'autoHideMenuBar',
  'backgroundColor',
  'height',
  'icon',
  'minHeight',
  'minWidth',
  'parent',
  'show',
  'title',
  'webPreferences',
  'width',
];
const preferences = [
  'contextIsolation',
  'nodeIntegration',
  'partition',
  'preload',
  'sandbox',
  'session',
  'spellcheck',
];
let lastId = 0;

class HostBrowserWindow extends HostEmitter implements Part {
  readonly id = ++lastId;
  readonly webContents: ElectronBrowserWindow['webContents'];
  private readonly electron = named('BrowserWindow', this);
  private readonly contents: HostWebContents;
  private readonly session: HostSession;
  private title: string;
  private page: Page | undefined;

  constructor(given: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnknown('BrowserWindow', given, options);
    refuseUnknown('BrowserWindow webPreferences', given.webPreferences ?? {}, preferences);
    const session = sessionOf(given);
    session.openWindows += 1;
    this.session = session;
    const contents = new HostWebContents({
      session,
      // Nobody waits for a popup: one that cannot load just stays empty.
      openWindow: (url) => void new HostBrowserWindow().loadURL(url).catch(() => undefined),
      showTitle: (title) => this.showTitle(title),
    });
    this.contents = contents;
    this.title = given.title ?? app.getName();
    // A child goes when its parent does.
    given.parent?.once('closed', () => this.destroy());
    this.webContents = contents.electron;
    openWindows.add(this.electron);
    app.emit('web-contents-created', new HostEvent(), this.webContents);
    app.emit('browser-window-created', new HostEvent(), this.electron);
    void this.open(given);
    return this.electron;
  }

  static getAllWindows(): ElectronBrowserWindow[] {
    return [...openWindows] as unknown as ElectronBrowserWindow[];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  removeMenu(): void {
    this.contents.removeMenu();
  }

  show(): void {
    // The window may be closed while it is being shown.
    this.page?.bringToFront().catch(() => undefined);
    this.emit('show');
  }

  focus(): void {
    void this.page?.bringToFront();
    this.emit('focus');
  }

  close(): void {
    const event = new HostEvent();
    this.emit('close', event);
    if (event.defaultPrevented) hostApp.cancelQuit();
    else this.destroy();
  }

  destroy(): void {
    // To the app it is gone at once; Chromium takes a moment.
    void this.page?.close();
    this.forget();
  }

  isDestroyed(): boolean {
    return !openWindows.has(this.electron);
  }

  private async open(given: BrowserWindowConstructorOptions): Promise<void> {
    const { contents, session } = this;
    const { width = 800, height = 600, webPreferences } = given;
    const page = await session.openPage({
      width,
      height,
      webRtcPolicy: contents.webRtcPolicy,
      onStrayPage: (url) => contents.askToOpen({ url, frameName: '_blank', features: '' }),
      onDebuggingPort: reportDebuggingPort,
    });
    if (this.isDestroyed()) return page.close();
    this.page = page;
    page.on('close', () => this.forget());
    page.once('domcontentloaded', () => this.emit('ready-to-show'));
    await contents.attach(page, webPreferences?.preload);
  }

  private showTitle(title: string): void {
    const event = new HostEvent();
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.title = title;
  }

  private forget(): void {
    if (!openWindows.delete(this.electron)) return;
    this.contents.destroy();
    this.session.openWindows -= 1;
    this.emit('closed');
    if (openWindows.size === 0) hostApp.onAllClosed();
  }
}

function sessionOf({ webPreferences }: BrowserWindowConstructorOptions): HostSession {
  const { session, partition } = webPreferences ?? {};
  const wanted = session ?? (partition === undefined ? undefined : fromPartition(partition));
  return (wanted as unknown as HostSession | undefined) ?? defaultSession;
}

/** What the app's code gets as `electron.BrowserWindow`. */
export const BrowserWindow = named('BrowserWindow', HostBrowserWindow);
