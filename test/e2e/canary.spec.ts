import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test as base } from 'playwright/test';
import { findSecret } from '../support/canary.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';
import { searchText, startCanaryRig, type CanaryRig } from './canary-rig.ts';
import { takeTour } from './canary-tour.ts';
import { startKeychain, type Keychain } from './keychain.ts';
import { repository } from './running-app.ts';
import { everyFile, writeEveryFile } from './written-files.ts';

const test = base.extend<{ server: RobloxServer; keychain: Keychain; rig: CanaryRig }>({
  server: async ({}, use) => {
    const server = await startRobloxServer({ limitFactor: 100 });
    await use(server);
    await server.close();
  },
  keychain: async ({}, use) => {
    const keychain = await startKeychain();
    await use(keychain);
    await keychain.stop();
  },
  rig: async ({ server, keychain }, use) => {
    const rig = await startCanaryRig(server, keychain);
    await use(rig);
    await rig.end();
  },
});

test.skip(process.platform !== 'linux', 'Its keychain and its crashes are those of Linux');

test('a session left anywhere but in the keychain: files, exports, a backup, output, IPC, page, crash', async ({
  server,
  keychain,
  rig,
}) => {
  test.setTimeout(120_000);
  const { app } = rig;
  const inRepository = readdirSync(repository);
  const files = join(rig.data, 'files');
  mkdirSync(files);
  const secrets = await takeTour(app, server, files);
  expect(readdirSync(files).toSorted()).toEqual([
    expect.stringMatching(/^Satchel backup .*\.satchel$/),
    ...everyFile,
  ]);
  // Pasted, from the window, rotated, and pasted again.
  expect(secrets).toHaveLength(4);

  await test.step('after the tour', async () => {
    expect(rig.searchFiles(secrets)).toEqual([]);
    expect(await rig.searchTranscript(secrets)).toEqual([]);
    expect(await rig.searchHeap(secrets)).toEqual([]);
    const report = await app.evaluate(() => JSON.stringify(process.report.getReport()));
    expect(searchText('the diagnostic report', report, secrets)).toEqual([]);
  });

  await test.step('in the keychain, and there for its owner alone', async () => {
    const kept = JSON.stringify(await keychain.entries());
    expect(secrets.filter((secret) => findSecret(Buffer.from(kept), secret).length > 0)).toEqual([
      secrets.at(-1),
    ]);
    expect(rig.searchKeychain(secrets)).toEqual([]);
  });

  await test.step('planted on purpose, and found', () => plantEverywhere(rig));

  await test.step('after a crash of the page, and then of the main process', async () => {
    const crashed = app.page.waitForEvent('crash');
    const cdp = await app.page.context().newCDPSession(app.page);
    // It is never answered.
    void cdp.send('Page.crash').catch(() => undefined);
    await crashed;
    await setTimeout(500);
    expect(rig.searchFiles(secrets)).toEqual([]);
    const planted = newSecret();
    const ended = app.evaluate((_electron, text) => {
      setImmediate(() => {
        throw new Error(text);
      });
      return new Promise(() => undefined);
    }, planted);
    await expect(ended).rejects.toThrow('ended before it answered');
    await expect.poll(() => rig.searchFiles([planted])).toContain('plain in the output');
    expect(rig.searchFiles(secrets)).toEqual([]);
    expect(readdirSync(repository)).toEqual(inRepository);
  });
});

/** What each search is worth: a secret put into the place it looks at. */
async function plantEverywhere({
  app,
  data,
  searchFiles,
  searchHeap,
  searchTranscript,
}: CanaryRig): Promise<void> {
  const [inFile, printed, announced, onPage, inProfile, inLibrary] = Array.from({ length: 6 }, newSecret) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  writeFileSync(join(data, 'planted'), Buffer.from(`a line before it ${inFile}`).toString('base64'));
  await app.evaluate((_electron, text) => console.log(encodeURIComponent(`a word ${text}`)), printed);
  await app.evaluate(({ webContents }, text) => {
    for (const contents of webContents.getAllWebContents()) contents.send('planted', { text });
  }, announced);
  await app.page.evaluate((text) => void Reflect.set(globalThis, 'planted', { text }), onPage);
  await app.page.evaluate((text) => localStorage.setItem('planted', text), inProfile);
  expect(searchFiles([inFile])).toEqual(['base64 in data/planted']);
  // What is in the library is in its backup, and would be found there.
  const files = join(data, 'more-files');
  mkdirSync(files);
  await app.page.evaluate(async (note) => {
    const { satchel } = window as unknown as {
      satchel: { request(name: string, input: object): Promise<unknown> };
    };
    const plain = { icon: null, colour: null, parentId: null, position: null, view: null };
    await satchel.request('collections.create', { ...plain, name: 'Planted', note });
  }, inLibrary);
  await writeEveryFile(app, files);
  expect(searchFiles([inLibrary]).join()).toMatch(/plain in data\/more-files\/Satchel backup/);
  await expect.poll(() => searchFiles([printed])).toEqual(['plain in the output']);
  expect(await searchTranscript([announced])).toEqual(['plain in the transcript']);
  expect(await searchHeap([onPage])).toEqual(['plain in the heap']);
  // Chromium writes it down some seconds later.
  const written = () => searchFiles([inProfile]).join();
  await expect.poll(written, { timeout: 20_000 }).toMatch(/^plain in .*leveldb/);
}

/** As random as a session, and made of what sessions are made of. */
function newSecret(): string {
  return randomBytes(32).toString('hex').toUpperCase();
}
