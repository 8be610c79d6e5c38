import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { expect, logIn, open, pageAt, read, tell, test } from './sign-in-app.ts';

test.describe('signing in in the window', () => {
  test('a session that does not arrive, or a copy of it that stays behind', async ({ app, server }) => {
    await open(app);
    await logIn(await pageAt(app), smallAccount.name);
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'done', refused: [], cookies: [] });
    const { sessions } = await read(app, 0);
    expect(sessions).toHaveLength(1);
    expect(server.demo.sessions.findOwner(sessions[0] ?? '')).toBe(smallAccount.userId);
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test('the partition emptied, or the window gone, before the session is safe', async ({ app }) => {
    await open(app, { isSlow: true });
    await logIn(await pageAt(app), smallAccount.name);
    await expect.poll(async () => (await read(app, 0)).sessions.length).toBe(1);
    expect(await read(app, 0)).toMatchObject({ outcome: 'open', cookies: ['.ROBLOSECURITY'] });
    // Closed now, it still ends as the session decides.
    await tell(app, 'close');
    await expect.poll(() => app.windows().length).toBe(1);
    expect(await read(app, 0)).toMatchObject({ outcome: 'open', cookies: ['.ROBLOSECURITY'] });
    await tell(app, 'release');
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'done', cookies: [] });
  });

  test('a session of nobody closing the window, or being offered twice', async ({ app }) => {
    await open(app, { path: '/www/stranger' });
    const page = await pageAt(app, '/www/stranger');
    await expect.poll(async () => (await read(app, 0)).sessions).toEqual(['signs-nobody-in']);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await read(app, 0)).toMatchObject({ outcome: 'open', sessions: ['signs-nobody-in'] });
    await logIn(page, smallAccount.name);
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'done', cookies: [] });
    expect((await read(app, 0)).sessions).toHaveLength(2);
  });

  test('a session that is refused leaving the window open or its cookie behind', async ({ app, server }) => {
    const headers = { 'set-cookie': '.ROBLOSECURITY=refuse-me; Path=/', 'content-type': 'text/html' };
    server.fail('/www/login', faults.withHeaders(headers));
    await open(app);
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'sessionRefused', cookies: [] });
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test('a window closed midway that is waited for, or keeps what was typed', async ({ app }) => {
    await open(app, { path: '/www/stranger' });
    const page = await pageAt(app, '/www/stranger');
    await expect.poll(async () => (await read(app, 0)).cookies).toEqual(['.ROBLOSECURITY']);
    // As a person closes it, and a page that asks them to stay.
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    await page.close();
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'signInCancelled', cookies: [] });
    await open(app);
    await pageAt(app);
    await tell(app, 'close', 1);
    await expect.poll(() => read(app, 1)).toMatchObject({ outcome: 'signInCancelled', cookies: [] });
  });

  test('a second attempt that begins where the first one was', async ({ app, server }) => {
    await open(app, { path: '/www/stranger' });
    await pageAt(app, '/www/stranger');
    await expect.poll(async () => (await read(app, 0)).cookies).toEqual(['.ROBLOSECURITY']);
    await open(app);
    await pageAt(app);
    expect((await read(app, 1)).cookies).toEqual([]);
    expect(server.requestsTo('/www/login').map(({ session }) => session)).toEqual([undefined]);
  });

  test('a sign-in window that outlives the app’s own', async ({ app }) => {
    await open(app);
    await pageAt(app);
    await tell(app, 'closeMain');
    await expect.poll(() => app.windows().length).toBe(0);
  });
});

test.describe('a sign-in page that does not come', () => {
  test('a redirect loop that is waited for, or looks like a closed window', async ({ app, server }) => {
    server.fail('/www/login', faults.redirect('/www/login'));
    await open(app);
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'signInRedirectLoop', cookies: [] });
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test('a server that hangs up leaving an empty window', async ({ app, server }) => {
    server.fail('/www/login', faults.reset());
    await open(app);
    await expect.poll(() => read(app, 0)).toMatchObject({ outcome: 'signInPageFailed', cookies: [] });
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test('a page that is redirected elsewhere at once leaving an empty window', async ({ app, server }) => {
    server.fail('/www/login', faults.redirect('https://www.roblox.com.example/login'));
    await open(app);
    await expect
      .poll(() => read(app, 0))
      .toMatchObject({ outcome: 'signInPageFailed', refused: ['www.roblox.com.example'] });
  });
});
