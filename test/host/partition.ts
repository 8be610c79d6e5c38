import type { FromPartitionOptions, Session } from 'electron';
import type { Page } from 'playwright';
import { app } from './app.ts';
import type { HostContext, LaunchOptions } from './browser.ts';
import { HostCookies } from './cookies.ts';
import { HostSession } from './host-session.ts';
import { named, refuseUnknown } from './missing.ts';
import { openBrowser } from './running-browser.ts';
import { HostWebRequest } from './web-request.ts';

type Part = Pick<Session, 'clearCache' | 'clearStorageData'>;

const partitions = new Map<string, HostPartition>();

/** A session in memory, apart from every other: a context of Chromium's own, made with its first window. */
class HostPartition extends HostSession implements Part {
  readonly cookies = named('session.cookies', new HostCookies());
  override readonly requests = new HostWebRequest();
  readonly webRequest = named('session.webRequest', this.requests);
  readonly electron = named('session', this) as unknown as Session;
  private opened: Promise<HostContext> | undefined;

  override async openPage(options: LaunchOptions): Promise<Page> {
    const browser = await openBrowser(options);
    this.opened ??= browser.openContext(options.onStrayPage, (url) =>
      this.requests.isAllowed(url, 'WebSocket'),
    );
    const { context, id, openPage } = await this.opened;
    this.contextId = id;
    const page = await openPage();
    page.on('close', () => this.cookies.watch());
    this.cookies.belongTo(context);
    return page;
  }

  /** Everything at once, which is a new context; Electron clears under open pages too, and the host does not. */
  async clearStorageData(...options: unknown[]): Promise<void> {
    if (options.length > 0)
      throw new Error('The Chromium host has no electron.session.clearStorageData options');
    const opened = await this.opened;
    if (!opened) return;
    if (this.openWindows > 0)
      throw new Error('The Chromium host has no electron.session.clearStorageData while a window is open');
    this.opened = undefined;
    this.contextId = undefined;
    this.cookies.belongTo(undefined);
    await opened.context.close();
  }

  /** A context has a cache of its own, so pages that are open keep theirs until the storage is cleared. */
  async clearCache(): Promise<void> {
    const page = (await this.opened)?.context.pages()[0];
    if (!page) return;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.clearBrowserCache');
    await cdp.detach();
  }
}

/** `session.fromPartition`: the same session for the same name, in memory only. */
export function fromPartition(name: string, options?: FromPartitionOptions): Session {
  if (name === '' || name.startsWith('persist:'))
    throw new Error(`The Chromium host has no electron.session.fromPartition('${name}')`);
  refuseUnknown('session.fromPartition', options ?? {}, ['cache']);
  const known = partitions.get(name);
  if (known) return known.electron;
  const partition = new HostPartition();
  partitions.set(name, partition);
  app.emit('session-created', partition.electron);
  return partition.electron;
}
