import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { findSecret } from '../support/canary.ts';
import type { RobloxServer } from '../support/roblox-server.ts';
import type { Keychain } from './keychain.ts';
import { launchApp, type App } from './launch-app.ts';

/** Satchel in a home of its own, in which every file it or its Chromium writes can be found. */
export interface CanaryRig {
  readonly app: App;
  readonly data: string;
  /** What was written anywhere in that home, and the printed output. */
  readonly searchFiles: (secrets: readonly string[]) => string[];
  readonly searchTranscript: (secrets: readonly string[]) => Promise<string[]>;
  readonly searchHeap: (secrets: readonly string[]) => Promise<string[]>;
  /** The folder of the keychain: what it holds is for its own eyes. */
  readonly searchKeychain: (secrets: readonly string[]) => string[];
  readonly end: () => Promise<void>;
}

export async function startCanaryRig(server: RobloxServer, keychain: Keychain): Promise<CanaryRig> {
  const root = mkdtempSync(join(tmpdir(), 'satchel-canary-'));
  const [home, temporary, data] = ['home', 'tmp', 'data'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [home, temporary, data]) mkdirSync(folder);
  const app = await launchApp({
    main: join(import.meta.dirname, 'recorded-app/main.js'),
    env: {
      ...keychain.env,
      SATCHEL_ROBLOX_ORIGIN: server.origin,
      SATCHEL_USER_DATA: data,
      HOME: home,
      // Chromium's profile and everything else that is thrown away at the end.
      TMPDIR: temporary,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'share'),
    },
  });
  // A core dump is the memory itself: that the system keeps, and not Satchel.
  execFileSync('prlimit', ['--core=0:0', '--pid', String(app.pid)]);
  return {
    app,
    data,
    searchFiles: (secrets) => [
      ...searchFolder(root, secrets),
      ...searchText('the output', app.output(), secrets),
      ...searchText('the problems', app.problems().join('\n'), secrets),
    ],
    searchTranscript: async (secrets) => searchText('the transcript', await readTranscript(app), secrets),
    searchHeap: async (secrets) => searchText('the heap', await readHeap(app.page), secrets),
    searchKeychain: (secrets) => {
      const folder = dirname(keychain.env.DBUS_SESSION_BUS_ADDRESS.replace('unix:path=', ''));
      return searchFolder(folder, secrets);
    },
    end: async () => {
      await app.kill();
      // Chromium writes to its last moment; then its profile is removed.
      const profiles = () => readdirSync(temporary).filter((name) => name.startsWith('satchel-chromium-'));
      await expect.poll(profiles).toEqual([]);
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function searchText(place: string, text: string, secrets: readonly string[]): string[] {
  return searchBytes(place, Buffer.from(text), secrets);
}

function searchFolder(root: string, secrets: readonly string[]): string[] {
  return filesIn(root).flatMap((path) => searchBytes(relative(root, path), readIfThere(path), secrets));
}

function searchBytes(place: string, bytes: Buffer, secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => findSecret(bytes, secret).map((form) => `${form} in ${place}`));
}

function filesIn(root: string): string[] {
  const entries: Dirent[] = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** What Chromium has removed meanwhile holds nothing any more. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function readTranscript(app: App): Promise<string> {
  return app.evaluate(() => (Reflect.get(globalThis, 'transcript') as string[]).join('\n'));
}

/** Every text that the page, its preload and its scripts hold; texts of more than 1024 characters only in part. */
async function readHeap(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  return chunks.join('');
}
