import type { App } from '../e2e/launch-app.ts';

/** Puts a link with the id `out` on the page, in place of an earlier one. */
export function addLink({ page }: App, href: string, target = ''): Promise<void> {
  return page.evaluate(
    (given) => {
      document.querySelector('#out')?.remove();
      document.body.append(
        Object.assign(document.createElement('a'), { id: 'out', textContent: 'out', ...given }),
      );
    },
    { href, target },
  );
}

/** Loads an address as the app itself would; a navigation that was stopped is an answer too. */
export async function load({ evaluate }: App, address: string): Promise<void> {
  await evaluate(
    ({ webContents }, url) =>
      webContents
        .getAllWebContents()[0]
        ?.loadURL(url)
        .catch(() => undefined),
    address,
  );
}

/** The same, until this process sees the new document too: it hears of it by another way than the app does. */
export async function loadAnew(app: App, address: string): Promise<void> {
  await app.page.evaluate(() => void Object.assign(globalThis, { isOfBefore: true }));
  await load(app, address);
  await app.page.waitForFunction(() => !('isOfBefore' in globalThis) && document.readyState === 'complete');
}

/** Asks for the position: `granted` unless the browser denies it or has none. */
export function readPosition(): Promise<string> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      () => resolve('granted'),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'unavailable'),
    );
  });
}

/** Asks a STUN server on loopback for this machine's address, and waits until the browser has given up or finished. */
export async function gatherCandidates(udpPort: number): Promise<void> {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
  connection.createDataChannel('any');
  const finished = new Promise<void>((resolve) => {
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve();
    });
  });
  await connection.setLocalDescription(await connection.createOffer());
  await finished;
  connection.close();
}
