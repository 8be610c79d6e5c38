import { onTestFinished, expect, it } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';

it('a session that ends when another one of the account does', async () => {
  const server = await start();
  const [one, two] = [server.signIn(smallAccount.userId), server.signIn(smallAccount.userId)];
  const token = (await logOut(server, one)).headers.get('x-csrf-token') ?? '';
  expect((await logOut(server, one, token)).status).toBe(200);
  expect(await statusOf(server, one)).toBe(401);
  expect(await statusOf(server, two)).toBe(200);
});

it('a session refused because Satchel keeps it without the warning', async () => {
  const server = await start();
  const session = server.signIn(smallAccount.userId);
  expect(session).toMatch(/^_\|WARNING:-DO-NOT-SHARE-THIS\.--/);
  expect(await statusOf(server, session.split('|_')[1] ?? '')).toBe(200);
});

it('sessions of an account that outlive their end, or take another account’s with them', async () => {
  const server = await start();
  const [mine, other] = [server.signIn(smallAccount.userId), server.signIn(richAccount.userId)];
  server.endSessions(smallAccount.userId);
  expect(await statusOf(server, mine)).toBe(401);
  expect(await statusOf(server, other)).toBe(200);
});

it('a rotation that reaches the wrong account, comes twice, or leaves the old session', async () => {
  const server = await start();
  const [old, other] = [server.signIn(smallAccount.userId), server.signIn(richAccount.userId)];
  const rotated = server.rotateSession(smallAccount.userId);
  expect((await ask(server, other)).headers.getSetCookie()).toEqual([]);
  const [cookie] = (await ask(server, old)).headers.getSetCookie();
  expect(cookie).toContain(`.ROBLOSECURITY=${rotated};`);
  expect(await statusOf(server, old)).toBe(401);
  const next = await ask(server, rotated);
  expect([next.status, next.headers.getSetCookie()]).toEqual([200, []]);
  expect(server.requests.map(({ session }) => session)).toEqual([other, old, old, rotated]);
});

it('the sign-in page signing in somebody it does not know, or handing the session to scripts', async () => {
  const server = await start();
  const send = (username: string) =>
    fetch(`${server.origin}/www/login`, {
      method: 'POST',
      body: new URLSearchParams({ username }),
      redirect: 'manual',
    });
  expect((await send('Nobody')).headers.getSetCookie()).toEqual([]);
  const [cookie = ''] = (await send(smallAccount.name)).headers.getSetCookie();
  expect(cookie).toMatch(/; HttpOnly/);
  const session = /^\.ROBLOSECURITY=([^;]+)/.exec(cookie)?.[1] ?? '';
  expect(await (await ask(server, session)).json()).toMatchObject({ id: smallAccount.userId });
});

async function start(): Promise<RobloxServer> {
  const server = await startRobloxServer();
  onTestFinished(() => server.close());
  return server;
}

function ask(server: RobloxServer, session: string): Promise<Response> {
  const headers = { cookie: `.ROBLOSECURITY=${session}` };
  return fetch(`${server.origin}/users/v1/users/authenticated`, { headers });
}

async function statusOf(server: RobloxServer, session: string): Promise<number> {
  return (await ask(server, session)).status;
}

function logOut(server: RobloxServer, session: string, token = ''): Promise<Response> {
  const headers = { cookie: `.ROBLOSECURITY=${session}`, 'x-csrf-token': token };
  return fetch(`${server.origin}/auth/v2/logout`, { method: 'POST', headers });
}
