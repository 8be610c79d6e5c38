import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RunSessions } from '../../electron/accounts/run-sessions.ts';
import { Random } from '../../electron/demo/art/random.ts';
import { RobloxClient } from '../../electron/roblox/client.ts';
import { gamePasses } from '../../electron/roblox/game-passes.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { Ledger } from '../../electron/roblox/ledger.ts';
import { readOrigin } from '../../electron/roblox/origin.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const accountIds = [1, 2, 3, 4, 5];
const answersWanted = 10_000;

interface Window {
  readonly number: number;
  readonly until: number;
}

/**
 * A server that closes its endpoints at random, and tells of it in every way Roblox does. What was already on its way when
 * a window opened is no offence: each request says which windows its sender had heard of.
 */
async function startRefusingServer(clock: VirtualClock) {
  const random = new Random(20_261_124);
  const windows = new Map<string, Window>();
  const seen = { answers: 0, refusals: 0, offences: [] as string[] };

  const refuse = (response: ServerResponse, { number, until }: Window, isNew: boolean) => {
    const seconds = Math.ceil((until - clock.now()) / 1000);
    const date = new Date(clock.now() - (clock.now() % 1000) + 1000);
    const toldBy: Record<string, string>[] = [
      { 'retry-after': String(seconds) },
      { 'retry-after': new Date(date.getTime() + seconds * 1000).toUTCString(), date: date.toUTCString() },
      { 'x-ratelimit-reset': String(seconds), 'x-ratelimit-remaining': '0' },
      // Not a word: the window the endpoint has published counts.
      {},
    ];
    const kind = isNew ? number % 4 : 0;
    seen.refusals += 1;
    response.writeHead(429, { 'x-window': String(number), ...toldBy[kind] }).end('{"errors":[{"code":0}]}');
  };

  const server = createServer((request, response) => {
    response.sendDate = false;
    seen.answers += 1;
    const path = (request.url ?? '').replace(/\?.*/, '');
    const open = windows.get(path);
    if (open && clock.now() < open.until) {
      if (Number(request.headers['x-heard']) >= open.number) seen.offences.push(path);
      refuse(response, open, false);
    } else if (random.chance(0.05)) {
      const number = (open?.number ?? 0) + 1;
      const forMs = number % 4 === 3 ? 60_000 : random.whole(1, 50) * 1000;
      const window = { number, until: clock.now() + forMs };
      windows.set(path, window);
      refuse(response, window, true);
    } else {
      response.writeHead(200, { 'x-ratelimit-limit': '100000, 100000;w=60' });
      response.end('{"data":[],"gamePasses":[],"nextPageCursor":null,"categories":[]}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

describe('429 windows', () => {
  it('a request sent inside one, or work left undone', { timeout: 60_000 }, async () => {
    const clock = new VirtualClock();
    const { origin, seen } = await startRefusingServer(clock);
    const heard = new Map<string, number>();
    let inFlight = 0;
    const transport = async (request: Request) => {
      const path = new URL(request.url).pathname;
      const headers = new Headers(request.headers);
      headers.set('x-heard', String(heard.get(path) ?? 0));
      inFlight += 1;
      const response = await fetch(new Request(request, { headers }));
      inFlight -= 1;
      const number = Number(response.headers.get('x-window') ?? 0);
      heard.set(path, Math.max(number, heard.get(path) ?? 0));
      clock.pass(20);
      return response;
    };
    const sessions = new RunSessions();
    for (const id of accountIds) sessions.hold(id, `session-${id}`);
    const client = new RobloxClient({
      sessions,
      ledger: new Ledger(),
      version: '0.0.0-test',
      now: clock.now,
      clock,
      isOffline: () => false,
      connectionOf: () => ({
        name: 'server',
        origin: readOrigin({ SATCHEL_ROBLOX_ORIGIN: origin }),
        transport,
      }),
    });
    const tasks = [
      (userId: number) => client.call(inventory.getPlaces, { userId, placesTab: 'Created' }, options(userId)),
      (userId: number) => client.call(inventory.getCollectibles, { userId }, options(userId)),
      (userId: number) => client.call(gamePasses.getGamePasses, { userId }, options(userId)),
      (userId: number) =>
        client.call(inventory.getInventoryByType, { userId, assetTypeId: 8 }, options(userId)),
    ];
    const options = (accountId: number) =>
      ({ accountId, waits: true, priority: () => (accountId % 2 ? 'near' : 'background') }) as const;
    const progress = { isDone: false };
    let done = 0;
    const workers = accountIds.flatMap((userId) =>
      tasks.map(async (task) => {
        while (seen.answers < answersWanted) {
          await task(userId);
          done += 1;
        }
      }),
    );
    const finished = Promise.all(workers).finally(() => (progress.isDone = true));
    // Nothing under way: time passes until somebody may go again.
    while (!progress.isDone) {
      await new Promise((resolve) => setImmediate(resolve));
      if (inFlight === 0) clock.skip();
    }
    await finished;
    expect(seen.offences).toEqual([]);
    expect(seen.refusals).toBeGreaterThan(300);
    expect(done).toBe(seen.answers - seen.refusals);
    expect(seen.answers).toBeGreaterThanOrEqual(answersWanted);
  });
});
