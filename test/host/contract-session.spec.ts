import { test, expect } from 'playwright/test';
import { installedHost, type App } from '../e2e/launch-app.ts';
import { launchFixture, readNotes, windowAt } from './fixture-app.ts';
import { openSite, type Site } from './site.ts';

const isHost = installedHost() === 'chromium-host';
let site: Site;
let app: App;

test.beforeAll(async () => {
  site = await openSite();
  app = await launchFixture({ env: { FIXTURE_GUARDS: 'permission' } });
});
test.afterAll(async () => {
  await app.close();
  await site.close();
});

test('a partition keeps its cookies from every other session, or attempts to sign in would mix', async () => {
  const names = await app.evaluate(async ({ BrowserWindow, session }, origin) => {
    const load = (partition: string, path: string) =>
      new BrowserWindow({ webPreferences: { partition } }).loadURL(origin + path);
    await load('one', '/set/a=1');
    await load('two', '/set/b=2');
    await load('one', '/seen-by-one');
    await BrowserWindow.getAllWindows()[0]?.loadURL(`${origin}/seen-by-default`);
    const read = async (partition: string) =>
      (await session.fromPartition(partition).cookies.get({})).map(({ name }) => name);
    return [
      await read('one'),
      await read('two'),
      session.fromPartition('one') === session.fromPartition('one'),
    ];
  }, site.origin);
  expect(names).toEqual([['a'], ['b'], true]);
  expect(site.cookiesAt('/seen-by-one')).toBe('a=1');
  expect(site.cookiesAt('/seen-by-default')).toBeUndefined();
});

test('a partition on disk throws by name, or it would silently be kept nowhere', async () => {
  test.skip(!isHost, 'Electron has them');
  const opened = app.evaluate(({ session }) => void session.fromPartition('persist:kept'));
  await expect(opened).rejects.toThrow("electron.session.fromPartition('persist:kept')");
});

test('a changed cookie is told with its value, or a session would never be noticed', async () => {
  const told = await app.evaluate(async ({ BrowserWindow, session }, origin) => {
    const { cookies } = session.fromPartition('watched');
    const changes: string[] = [];
    const note = (
      _event: unknown,
      cookie: { name: string; value: string; domain?: string },
      _: string,
      removed: boolean,
    ) =>
      void changes.push(
        `${cookie.domain ?? ''} ${cookie.name}=${cookie.value} ${removed ? 'removed' : 'set'}`,
      );
    cookies.on('changed', note);
    const window = new BrowserWindow({ webPreferences: { partition: 'watched' } });
    const wait = async (count: number) => {
      for (let turn = 0; changes.length < count && turn < 100; turn++)
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await window.loadURL(`${origin}/set/a=1`);
    await wait(1);
    await window.loadURL(`${origin}/set/a=2`);
    await wait(3);
    cookies.off('changed', note);
    await window.loadURL(`${origin}/set/a=3`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return changes;
  }, site.origin);
  expect(told).toEqual(['127.0.0.1 a=1 set', '127.0.0.1 a=1 removed', '127.0.0.1 a=2 set']);
});

test('clearing a partition leaves nothing in it, or a session would outlive its window', async () => {
  const left = await app.evaluate(async ({ BrowserWindow, session }, origin) => {
    const partition = session.fromPartition('cleared');
    const open = () => new BrowserWindow({ webPreferences: { session: partition } });
    const first = open();
    await first.loadURL(`${origin}/set/a=1`);
    await first.webContents.loadURL(`${origin}/writes`);
    const before = (await partition.cookies.get({ name: 'a' })).length;
    first.destroy();
    await partition.clearStorageData();
    await partition.clearCache();
    const after = (await partition.cookies.get({})).length;
    await open().loadURL(`${origin}/after-clearing`);
    return { before, after, isDestroyed: first.isDestroyed() };
  }, site.origin);
  expect(left).toEqual({ before: 1, after: 0, isDestroyed: true });
  expect(site.cookiesAt('/after-clearing')).toBeUndefined();
});

test('a cancelled request leaves in no way and on no redirect, or a page could reach any host', async () => {
  await app.evaluate(async ({ BrowserWindow, session }, origin) => {
    const seen: string[] = [];
    Object.assign(globalThis, { asked: seen });
    session.fromPartition('filtered').webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
      seen.push(`${resourceType} ${new URL(url).pathname}`);
      answer({ cancel: url.includes('forbidden') });
    });
    await new BrowserWindow({ webPreferences: { partition: 'filtered' } }).loadURL(`${origin}/filtered`);
  }, site.origin);
  const page = await windowAt(app, '/filtered');
  await page.evaluate(async () => {
    for (const path of ['/forbidden', '/allowed', '/to/%2Fforbidden']) {
      await fetch(path).catch(() => undefined);
      new Image().src = `${path}?image`;
      document.body.append(Object.assign(document.createElement('iframe'), { src: `${path}?frame` }));
    }
    new WebSocket(`${location.origin.replace('http', 'ws')}/forbidden`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const kinds = ['mainFrame /filtered', 'xhr /forbidden', 'image /forbidden', 'subFrame /forbidden'];
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]))
    .toEqual(expect.arrayContaining([...kinds, 'webSocket /forbidden']));
  await expect
    .poll(() => site.requests)
    .toEqual(expect.arrayContaining(['/allowed', '/allowed?image', '/allowed?frame']));
  expect(site.requests.filter((path) => path.startsWith('/forbidden'))).toEqual([]);
});

test('a permission is asked of the partition’s own handler, or it would be granted there', async () => {
  const before = (await readNotes(app)).filter((note) => note.startsWith('permission')).length;
  await app.evaluate(async ({ BrowserWindow, session }, origin) => {
    const partition = session.fromPartition('asked');
    partition.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    partition.setPermissionCheckHandler(() => false);
    await new BrowserWindow({ webPreferences: { session: partition } }).loadURL(`${origin}/asks`);
  }, site.origin);
  const page = await windowAt(app, '/asks');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect((await readNotes(app)).filter((note) => note.startsWith('permission'))).toHaveLength(before);
});

test('the clipboard gives back what was written until it is cleared, or a pasted session would stay', async () => {
  const texts = await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('written');
    const written = await clipboard.readText();
    clipboard.clear();
    return [written, await clipboard.readText()];
  });
  expect(texts).toEqual(['written', '']);
});
