import type { Session, WebContents } from 'electron';
import { toElectron } from './addresses.ts';
import { launchBrowser, type HostBrowser, type LaunchOptions } from './browser.ts';
import { named } from './missing.ts';

type Part = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>;
type RequestHandler = NonNullable<Parameters<Part['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Part['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

const chromiumNames: Readonly<Record<string, readonly string[]>> = { media: ['camera', 'microphone'] };
let browser: Promise<HostBrowser> | undefined;
let launchedPolicy: string | undefined;

class HostSession implements Part {
  private onRequest: RequestHandler | null = null;
  private onCheck: CheckHandler | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.onRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.onCheck = handler;
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
    const opened = await browser;
    for (const known of chromiumNames[name] ?? [name]) {
      await opened?.setPermission(known, chromiumOrigin, isGranted);
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

/** The only session the host has, for its own use. */
export const defaultSession = new HostSession();

/** What the app's code gets as `electron.session`. */
export const session = named('session', { defaultSession: named('session.defaultSession', defaultSession) });

/** The one Chromium, started with the first window: what that wants is known by then and can be set at no later moment. */
export function openBrowser(options: LaunchOptions): Promise<HostBrowser> {
  if (launchedPolicy !== undefined && launchedPolicy !== options.webRtcPolicy) {
    throw new Error('The Chromium host has one WebRTC policy for all windows');
  }
  launchedPolicy = options.webRtcPolicy;
  return (browser ??= launchBrowser(options));
}

/** Ends Chromium, when there is one. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
}
