import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Wish } from '../../shared/outbox.ts';
import type { FromKilled, ToKilled } from './killed-process.ts';
import { simulationFolder, type LaneResult } from './lanes.ts';
import { ModelRoblox } from './model-roblox.ts';
import { Random } from './random.ts';
import { readRequest, toResponse } from './sim-requests.ts';

const accountId = 11;
const items = [1, 2, 3, 4, 5, 6, 7];
const settleWithinMs = 20_000;

/** Kills a real process at random moments, over and over on the same files, and checks that nothing it said is lost. */
export async function runKills(from: number, kills: number): Promise<LaneResult> {
  const startedAt = performance.now();
  const random = new Random(from);
  const folder = join(simulationFolder(), 'kill');
  mkdirSync(folder, { recursive: true });
  const violations: { seed: number; words: string }[] = [];
  const asked = new Set<string>();
  let requests = 0;
  const roblox: ModelRoblox = new ModelRoblox(({ item, to }) => {
    if (!asked.has(`${to} ${item}`))
      violations.push({ seed: from, words: `${to} ${item} asked for by nobody` });
  });
  const server = await serve(roblox, random, () => (requests += 1));
  const accepted = new Map<number, Wish>();
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const child = await start(folder, server);
      const killed = new Promise((resolve) => child.once('exit', resolve));
      const deadline = performance.now() + random.below(120);
      while (performance.now() < deadline) {
        const [item, wish] = [random.pick(items), random.pick(['in', 'out'] as const)];
        asked.add(`${wish} ${item}`);
        // Without an answer it may be either; the next wish for the item decides.
        accepted.delete(item);
        if (random.isHit(0.3)) await setTimeout(random.below(10));
        const isAccepted = await Promise.race([
          ask(child, { item, wish }),
          setTimeout(Math.max(0, deadline - performance.now())).then(() => false),
        ]);
        if (isAccepted) accepted.set(item, wish);
      }
      child.kill('SIGKILL');
      await killed;
    }
    await settle(folder, server);
    for (const [item, wish] of accepted)
      if (roblox.items(accountId).has(item) !== (wish === 'in'))
        violations.push({ seed: from, words: `${wish} ${item} was accepted and lost` });
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  return { lane: 'kill', from, seeds: 1, requests, kills, seconds, violations };
}

/** The last run is left alone until Roblox has everything. */
async function settle(folder: string, server: Server): Promise<void> {
  const child = await start(folder, server);
  const deadline = performance.now() + settleWithinMs;
  try {
    while (performance.now() < deadline) {
      if (await ask(child, 'isEmpty')) return;
      await setTimeout(50);
    }
    throw new Error('The changes never came to Roblox');
  } finally {
    child.kill('SIGKILL');
  }
}

async function start(folder: string, server: Server): Promise<ChildProcess> {
  const { port } = server.address() as AddressInfo;
  const child = fork(join(import.meta.dirname, 'killed-process.ts'), [folder, String(port)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The process ended by itself')));
  });
  return child;
}

let lastNumber = 0;

function ask(child: ChildProcess, what: ToKilled['what']): Promise<boolean> {
  const number = ++lastNumber;
  return new Promise((resolve) => {
    const listen = (message: FromKilled) => {
      if (message.number !== number) return;
      child.off('message', listen);
      resolve(message.answer);
    };
    child.on('message', listen);
    child.send({ number, what } satisfies ToKilled, () => undefined);
  });
}

async function serve(roblox: ModelRoblox, random: Random, count: () => void): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    count();
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    );
    const asked = readRequest(
      new Request(`http://roblox${incoming.url ?? ''}`, { method: incoming.method ?? 'GET', headers }),
    );
    const answer =
      asked.wish === null
        ? roblox.read(asked.accountId, true)
        : roblox.change(asked.accountId, asked.item, asked.wish, asked.token, random.below(3));
    void setTimeout(random.below(12)).then(async () => {
      const response = toResponse(answer);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
