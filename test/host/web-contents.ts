import { readFileSync } from 'node:fs';
import type { WebContents } from 'electron';
import type { CDPSession, Page } from 'playwright';
import { toChromium, toElectron } from './addresses.ts';
import { reportProblems } from './control.ts';
import type { HostSession } from './host-session.ts';
import { loadError, readLoadFailure } from './load-failure.ts';
import { acceleratorKeys } from './menu.ts';
import { HostEmitter, HostEvent, named } from './missing.ts';
import { showColorScheme } from './native-theme.ts';
import { watchNavigation, type Navigation } from './navigation.ts';
import { linkPage, type PageLink } from './page-link.ts';
import { answerPage } from './page-requests.ts';

type Part = Pick<
  WebContents,
  'getURL' | 'id' | 'isDestroyed' | 'loadURL' | 'send' | 'setWebRTCIPHandlingPolicy' | 'setWindowOpenHandler'
>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type WebRtcPolicy = Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0];

const events = [
  'will-navigate',
  'will-redirect',
  // These are accepted and never happen: Chromium has no <webview>, and the host closes pages without asking them.
  'will-attach-webview',
  'will-prevent-unload',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-fail-load',
  'destroyed',
];
/** The window around the contents. */
type Owner = {
  session: HostSession;
  openWindow(url: string): void;
  showTitle(title: string): void;
};

const all = new Map<number, HostWebContents>();
let lastId = 0;

/** A page of the app's: what Electron calls WebContents, over one Chromium page. */
export class HostWebContents extends HostEmitter implements Part {
  readonly id = ++lastId;
  webRtcPolicy: WebRtcPolicy = 'default';
  /** What the app's code sees: everything the host lacks throws by name. */
  readonly electron = named('webContents', this) as unknown as WebContents;
  private link: PageLink | undefined;
  private navigation: Navigation | undefined;
  private openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly attached = Promise.withResolvers<Page>();
  private readonly owner: Owner;
  private hasMenu = true;
  private url = '';

  constructor(owner: Owner) {
    super('webContents', events);
    this.owner = owner;
    all.set(this.id, this);
  }

  getURL(): string {
    return this.url;
  }

  isDestroyed(): boolean {
    return !all.has(this.id);
  }

  send(channel: string, ...args: unknown[]): void {
    this.link?.send({ type: 'event', channel, args });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this.webRtcPolicy = policy;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.attached.promise;
    this.navigation?.expectProgrammatic();
    try {
      // Electron waits as long as the network does.
      await page.goto(toChromium(url), { timeout: 0 });
    } catch (error) {
      if (!this.isDestroyed()) throw loadError(readLoadFailure(String(error)), url);
    }
  }

  /** Takes over a Chromium page; `preload` is the path of its preload script. */
  async attach(page: Page, preload: string | undefined): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    page.on('close', () => this.destroy());
    page.on('load', () => this.emit('did-finish-load', new HostEvent()));
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.followAddress(page, cdp, frameTree.frame.id);
    reportProblems(page);
    await showColorScheme(page);
    const { session } = this.owner;
    const { requests } = session;
    this.navigation = await watchNavigation(cdp, {
      mayGo: (kind, url) => this.mayGo(kind, toElectron(url)),
      mayRequest: requests && ((url, kind) => requests.isAllowed(toElectron(url), kind)),
    });
    const source = preload ? readFileSync(preload, 'utf8') : '';
    const link = await linkPage(cdp, source, {
      onMessage: (message, chromiumOrigin) => {
        void answerPage(message, {
          contents: this.electron,
          session,
          chromiumOrigin,
          reply: link.send,
          openWindow: (wanted) => this.askToOpen(wanted),
          showTitle: (title) => this.owner.showTitle(title),
        });
      },
      onDocument: () => this.sendAccelerators(),
    });
    this.link = link;
    this.attached.resolve(page);
  }

  sendAccelerators(): void {
    this.link?.send({ type: 'accelerators', keys: this.hasMenu ? acceleratorKeys() : [] });
  }

  /** The menu's keys do nothing in this window any more. */
  removeMenu(): void {
    this.hasMenu = false;
    this.sendAccelerators();
  }

  destroy(): void {
    if (all.delete(this.id)) this.emit('destroyed');
  }

  /** Asks the app about a window the page wants; an allowed one is opened. */
  askToOpen(wanted: { url: string; frameName: string; features: string }): void {
    const url = toElectron(wanted.url);
    const details = { ...wanted, url, disposition: 'new-window', referrer: { url: '', policy: 'default' } };
    const answer = this.openHandler(details as Parameters<OpenHandler>[0]);
    if (answer.action === 'allow') this.owner.openWindow(url);
  }

  private followAddress(page: Page, cdp: CDPSession, mainFrame: string): void {
    cdp.on('Page.frameNavigated', ({ frame: { parentId, url, urlFragment = '' } }) => {
      // Chromium shows a page of its own about a failure; Electron shows none and keeps the address.
      if (parentId !== undefined || url.startsWith('chrome-error:')) return;
      this.url = toElectron(url + urlFragment);
      this.emit('did-navigate', new HostEvent(), this.url, 200, '');
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const isMainFrame = frameId === mainFrame;
      if (isMainFrame) this.url = toElectron(url);
      this.emit('did-navigate-in-page', new HostEvent(), toElectron(url), isMainFrame);
    });
    page.on('requestfailed', (request) => {
      if (!request.isNavigationRequest()) return;
      const { description, code } = readLoadFailure(request.failure()?.errorText ?? '');
      const isMainFrame = request.frame() === page.mainFrame();
      // Electron is silent about those that were cancelled.
      if (code === -3) return;
      this.emit('did-fail-load', new HostEvent(), code, description, toElectron(request.url()), isMainFrame);
    });
  }

  private mayGo(kind: 'will-navigate' | 'will-redirect', url: string): boolean {
    const details = { url, isSameDocument: false, isMainFrame: true, frame: null };
    const event = Object.assign(new HostEvent(), details);
    this.emit(kind, event, url, false, true);
    return !event.defaultPrevented;
  }
}

/** What the app's code gets as `electron.webContents`. */
export const webContents = named('webContents', {
  getAllWebContents: () => [...all.values()].map((contents) => contents.electron),
});

/** Tells every page which keys the menu has now. */
export function sendAccelerators(): void {
  for (const contents of all.values()) contents.sendAccelerators();
}
