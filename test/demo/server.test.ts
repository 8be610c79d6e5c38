import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { faults } from '../support/roblox-faults.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';

const { userId } = richAccount;
const hats = `/inventory/v2/users/${userId}/inventory/8`;
let server: RobloxServer;

beforeEach(async () => {
  server = await startRobloxServer({ now: () => 1_790_000_000_000 });
});
afterEach(() => server.close());

describe('the server', () => {
  it('answers like the demo in the app: tests over a socket would otherwise prove something else', async () => {
    const demo = createDemoRoblox({ imageOrigin: `${server.origin}/rbxcdn`, now: () => 1_790_000_000_000 });
    const paths = [
      ['inventory', `/v2/users/${userId}/inventory/8?limit=25&sortOrder=Desc`],
      ['inventory', `/v1/users/${userId}/places/inventory?placesTab=Purchased`],
      ['apis', `/showcases-api/v1/users/profile/robloxcollections-json?userId=${userId}`],
      ['users', '/v1/users/12'],
    ] as const;
    for (const [service, path] of paths) {
      const here = await demo.fetch(new Request(`https://${service}.roblox.com${path}`));
      const there = await fetch(`${server.origin}/${service}${path}`);
      expect(there.status).toBe(here.status);
      expect(there.headers.get('x-ratelimit-limit')).toBe(here.headers.get('x-ratelimit-limit'));
      expect(await there.text()).toBe(await here.text());
    }
    const picture = await (await fetch(`${server.origin}/rbxcdn/hat-8000080000004271-60.png`)).bytes();
    const same = await (
      await demo.fetch(new Request('https://tr.rbxcdn.com/hat-8000080000004271-60.png'))
    ).bytes();
    expect(Buffer.from(picture).equals(Buffer.from(same))).toBe(true);
  });

  it('writes down what arrived, the session included: how else would a test see it going astray', async () => {
    await fetch(`${server.origin}/inventory/v1/collections/items/Asset/12?x=1`, {
      method: 'POST',
      headers: { cookie: 'other=1; .ROBLOSECURITY=secret', 'user-agent': 'Satchel/0' },
      body: '{"a":1}',
    });
    expect(server.requestsTo('/inventory/v1/collections')).toMatchObject([
      {
        method: 'POST',
        query: { x: '1' },
        session: 'secret',
        body: { a: 1 },
        headers: { 'user-agent': 'Satchel/0' },
      },
    ]);
  });

  it('passes time: CSRF tokens are replaced without waiting', async () => {
    const add = (token: string) =>
      fetch(`${server.origin}/inventory/v1/collections/items/Asset/12`, {
        method: 'POST',
        headers: { cookie: `.ROBLOSECURITY=${server.demo.sessionOf(userId) ?? ''}`, 'x-csrf-token': token },
      });
    const token = (await add('')).headers.get('x-csrf-token') ?? '';
    expect((await add(token)).status).toBe(400);
    server.passTime(3_600_000);
    expect((await add(token)).status).toBe(403);
  });

  it('closes at once with answers still under way', async () => {
    server.fail('/inventory', faults.silent());
    const waiting = expect(fetch(server.origin + hats)).rejects.toThrow();
    await expect.poll(() => server.requests.length).toBe(1);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(1_000);
    await waiting;
  });
});

describe('a fault', () => {
  it('hits what it names as often as told, the newest first, until cleared', async () => {
    server.fail(/inventory/, faults.status(500));
    server.fail(hats, faults.status(503), 1);
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([503, 500, 500]);
    expect((await fetch(`${server.origin}/users/v1/users/${userId}`)).status).toBe(200);
    server.clear();
    expect(await statusOf()).toBe(200);
  });

  it.each([
    ['refusal', faults.refusal(403, 4), 403, '{"errors":[{"code":4,"message":"Refused"}]}'],
    ['html', faults.html(), 200, '<!doctype html>'],
    ['empty', faults.empty(), 200, ''],
    ['wrongType', faults.wrongType(), 200, '[1,"two",null]'],
    ['notJson', faults.notJson(), 200, '{"data": [{"id": 1,}'],
  ])('%s answers what it says', async (_name, fault, status, body) => {
    server.fail(hats, fault);
    const response = await fetch(server.origin + hats);
    expect(response.status).toBe(status);
    const text = await response.text();
    if (body === '') expect(text).toBe('');
    else expect(text.startsWith(body)).toBe(true);
  });

  it.each([
    ['truncated', faults.truncated()],
    ['reset', faults.reset()],
    ['lostAnswer', faults.lostAnswer()],
  ])('%s breaks the connection', async (_name, fault) => {
    server.fail(hats, fault);
    await expect(fetch(server.origin + hats).then((response) => response.text())).rejects.toThrow();
  });

  it('lostAnswer carries the request out all the same: the outcome would otherwise not be unknown', async () => {
    const item = richAccount.inventory.copy(richAccount.inventory.copiesByType.get(11)?.at(-1) ?? 0).asset.id;
    const cookie = `.ROBLOSECURITY=${server.demo.sessionOf(userId) ?? ''}`;
    const add = (token: string) =>
      fetch(`${server.origin}/inventory/v1/collections/items/Asset/${item}`, {
        method: 'POST',
        headers: { cookie, 'x-csrf-token': token },
      });
    const token = (await add('')).headers.get('x-csrf-token') ?? '';
    server.fail('/inventory/v1/collections', faults.lostAnswer(), 1);
    await expect(add(token)).rejects.toThrow();
    expect(await (await add(token)).json()).toMatchObject({ errors: [{ code: 7 }] });
  });

  it('oversized goes past 16 MiB', async () => {
    server.fail(hats, faults.oversized());
    const { length } = await (await fetch(server.origin + hats)).bytes();
    expect(length).toBeGreaterThan(16 * 1024 * 1024);
  });

  it('drip takes its time: only a limit on the whole answer, not on silence, ends it', async () => {
    server.fail(hats, faults.drip(20));
    await expect(
      fetch(server.origin + hats, { signal: AbortSignal.timeout(300) }).then((one) => one.text()),
    ).rejects.toThrow();
  });

  it('redirect, challenge, session and rate faults carry their headers', async () => {
    const headerOf = async (name: string) =>
      (await fetch(server.origin + hats, { redirect: 'manual' })).headers.get(name);
    server.fail(hats, faults.redirect('https://elsewhere.invalid/'));
    expect(await headerOf('location')).toBe('https://elsewhere.invalid/');
    server.fail(hats, faults.challenge());
    expect(await headerOf('rblx-challenge-type')).toBe('twostepverification');
    server.fail(hats, faults.tooManyRequests(7));
    expect(await headerOf('retry-after')).toBe('7');
    server.fail(hats, faults.tooManyRequests(new Date(0)));
    expect(await headerOf('retry-after')).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
    server.fail(hats, faults.tooManyRequests());
    expect(await headerOf('retry-after')).toBeNull();
    server.fail(hats, faults.tokenRefused());
    expect(await headerOf('x-csrf-token')).toBe('never-valid');
    server.fail(hats, faults.withHeaders({ 'set-cookie': '.ROBLOSECURITY=renewed' }));
    expect(await headerOf('set-cookie')).toBe('.ROBLOSECURITY=renewed');
    server.fail(hats, faults.sessionEnded(9002));
    expect(await (await fetch(server.origin + hats)).json()).toMatchObject({ errors: [{ code: 9002 }] });
  });

  it('repeatedCursor gives back the cursor it was asked with', async () => {
    server.fail(hats, faults.repeatedCursor());
    const first = await page();
    const second = await page(String(first.nextPageCursor));
    expect(second.nextPageCursor).toBe(first.nextPageCursor);
  });

  it('duplicateRows and badRows spoil pages without spoiling the good rows', async () => {
    const good = (await page()).data;
    server.fail(hats, faults.duplicateRows());
    const first = await page();
    const second = await page(String(first.nextPageCursor));
    expect(second.data[0]).toEqual(first.data.at(-1));
    server.fail(hats, faults.badRows());
    const spoilt = (await page()).data;
    expect(spoilt).toHaveLength(good.length + 6);
    expect(spoilt).toEqual(expect.arrayContaining(good));
  });
});

async function statusOf(): Promise<number> {
  return (await fetch(server.origin + hats)).status;
}

async function page(cursor?: string): Promise<{ nextPageCursor: unknown; data: unknown[] }> {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return (await (await fetch(server.origin + hats + query)).json()) as {
    nextPageCursor: unknown;
    data: unknown[];
  };
}
