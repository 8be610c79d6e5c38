import type { Session, WebContents } from 'electron';
import type { Page } from 'playwright';
import { toElectron } from './addresses.ts';
import type { LaunchOptions } from './browser.ts';
import { findBrowser, openBrowser } from './running-browser.ts';
import type { HostWebRequest } from './web-request.ts';

type Part = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>;
type RequestHandler = NonNullable<Parameters<Part['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Part['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

const chromiumNames: Readonly<Record<string, readonly string[]>> = { media: ['camera', 'microphone'] };

/** Whom the pages of a window belong to, and who answers when they ask for a permission. */
export class HostSession implements Part {
  /** Only partitions look at every request: it costs each one a round trip. */
  readonly requests: HostWebRequest | undefined = undefined;
  /** Windows of this session that the app has open. */
  openWindows = 0;
  protected contextId: string | undefined;
  private onRequest: RequestHandler | null = null;
  private onCheck: CheckHandler | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.onRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.onCheck = handler;
  }

  /** A page of a new window, in this session. */
  async openPage(options: LaunchOptions): Promise<Page> {
    return (await openBrowser(options)).openPage();
  }

  /** Asks the app, and has Chromium keep to its answer. With no handler Electron grants, and so does the host. */
  async decide(
    kind: 'request' | 'check',
    name: string,
    contents: WebContents,
    chromiumOrigin: string,
  ): Promise<void> {
    const permission = name as Permission;
    const origin = toElectron(chromiumOrigin);
    const isGranted = await (kind === 'request'
      ? this.request(contents, permission, origin)
      : (this.onCheck?.(contents, permission, origin, { isMainFrame: true }) ?? true));
    const browser = await findBrowser();
    for (const known of chromiumNames[name] ?? [name]) {
      await browser?.setPermission(known, chromiumOrigin, isGranted, this.contextId);
    }
  }

  private request(contents: WebContents, permission: Permission, origin: string): Promise<boolean> {
    const handler = this.onRequest;
    if (!handler) return Promise.resolve(true);
    return new Promise((resolve) =>
      handler(contents, permission, resolve, { isMainFrame: true, requestingUrl: origin }),
    );
  }
}

/** The session of windows that name none, for the host's own use. */
export const defaultSession = new HostSession();
