import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generateAccount } from '../../electron/demo/account.ts';
import { Random } from '../../electron/demo/art/random.ts';
import { firstUserId } from '../../electron/demo/ids.ts';
import type { RefreshPage } from '../../electron/library/holdings.ts';
import type { OutputOf } from '../../electron/roblox/endpoint.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { sourceOf } from '../../electron/sync/sources.ts';
import type { AccountRefresh } from '../../shared/refreshing.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';
import { clientAtServer } from '../support/roblox-client.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';

const userId = firstUserId + 77;
const kills = 5;
const account = generateAccount({ userId, name: 'HundredThousand', seed: 77, itemCount: 100_000 });

function startProcess(server: RobloxServer, folder: string) {
  const program = join(import.meta.dirname, '../support/refresh-process.ts');
  const child = spawn(process.execPath, [program, folder, String(userId)], {
    env: {
      ...process.env,
      SATCHEL_ROBLOX_ORIGIN: server.origin,
      SATCHEL_SESSION: server.demo.sessionOf(userId),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Everything the server has of the account, list by list, and how many requests it takes to read it. */
async function readAll(server: RobloxServer, folder: string) {
  const { library } = openLibrary(folder);
  const { own, favorites } = library.categories.tree(userId);
  const { client, sessions } = await clientAtServer({
    connectionOf: () => ({
      name: 'check',
      origin: {
        addressOf: (host, path) => `${server.origin}/${host}${path}`,
        isImageAddress: () => false,
        signInAddress: '',
        isStandIn: true,
      },
      transport: (request) => fetch(request),
    }),
  });
  sessions.hold(userId, server.demo.sessionOf(userId) ?? '');
  const call = { accountId: userId, waits: true };
  const lists = new Map<string, string[]>();
  const before = server.requests.length;
  let cursor: string | null = null;
  for (const category of [...own, ...favorites].flatMap((group) => group.categories)) {
    const source = ((): ReturnType<typeof sourceOf> | null => {
      try {
        return sourceOf(client, category, userId);
      } catch {
        return null;
      }
    })();
    if (!source) continue;
    const rows: string[] = [];
    cursor = null;
    do {
      const page: RefreshPage = await source.page(cursor, call);
      rows.push(...page.rows.map(({ type, id, instanceId }) => `${type} ${id} ${instanceId ?? 0}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    lists.set(category.key, rows);
  }
  const collectibles: string[] = [];
  cursor = null;
  do {
    const from: { cursor?: string } = cursor === null ? {} : { cursor };
    const page: OutputOf<typeof inventory.getCollectibles> = await client.call(
      inventory.getCollectibles,
      { userId, limit: 100, ...from },
      call,
    );
    collectibles.push(...page.data.map(({ assetId, userAssetId }) => `${assetId} ${userAssetId}`));
    cursor = page.nextPageCursor;
  } while (cursor !== null);
  // Both category trees and the profile collection are one request each.
  return { lists, collectibles: collectibles.sort(), least: server.requests.length - before + 3 };
}

/** What is published in the files, past the library's own reading of them. */
function readSaved(folder: string) {
  const database = new DatabaseSync(join(folder, 'cache.db'), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT c.category, c.type || ' ' || c.item_id || ' ' || c.instance_id AS row FROM copy c
       JOIN refresh r ON r.account_id = c.account_id AND r.subject = c.category
       WHERE c.account_id = ? AND c.generation = r.generation AND r.saved_at IS NOT NULL`,
    )
    .all(userId) as { category: string; row: string }[];
  const collectibles = database
    .prepare(`SELECT asset_id || ' ' || instance_id AS row FROM collectible WHERE account_id = ?`)
    .all(userId) as { row: string }[];
  database.close();
  const lists = Map.groupBy(rows, ({ category }) => category);
  return {
    lists: new Map([...lists].map(([key, list]) => [key, list.map(({ row }) => row).sort()])),
    collectibles: collectibles.map(({ row }) => row).sort(),
  };
}

/** A list without copies (bundles) may name an item twice: the generator's does. */
function distinct(rows: readonly string[]): string[] {
  return [...new Set(rows)].sort();
}

describe('an account of 100 000 items', () => {
  it('not ending with what Roblox has when Satchel is killed five times', { timeout: 120_000 }, async () => {
    const server = await startRobloxServer({ accounts: [account], limitFactor: 1000 });
    onTestFinished(() => server.close());
    const folder = temporaryFolder();
    const random = new Random(Date.now());
    let asked = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startProcess(server, folder);
      const ended = once(child, 'exit');
      const until = asked + random.whole(60, 240);
      while (server.requests.length < until && child.exitCode === null) await setTimeout(1);
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      asked = server.requests.length;
    }
    const last = startProcess(server, folder);
    const shown = JSON.parse(await text(last.stdout)) as AccountRefresh;
    expect(shown.failures.filter(({ isRefused }) => !isRefused)).toEqual([]);
    const requests = server.requests.length;

    const { lists, collectibles, least } = await readAll(server, folder);
    const saved = readSaved(folder);
    for (const [key, rows] of lists) expect(saved.lists.get(key) ?? [], key).toEqual(distinct(rows));
    expect(saved.collectibles).toEqual(collectibles);
    const total = [...lists].reduce(
      (sum, [key, rows]) => sum + (key.startsWith('own/') ? rows.length : 0),
      0,
    );
    expect(total).toBeGreaterThan(99_000);
    console.log(
      `${requests} requests where ${least} are the least: ${((requests / least - 1) * 100).toFixed(2)} % more`,
    );
    expect(requests / least).toBeLessThan(1.02);
  });
});
