import { readFileSync } from 'node:fs';
import type { WebContents } from 'electron';
import type { Page } from 'playwright';
import { toChromium, toElectron } from './addresses.ts';
import { reportProblems } from './control.ts';
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
  // Chromium has no <webview>, so this one is accepted and never happens.
  'will-attach-webview',
  'did-finish-load',
  'did-navigate',
  'destroyed',
];
const all = new Map<number, HostWebContents>();
let lastId = 0;

/** A page of the app's: what Electron calls WebContents, over one Chromium page. */
export class HostWebContents extends HostEmitter implements Part {
  readonly id = ++lastId;
  webRtcPolicy: WebRtcPolicy = 'default';
  /** What the app's code sees: everything the host lacks throws by name. */
  readonly electron = named('webContents', this) as unknown as WebContents;
  private page: Page | undefined;
  private link: PageLink | undefined;
  private navigation: Navigation | undefined;
  private openHandler: OpenHandler = () => ({ action: 'allow' });
  private readonly attached = Promise.withResolvers<Page>();
  private readonly openWindow: (url: string) => void;

  constructor(openWindow: (url: string) => void) {
    super('webContents', events);
    this.openWindow = openWindow;
    all.set(this.id, this);
  }

  getURL(): string {
    return this.page ? toElectron(this.page.url()) : '';
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
      await page.goto(toChromium(url));
    } catch (error) {
      if (!this.isDestroyed()) throw error;
    }
  }

  /** Takes over a Chromium page; `preload` is the path of its preload script. */
  async attach(page: Page, preload: string | undefined): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.enable');
    this.page = page;
    page.on('close', () => this.destroy());
    page.on('load', () => this.emit('did-finish-load', new HostEvent()));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.emit('did-navigate', new HostEvent(), this.getURL(), 200, '');
    });
    reportProblems(page);
    await showColorScheme(page);
    this.navigation = await watchNavigation(cdp, (kind, url) => this.mayGo(kind, toElectron(url)));
    const source = preload ? readFileSync(preload, 'utf8') : '';
    const link = await linkPage(cdp, source, {
      onMessage: (message, chromiumOrigin) => {
        void answerPage(message, {
          contents: this.electron,
          chromiumOrigin,
          reply: link.send,
          openWindow: (wanted) => this.askToOpen(wanted),
        });
      },
      onDocument: () => this.sendAccelerators(),
    });
    this.link = link;
    this.attached.resolve(page);
  }

  sendAccelerators(): void {
    this.link?.send({ type: 'accelerators', keys: acceleratorKeys() });
  }

  /** Asks the app about a window the page wants; an allowed one is opened. */
  askToOpen(wanted: { url: string; frameName: string; features: string }): void {
    const url = toElectron(wanted.url);
    const details = { ...wanted, url, disposition: 'new-window', referrer: { url: '', policy: 'default' } };
    const answer = this.openHandler(details as Parameters<OpenHandler>[0]);
    if (answer.action === 'allow') this.openWindow(url);
  }

  private mayGo(kind: 'will-navigate' | 'will-redirect', url: string): boolean {
    const details = { url, isSameDocument: false, isMainFrame: true, frame: null };
    const event = Object.assign(new HostEvent(), details);
    this.emit(kind, event, url, false, true);
    return !event.defaultPrevented;
  }

  private destroy(): void {
    all.delete(this.id);
    this.emit('destroyed');
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
