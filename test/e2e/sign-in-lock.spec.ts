import { faults } from '../support/roblox-faults.ts';
import { openSink, type Sink } from '../support/sink.ts';
import { expect, open, pageAt, read, test as base, titles } from './sign-in-app.ts';

const test = base.extend<{ sink: Sink }>({
  sink: async ({}, use) => {
    const sink = await openSink();
    await use(sink);
    await sink.close();
  },
});

test.describe('the locks of the sign-in window', () => {
  test('a link or script that leads the window to another host', async ({ app, sink }) => {
    await open(app);
    const page = await pageAt(app);
    const before = page.url();
    await page.evaluate((address) => location.assign(address), `${sink.origin}/by-script`);
    await expect.poll(async () => (await read(app, 0)).refused).toEqual([new URL(sink.origin).host]);
    await page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
    }, `${sink.origin}/by-link`);
    await expect.poll(async () => (await read(app, 0)).refused.length).toBe(2);
    expect(page.url()).toBe(before);
    expect(sink.received).toEqual([]);
    // The same within the host goes through: it is the host that is refused.
    await page.evaluate(() => location.assign('/www/home'));
    await pageAt(app, '/www/home');
    expect((await read(app, 0)).outcome).toBe('open');
  });

  test('a redirect that leads the window to another host', async ({ app, server, sink }) => {
    server.fail('/www/home', faults.redirect(`${sink.origin}/landed`));
    await open(app);
    const page = await pageAt(app);
    await page.evaluate(() => location.assign('/www/home'));
    await expect.poll(async () => (await read(app, 0)).refused).toEqual([new URL(sink.origin).host]);
    expect(page.url()).toContain('/www/login');
    expect(server.requestsTo('/www/home')).toHaveLength(1);
    expect(sink.received).toEqual([]);
    expect((await read(app, 0)).outcome).toBe('open');
  });

  test('the rule of the sign-in window unlocking the app’s own', async ({ app, server }) => {
    await open(app);
    await pageAt(app);
    const before = app.page.url();
    await app.page.evaluate((address) => location.assign(address), `${server.origin}/www/home`);
    await app.page.waitForTimeout(500);
    expect(app.page.url()).toBe(before);
    expect(server.requestsTo('/www/home')).toEqual([]);
  });

  test('a popup', async ({ app, server, sink }) => {
    await open(app);
    const page = await pageAt(app);
    for (const address of [`${sink.origin}/popup`, `${server.origin}/www/home`]) {
      expect(await page.evaluate((wanted) => window.open(wanted) === null, address)).toBe(true);
    }
    await page.waitForTimeout(300);
    expect(app.windows()).toHaveLength(2);
    expect(sink.received).toEqual([]);
    expect(server.requestsTo('/www/home')).toEqual([]);
  });

  test('anything in the page that asks another host', async ({ app, server, sink, expectProblem }) => {
    expectProblem(/ERR_BLOCKED_BY_CLIENT|WebSocket/);
    // Of what is asked below, the stand-in has only one page.
    expectProblem(/404/);
    await open(app);
    const page = await pageAt(app);
    const ask = async (origin: string) => {
      await fetch(`${origin}/www/fetch`, { mode: 'no-cors' }).catch(() => undefined);
      new Image().src = `${origin}/www/image`;
      navigator.sendBeacon(`${origin}/www/beacon`, 'x');
      const frame = document.createElement('iframe');
      frame.src = `${origin}/www/home`;
      const script = Object.assign(document.createElement('script'), { src: `${origin}/www/script` });
      document.body.append(frame, script);
      new Worker(
        URL.createObjectURL(new Blob([`fetch('${origin}/www/worker', { mode: 'no-cors' }).catch(() => 0)`])),
      );
      new WebSocket(origin.replace('http', 'ws'));
      await new Promise((resolve) => setTimeout(resolve, 700));
    };
    await page.evaluate(ask, sink.origin);
    expect(sink.received).toEqual([]);
    // The very same reaches the sign-in page's own host: nothing above was stopped by chance.
    await page.evaluate(ask, server.origin);
    const paths = ['fetch', 'image', 'beacon', 'home', 'script', 'worker'].map((name) => `/www/${name}`);
    const asked = () => server.requests.map(({ path }) => path);
    await expect.poll(asked).toEqual(expect.arrayContaining(paths));
    expect((await read(app, 0)).refused).toEqual([]);
  });

  test('a part of the page redirected to another host', async ({ app, server, sink, expectProblem }) => {
    expectProblem(/ERR_BLOCKED_BY_CLIENT/);
    server.fail('/www/image', faults.redirect(`${sink.origin}/image`));
    server.fail('/www/frame', faults.redirect(`${sink.origin}/frame`));
    await open(app);
    const page = await pageAt(app);
    await page.evaluate(async () => {
      new Image().src = '/www/image';
      document.body.append(Object.assign(document.createElement('iframe'), { src: '/www/frame' }));
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    await expect.poll(() => server.requestsTo(/image|frame/).length).toBe(2);
    expect(sink.received).toEqual([]);
  });

  test('a title that says anything but the address', async ({ app, server }) => {
    await open(app);
    const page = await pageAt(app);
    const login = `${server.origin}/www/login`;
    await expect.poll(() => titles(app)).toContain(login);
    await page.evaluate(() => (document.title = 'www.roblox.com – secure'));
    await page.waitForTimeout(300);
    expect(await titles(app)).toContain(login);
    await page.evaluate(() => history.pushState({}, '', '/www/login#step-2'));
    await expect.poll(() => titles(app)).toContain(`${login}#step-2`);
    await page.evaluate(() => location.assign('/www/home'));
    await expect.poll(() => titles(app)).toContain(`${server.origin}/www/home`);
  });

  test('Node, Electron or Satchel within reach of the page, or a permission', async ({ app }) => {
    await open(app);
    const page = await pageAt(app);
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'satchel'];
    expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
    const granted = await page.evaluate(async () => {
      const { state } = await navigator.permissions.query({ name: 'geolocation' });
      return [state, await Notification.requestPermission()].includes('granted');
    });
    expect(granted).toBe(false);
  });
});
