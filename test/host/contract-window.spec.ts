import { test, expect } from 'playwright/test';
import type { App } from '../e2e/launch-app.ts';
import { launchFixture, readNotes, windowAt } from './fixture-app.ts';
import { openSite, type Site } from './site.ts';

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

test('a page that cannot load is told with Chromium’s number, and loadURL rejects with it', async () => {
  const told = await app.evaluate(async ({ BrowserWindow }, origin) => {
    const window = new BrowserWindow();
    const failures: string[] = [];
    window.webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
      failures.push(`${code} ${description} ${new URL(url).pathname} ${String(isMainFrame)}`);
    });
    const load = (url: string) =>
      window.loadURL(url).then(
        () => 'loaded',
        (thrown: unknown) => {
          const { code, errno } = thrown as { code: string; errno: number };
          return `${code} ${errno}`;
        },
      );
    const outcomes = [
      await load(`${origin}/page`),
      await load(`${origin}/loop`),
      await load('http://127.0.0.1:2/gone'),
    ];
    return { outcomes, failures };
  }, site.origin);
  expect(told.outcomes).toEqual(['loaded', 'ERR_TOO_MANY_REDIRECTS -310', 'ERR_CONNECTION_REFUSED -102']);
  expect(told.failures).toEqual([
    '-310 ERR_TOO_MANY_REDIRECTS /loop true',
    '-102 ERR_CONNECTION_REFUSED /gone true',
  ]);
});

test('the title follows the page unless the app prevents it, or a page could pass for another', async () => {
  const titles = await app.evaluate(async ({ BrowserWindow }, origin) => {
    const free = new BrowserWindow();
    const held = new BrowserWindow();
    held.on('page-title-updated', (event) => event.preventDefault());
    held.setTitle('held');
    await Promise.all([free.loadURL(`${origin}/title`), held.loadURL(`${origin}/title`)]);
    for (let turn = 0; free.getTitle() !== 'Site' && turn < 100; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return [free.getTitle(), held.getTitle()];
  }, site.origin);
  expect(titles).toEqual(['Site', 'held']);
});

test('moving within a page is told apart from leaving it, or an address would go out of date', async () => {
  await app.evaluate(async ({ BrowserWindow }, origin) => {
    const window = new BrowserWindow();
    const moves: string[] = [];
    Object.assign(globalThis, { moves });
    window.webContents.on('did-navigate', (_event, url) => void moves.push(`to ${url}`));
    window.webContents.on('did-navigate-in-page', (_event, url) => void moves.push(`within ${url}`));
    await window.loadURL(`${origin}/moves`);
  }, site.origin);
  const page = await windowAt(app, '/moves');
  await page.evaluate(() => history.pushState({}, '', '/moved#there'));
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'moves') as string[]))
    .toEqual([`to ${site.origin}/moves`, `within ${site.origin}/moved#there`]);
});

test('a child closes with its parent, or it would be left alone', async () => {
  const closed = await app.evaluate(async ({ BrowserWindow }, origin) => {
    const parent = new BrowserWindow();
    const child = new BrowserWindow({ parent });
    await Promise.all([parent.loadURL(`${origin}/parent`), child.loadURL(`${origin}/child`)]);
    const order: string[] = [];
    child.on('closed', () => order.push('child'));
    parent.destroy();
    for (let turn = 0; order.length === 0 && turn < 100; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return [...order, String(child.isDestroyed())];
  }, site.origin);
  expect(closed).toEqual(['child', 'true']);
});

test('a window without the menu leaves its keys alone, or shortcuts would act behind it', async () => {
  await app.evaluate(async ({ BrowserWindow }, origin) => {
    const window = new BrowserWindow();
    window.removeMenu();
    await window.loadURL(`${origin}/keys`);
  }, site.origin);
  const page = await windowAt(app, '/keys');
  await page.keyboard.press('ControlOrMeta+f');
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect.poll(() => readNotes(app)).toContain('menu');
  expect((await readNotes(app)).filter((note) => note === 'menu')).toHaveLength(1);
});
