import type { CDPSession } from 'playwright';
import { answerOwn, isOwnAddress } from './protocol.ts';

/** How a window's page goes from address to address. */
export type Navigation = {
  /** The next navigation of the main frame is the app's own doing, so the app is not asked about it. */
  expectProgrammatic(): void;
};

type Paused = {
  requestId: string;
  request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  frameId: string;
  resourceType: string;
  redirectedRequestId?: string;
};

export type Judges = {
  /** Asked about every navigation of the main frame that the page began or a server redirected. */
  mayGo: (kind: 'will-navigate' | 'will-redirect', url: string) => boolean;
  /** Asked about every request of a session that wants to know of each; absent, most go out unasked. */
  mayRequest?: ((url: string, kind: string) => Promise<boolean>) | undefined;
};

/**
 * Stands between the page and the network: answers the app's own addresses from its protocol handler, and asks
 * about navigations and requests.
 */
export async function watchNavigation(cdp: CDPSession, { mayGo, mayRequest }: Judges): Promise<Navigation> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  let isProgrammatic = false;
  let current = '';
  let requestedByPage = '';

  cdp.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
    if (frameId === mainFrame) requestedByPage = url.replace(/#.*/s, '');
  });
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === mainFrame) current = frame.url;
  });
  cdp.on('Fetch.requestPaused', (paused) => {
    // A request whose page has closed has nobody left to answer.
    handle(paused).catch(() => undefined);
  });
  const some = [
    { urlPattern: 'https://*.invalid/*' },
    { urlPattern: '*', resourceType: 'Document' as const },
  ];
  await cdp.send('Fetch.enable', { patterns: mayRequest ? [{ urlPattern: '*' }] : some });
  return {
    expectProgrammatic() {
      isProgrammatic = true;
    },
  };

  async function handle(paused: Paused): Promise<void> {
    const { requestId, request } = paused;
    if (paused.resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico') {
      // Chromium asks for one unbidden; Electron never does.
      await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    } else if (!isAllowed(paused)) {
      await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    } else if (mayRequest && !(await mayRequest(request.url, kindOf(paused)))) {
      await cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    } else if (!isOwnAddress(request.url)) {
      await cdp.send('Fetch.continueRequest', { requestId });
    } else {
      await fulfill(
        requestId,
        await answerOwn(request.url, { method: request.method, headers: request.headers }),
      );
    }
  }

  function isAllowed({ frameId, resourceType, redirectedRequestId, request }: Paused): boolean {
    if (frameId !== mainFrame || resourceType !== 'Document') return true;
    if (redirectedRequestId !== undefined) return mayGo('will-redirect', request.url);
    const isOurs = isProgrammatic;
    isProgrammatic = false;
    // A reload is the browser's doing unless the page announced it, which comes first; all else here is the page's.
    const isBrowserReload = request.url === current && request.url !== requestedByPage;
    requestedByPage = '';
    return isOurs || isBrowserReload || mayGo('will-navigate', request.url);
  }

  function kindOf({ frameId, resourceType }: Paused): string {
    if (resourceType !== 'Document') return resourceType;
    return frameId === mainFrame ? 'mainFrame' : 'subFrame';
  }

  async function fulfill(requestId: string, response: Response): Promise<void> {
    if (response.type === 'error') {
      await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
      return;
    }
    const body = Buffer.from(await response.arrayBuffer());
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: body.toString('base64'),
    });
  }
}
