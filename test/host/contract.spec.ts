import { test, expect } from 'playwright/test';
import { installedHost, type App } from '../e2e/launch-app.ts';
import { launchFixture, readNotes, type FixtureWindow } from './fixture-app.ts';

const isHost = installedHost() === 'chromium-host';

test.describe('a running app', () => {
  let app: App;
  test.beforeAll(async () => {
    app = await launchFixture({ size: { width: 640, height: 480 } });
  });
  test.afterAll(() => app.close());
  test.afterEach(() =>
    expect(
      app.problems().filter((problem) => !/404|ERR_FAILED|Content Security Policy|violates/.test(problem)),
    ).toEqual([]),
  );

  test('ready comes after the main module is evaluated, or schemes registered late would seem to work', async () => {
    expect((await readNotes(app)).slice(0, 2)).toEqual(['evaluated', 'ready']);
  });

  test('an invoked channel answers with the same JSON, or payloads would be lost on the way', async () => {
    const value = { list: [1, null, 'ü'], nested: { yes: true } };
    expect(await app.page.evaluate(ask, { channel: 'echo', value })).toEqual(value);
  });

  test('a handler sees the top frame of app://satchel, or the sender check would refuse every page', async () => {
    await app.page.evaluate(ask, { channel: 'echo' });
    expect(await readNotes(app)).toContain('asked by app://satchel null');
  });

  test('a failing or missing handler rejects with its message, or errors would look like answers', async () => {
    await expect(app.page.evaluate(ask, { channel: 'fail' })).rejects.toThrow(
      "Error invoking remote method 'fail': TypeError: no such thing",
    );
    await expect(app.page.evaluate(ask, { channel: 'absent' })).rejects.toThrow(
      "No handler registered for 'absent'",
    );
  });

  test('an event reaches a listener until it unsubscribes, or closed views would keep reacting', async () => {
    const tick = (value: number) =>
      app.evaluate(({ webContents }, sent) => webContents.getAllWebContents()[0]?.send('tick', sent), value);
    await app.page.evaluate(() => {
      const got: unknown[] = [];
      const stop = (window as unknown as FixtureWindow).fixture.listen(
        'tick',
        (value) => void got.push(value),
      );
      Object.assign(window, { got, stop });
    });
    await tick(1);
    // Asked anew each time: what Playwright repeats within the page by itself, the page's CSP stops.
    await expect.poll(() => app.page.evaluate('String(got)')).toBe('1');
    await app.page.evaluate('stop()');
    await tick(2);
    await app.page.evaluate(ask, { channel: 'echo' });
    expect(await app.page.evaluate('String(got)')).toBe('1');
  });

  test('a listener that unsubscribed is let go, or every closed view would stay in memory for good', async () => {
    await app.page.evaluate(() => {
      const view = { listener: () => undefined };
      (window as unknown as FixtureWindow).fixture.listen('tick', view.listener)();
      Object.assign(window, { view: new WeakRef(view.listener) });
    });
    const cdp = await app.page.context().newCDPSession(app.page);
    const isGone = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return app.page.evaluate('view.deref() === undefined');
    };
    await expect.poll(isGone).toBe(true);
    await cdp.detach();
  });

  test('the page has the exposed API, frozen, and nothing else, or a script in it could reach the system', async () => {
    const found = await app.page.evaluate(() => ({
      leaked: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
      isFrozen: Object.isFrozen((window as unknown as FixtureWindow).fixture),
      isReplaceable: Reflect.set(window, 'fixture', null),
    }));
    expect(found).toEqual({ leaked: [], isFrozen: true, isReplaceable: false });
  });

  test("the app's protocol answers, 404 and failure included, or a page would wait for ever", async () => {
    expect(await app.page.title()).toBe('Fixture is up');
    expect(await app.page.evaluate(() => fetch('/absent.js').then((answer) => answer.status))).toBe(404);
    expect(await app.page.evaluate(() => fetch('/broken').then(String, String))).toBe(
      'TypeError: Failed to fetch',
    );
  });

  test('a Content-Security-Policy from the protocol is enforced, or pages would be tested without one', async () => {
    const blocked = await app.page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, String));
    expect(blocked).toContain('Failed to fetch');
    const hasRun = await app.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hasRun = true';
      document.head.append(script);
      return 'hasRun' in window;
    });
    expect(hasRun).toBe(false);
  });

  test('a menu accelerator clicks its item unless the page kept the key, or shortcuts would go untested', async () => {
    const countClicks = async () => (await readNotes(app)).filter((note) => note === 'menu').length;
    await app.page.keyboard.press('ControlOrMeta+f');
    await expect.poll(countClicks).toBe(1);
    await app.page.evaluate(() => void (window.onkeydown = () => false));
    await app.page.keyboard.press('ControlOrMeta+f');
    await app.page.evaluate(() => void (window.onkeydown = null));
    await app.page.keyboard.press('ControlOrMeta+f');
    await expect.poll(countClicks).toBe(2);
  });

  test('nativeTheme and the page agree on dark, or the window would open in the wrong colour', async () => {
    await app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'));
    await expect
      .poll(() => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(true);
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
  });

  test('what the host lacks throws by name, or an app could rely on nothing happening', async () => {
    test.skip(!isHost, 'Electron lacks nothing');
    const dialog = app.evaluate(({ dialog: wanted }) => wanted.showMessageBox({ message: '' }));
    await expect(dialog).rejects.toThrow('The Chromium host has no electron.dialog.showMessageBox');
    await expect(app.evaluate(({ app: wanted }) => wanted.showAboutPanel())).rejects.toThrow(
      'electron.app.showAboutPanel',
    );
    const event = app.evaluate(({ app: wanted }) => void wanted.on('login', () => undefined));
    await expect(event).rejects.toThrow("electron.app event 'login'");
  });
});

function ask({ channel, value }: { channel: string; value?: unknown }): Promise<unknown> {
  return (window as unknown as FixtureWindow).fixture.ask(channel, value);
}
