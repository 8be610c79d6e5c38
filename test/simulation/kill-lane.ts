import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { KillWitness } from './kill-witness.ts';
import type { FromKilled, ToKilled } from './killed-process.ts';
import { simulationFolder, timeSince, type LaneResult } from './lanes.ts';
import { ModelRoblox } from './model-roblox.ts';
import { readLeft } from './left-files.ts';
import { Random } from './random.ts';
import { readRequest, toResponse } from './sim-requests.ts';

const accountId = 11;
// Roblox takes all of them: what it refuses is for the schedules.
const items = Array.from({ length: 40 }, (_, index) => 101 + index);
const settleWithinMs = 20_000;

/** Kills a real process at random moments, over and over on the same files, and checks that nothing it said is lost. */
export async function runKills(from: number, kills: number): Promise<LaneResult> {
  const startedAt = performance.now();
  const random = new Random(from);
  const folder = join(simulationFolder(), 'kill');
  mkdirSync(folder, { recursive: true });
  const violations: { seed: number; words: string }[] = [];
  const tell = (words: string) => violations.push({ seed: from, words });
  let requests = 0;
  const roblox: ModelRoblox = new ModelRoblox(() => undefined, null, items.length);
  const witness = new KillWitness((item) => roblox.items(accountId).has(item), tell);
  const unanswered = new Set<number>();
  const server = await serve({ roblox, random, witness, unanswered, onRequest: () => (requests += 1) });
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const child = await start(folder, server);
      witness.noteStarted();
      const killed = new Promise((resolve) => child.once('exit', resolve));
      const deadline = performance.now() + random.below(120);
      while (performance.now() < deadline) {
        // Many at once are written for longer than a moment: that is when a kill finds half of them.
        const count = 1 + random.below(random.isHit(0.3) ? items.length : 4);
        const chosen = [...new Set(Array.from({ length: count }, () => random.pick(items)))];
        const wish = random.pick(['in', 'out'] as const);
        if (random.isHit(0.3)) await setTimeout(random.below(10));
        witness.ask(chosen, wish);
        const isAccepted = await Promise.race([
          ask(child, { items: chosen, wish }),
          setTimeout(Math.max(0, deadline - performance.now())).then(() => false),
        ]);
        if (!isAccepted) break;
        witness.accepted();
      }
      // Nothing sent from now on is read: until it is told that the process has ended, answers go on leaving.
      const open = [...unanswered];
      child.kill('SIGKILL');
      await killed;
      witness.noteKilled(readLeft(folder, tell), open);
      unanswered.clear();
    }
    await settle(folder, server, witness);
    witness.check();
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
  return { lane: 'kill', from, seeds: 1, requests, kills, ...timeSince(startedAt), violations };
}

/** The last run is left alone until Roblox has everything. */
async function settle(folder: string, server: Server, witness: KillWitness): Promise<void> {
  const child = await start(folder, server);
  witness.noteStarted();
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
    execArgv: ['--disable-warning=ExperimentalWarning', ...planting()],
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The process ended by itself')));
  });
  return child;
}

/** A bug planted here is planted there. */
function planting(): string[] {
  const plant = pathToFileURL(join(import.meta.dirname, 'plant.ts')).href;
  return process.env['SATCHEL_TOOTH'] === undefined ? [] : ['--import', plant];
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

interface KillServer {
  readonly roblox: ModelRoblox;
  readonly random: Random;
  readonly witness: KillWitness;
  /** Items of requests that have come and were not answered. */
  readonly unanswered: Set<number>;
  readonly onRequest: () => void;
}

async function serve({ roblox, random, witness, unanswered, onRequest }: KillServer): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    onRequest();
    const headers = new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    );
    const asked = readRequest(
      new Request(`http://roblox${incoming.url ?? ''}`, { method: incoming.method ?? 'GET', headers }),
    );
    const { item, wish } = asked;
    const answer = wish === null ? roblox.read(asked.accountId, true) : roblox.change(asked, random.below(3));
    if (wish !== null) {
      witness.noteChange(item, wish, answer.robloxCode !== 0);
      unanswered.add(item);
    }
    void setTimeout(random.below(12)).then(async () => {
      const response = toResponse(answer);
      unanswered.delete(item);
      if (wish === null && asked.accountId === accountId) witness.noteRead();
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
