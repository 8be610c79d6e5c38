import { join } from 'node:path';
import { withoutKeychain } from '../e2e/keychain.ts';
import { launchApp, type App } from '../e2e/launch-app.ts';
import { repository } from '../e2e/running-app.ts';
import { prepareNames, preparePictures } from './library/prepared-library.ts';
import { preparePeer, type PeerPage } from './peers.ts';

/** A JavaScript expression over the page that says whether what is waited for is there. */
type Painted = string;

// As with the network cable out: nobody listens there.
const nowhere = 'http://127.0.0.1:9';

/** Every tile of the first screen has its item, name included. */
export const firstScreenPainted: Painted = `
  document.querySelectorAll('[role=gridcell]').length > 0 &&
  document.querySelectorAll('[role=gridcell]').length === document.querySelectorAll('[data-testid=item-name]').length`;
export const anythingPainted: Painted = `document.querySelector('#app > *') !== null`;

/** The built app on a data folder, offline unless an origin is given. */
export function openSatchel(
  folder: string,
  options: { painted?: Painted; origin?: string } = {},
): Promise<App> {
  const { painted = firstScreenPainted, origin = nowhere } = options;
  return open(join(repository, 'out/main/main.js'), painted, {
    ...withoutKeychain,
    SATCHEL_USER_DATA: folder,
    SATCHEL_ROBLOX_ORIGIN: origin,
  });
}

/** A page of the bench's in a window of the same kind, with the same names and pictures. */
export async function openPeer(page: PeerPage, items = 100_000): Promise<App> {
  return open(join(import.meta.dirname, 'pages/main.js'), anythingPainted, {
    BENCH_PAGE: await preparePeer(page),
    BENCH_NAMES: prepareNames(items),
    BENCH_PICTURES: preparePictures(),
  });
}

/** Milliseconds from the start of the navigation to the paint that was waited for. */
export async function paintedAt({ page }: App, timeoutMs = 30_000): Promise<number> {
  const handle = await page.waitForFunction(
    () => (globalThis as { benchPaintedAt?: number }).benchPaintedAt,
    undefined,
    { timeout: timeoutMs, polling: 50 },
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Runs a task with an app that is closed whatever becomes of it. */
export async function withApp<Value>(
  opening: Promise<App>,
  task: (app: App) => Promise<Value>,
): Promise<Value> {
  const app = await opening;
  try {
    return await task(app);
  } finally {
    await app.close();
  }
}

function open(main: string, painted: Painted, env: Record<string, string>): Promise<App> {
  const observed = join(import.meta.dirname, 'observed/main.js');
  return launchApp({ main: observed, env: { ...env, BENCH_MAIN: main, BENCH_PAINTED: painted.trim() } });
}
