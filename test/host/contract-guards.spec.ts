import { test, expect } from 'playwright/test';
import type { App } from '../e2e/launch-app.ts';
import { launchFixture, readAddress, readNotes } from './fixture-app.ts';
import { addLink, gatherCandidates, load, loadAnew, readPosition } from './fixture-page.ts';
import { openSink, type Sink } from './sink.ts';

// Each guard is tried with and without: the host must add none of its own, or tests of the app's guards prove nothing.
const home = 'app://satchel/index.html';
let sink: Sink;
let app: App;

test.beforeAll(async () => {
  sink = await openSink();
});
test.afterAll(() => sink.close());

test.describe('with the guards', () => {
  test.beforeAll(async () => {
    app = await launchFixture();
  });
  test.afterAll(() => app.close());

  test('a navigation by script or link is asked about and stays, or a page could be led away', async () => {
    await app.page.evaluate((address) => void (location.href = address), `${sink.origin}/by-script`);
    await expect.poll(() => readNotes(app)).toContain(`will-navigate ${sink.origin}/by-script`);
    await addLink(app, `${sink.origin}/by-link`);
    await app.page.click('#out');
    await expect.poll(() => readNotes(app)).toContain(`will-navigate ${sink.origin}/by-link`);
    await app.page.evaluate(() => void (location.href = '/other.html'));
    await expect.poll(() => readNotes(app)).toContain('will-navigate app://satchel/other.html');
    await app.page.evaluate(() => location.reload());
    await expect.poll(() => readNotes(app)).toContain(`will-navigate ${home}`);
    expect(await readAddress(app)).toBe(home);
    expect(await app.page.evaluate(() => document.title)).toBe('Fixture is up');
    expect(sink.requests.filter((path) => path.startsWith('/by-'))).toEqual([]);
  });

  test('a redirect is asked about and not followed, or an allowed address could lead anywhere', async () => {
    await load(app, `${sink.origin}/redirect`);
    expect(await readNotes(app)).toContain(`will-redirect ${sink.origin}/landed`);
    expect(sink.requests).toContain('/redirect');
    expect(sink.requests).not.toContain('/landed');
    await loadAnew(app, home);
  });

  test('window.open and links to other windows are asked about and denied, or popups would escape the lock', async () => {
    const opened = await app.page.evaluate(
      (address) => window.open(address) === null,
      `${sink.origin}/popup`,
    );
    expect(opened).toBe(true);
    await addLink(app, `${sink.origin}/popup-link`, '_blank');
    await app.page.click('#out');
    await addLink(app, `${sink.origin}/popup-tab`);
    await app.page.click('#out', { modifiers: ['ControlOrMeta'] });
    for (const path of ['popup', 'popup-link', 'popup-tab']) {
      await expect.poll(() => readNotes(app)).toContain(`window-open ${sink.origin}/${path}`);
    }
    expect(app.windows()).toHaveLength(1);
    expect(sink.requests.filter((path) => path.startsWith('/popup'))).toEqual([]);
  });

  test('a form for another window is asked about and its window closed, or it would be a way around', async () => {
    await app.page.setContent(
      `<form action="${sink.origin}/form" target="_blank"><button>Send</button></form>`,
    );
    await app.page.click('button');
    await expect.poll(() => readNotes(app)).toContain(`window-open ${sink.origin}/form?`);
    await expect.poll(() => app.windows().length).toBe(1);
    await loadAnew(app, home);
  });

  test('a permission is asked of the handler and denied, or pages could see and hear', async () => {
    expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('denied');
    expect(await app.page.evaluate(readPosition)).toBe('denied');
    const query = () => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state);
    expect(await app.page.evaluate(query)).toBe('denied');
    expect(await readNotes(app)).toEqual(
      expect.arrayContaining(['permission notifications', 'permission geolocation']),
    );
  });

  test('WebRTC sends nothing under disable_non_proxied_udp, or it would leak past the CSP', async () => {
    await app.page.evaluate(gatherCandidates, sink.udpPort);
    expect(sink.datagrams()).toBe(0);
  });
});

test.describe('without them', () => {
  test.beforeAll(async () => {
    app = await launchFixture({ env: { FIXTURE_GUARDS: 'none' } });
  });
  test.afterAll(() => app.close());

  test('permissions are granted, as Electron does when nobody is asked', async () => {
    expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('granted');
  });

  test('WebRTC sends to whom it wants', async () => {
    // It goes on asking for most of a minute when nobody answers.
    app.page.evaluate(gatherCandidates, sink.udpPort).catch(() => undefined);
    await expect.poll(() => sink.datagrams()).toBeGreaterThan(0);
  });

  test('a popup opens', async () => {
    await app.page.evaluate((address) => void window.open(address), `${sink.origin}/free-popup`);
    await expect.poll(() => sink.requests).toContain('/free-popup');
    await expect.poll(() => app.windows().length).toBe(2);
  });

  test('a navigation and its redirect go through', async () => {
    await app.page.evaluate((address) => void (location.href = address), `${sink.origin}/redirect`);
    await expect.poll(() => readAddress(app)).toBe(`${sink.origin}/landed`);
  });
});
