import type { BrowserWindow as ElectronBrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Page } from 'playwright';
import { app, hostApp } from './app.ts';
import { reportDebuggingPort } from './control.ts';
import { HostEmitter, HostEvent, named, refuseUnknown } from './missing.ts';
import { openBrowser } from './session.ts';
import { HostWebContents } from './web-contents.ts';
import { openWindows } from './windows.ts';

type Part = Pick<
  ElectronBrowserWindow,
  'close' | 'destroy' | 'focus' | 'id' | 'isDestroyed' | 'loadURL' | 'show' | 'webContents'
>;

const events = ['close', 'closed', 'ready-to-show', 'show', 'focus'];
// Those that Chromium's app window has no say in are accepted and change nothing: least sizes, title, icon, show,
// background.
const options = [
  'backgroundColor',
  'height',
  'icon',
  'minHeight',
  'minWidth',
  'show',
  'title',
  'webPreferences',
  'width',
];
const preferences = ['contextIsolation', 'nodeIntegration', 'preload', 'sandbox', 'spellcheck'];
let lastId = 0;

class HostBrowserWindow extends HostEmitter implements Part {
  readonly id = ++lastId;
  readonly webContents: ElectronBrowserWindow['webContents'];
  private readonly electron = named('BrowserWindow', this);
  private page: Page | undefined;

  constructor(given: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnknown('BrowserWindow', given, options);
    refuseUnknown('BrowserWindow webPreferences', given.webPreferences ?? {}, preferences);
    const contents = new HostWebContents((url) => {
      // Nobody waits for a popup: one that cannot load just stays empty.
      new HostBrowserWindow().loadURL(url).catch(() => undefined);
    });
    this.webContents = contents.electron;
    openWindows.add(this.electron);
    app.emit('web-contents-created', new HostEvent(), this.webContents);
    app.emit('browser-window-created', new HostEvent(), this.electron);
    void this.open(contents, given);
    return this.electron;
  }

  static getAllWindows(): ElectronBrowserWindow[] {
    return [...openWindows] as unknown as ElectronBrowserWindow[];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
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
    if (this.page) void this.page.close();
    else this.forget();
  }

  isDestroyed(): boolean {
    return !openWindows.has(this.electron);
  }

  private async open(contents: HostWebContents, given: BrowserWindowConstructorOptions): Promise<void> {
    const { width = 800, height = 600, webPreferences } = given;
    const browser = await openBrowser({
      width,
      height,
      webRtcPolicy: contents.webRtcPolicy,
      onStrayPage: (url) => contents.askToOpen({ url, frameName: '_blank', features: '' }),
    });
    if (browser.debuggingPort) reportDebuggingPort(browser.debuggingPort);
    const page = await browser.openPage();
    if (this.isDestroyed()) return page.close();
    this.page = page;
    page.on('close', () => this.forget());
    page.once('domcontentloaded', () => this.emit('ready-to-show'));
    await contents.attach(page, webPreferences?.preload);
  }

  private forget(): void {
    if (!openWindows.delete(this.electron)) return;
    this.emit('closed');
    if (openWindows.size === 0) hostApp.onAllClosed();
  }
}

/** What the app's code gets as `electron.BrowserWindow`. */
export const BrowserWindow = named('BrowserWindow', HostBrowserWindow);
