import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Library } from '../../../electron/library/library.ts';
import { allItemsKey } from '../../../shared/category-keys.ts';
import type { App } from '../../e2e/launch-app.ts';
import { openSatchel, withApp } from '../apps.ts';
import { benchFolder } from '../library/prepared-library.ts';

export const copies = 100_000;
const userId = 72_000_001;
const runFile = promisify(execFile);

/** The local server, in a process of its own. */
export interface BenchServer {
  readonly origin: string;
  /** Addresses of the pages it was asked for so far. */
  pages(): Promise<string[]>;
  close(): void;
}

export async function startBenchServer(): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    env: { ...process.env, BENCH_USER: String(userId), BENCH_COPIES: String(copies) },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The local server ended with ${String(code)}`);
  });
  const [{ origin }] = (await Promise.race([once(child, 'message'), ended])) as [{ origin: string }];
  ended.catch(() => undefined);
  return {
    origin,
    async pages() {
      child.send('pages');
      const [{ paths }] = (await once(child, 'message')) as [{ paths: string[] }];
      return paths.map((path) => origin + path);
    },
    close: () => child.disconnect(),
  };
}

/** Satchel with one followed account of which nothing is known yet, and nothing on screen that asks for items. */
export function withNewAccount<Value>(
  server: BenchServer,
  task: (app: App) => Promise<Value>,
): Promise<Value> {
  const folder = join(benchFolder, 'work/refresh');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const library = new Library(folder, () => undefined);
  const person = { id: userId, username: 'BenchCollector', displayName: 'BenchCollector', isBanned: false };
  library.accounts.save({ ...person, kind: 'followed', visibility: 'visible' });
  library.accounts.setScope(userId);
  library.places.remember(userId, { path: '/profile-collection', scrollTop: 0 });
  library.close();
  const opened = openSatchel(folder, { origin: server.origin, painted: 'true' });
  return withApp(opened, async (app) => {
    await app.page.getByTestId('account-switcher').waitFor();
    return task(app);
  });
}

/** Refreshes everything the account owns, as the page asks for it. Milliseconds until it is answered. */
export async function refreshAll({ page }: App): Promise<number> {
  const { ms, known } = await page.evaluate(
    async ({ scope, category }) => {
      type Asked = Record<string, { data: { allItemCount: number | null } }>;
      const { request } = (
        globalThis as unknown as {
          satchel: { request: (name: string, input: object) => Promise<Asked[string] & { ok: boolean }> };
        }
      ).satchel;
      const startedAt = performance.now();
      const { ok } = await request('items.refresh', { scope, category, isForced: false });
      const ms = performance.now() - startedAt;
      const { data } = await request('categories.list', { scope });
      return { ms, known: ok ? data.allItemCount : null };
    },
    { scope: userId, category: allItemsKey },
  );
  if (known === null || known < copies / 3)
    throw new Error(`Only ${known ?? 'no'} items are there after the refresh`);
  return ms;
}

/** The same pages by a bare loop in a process of its own. Milliseconds. */
export async function fetchBare(addresses: readonly string[]): Promise<number> {
  const list = join(benchFolder, 'work/pages.json');
  writeFileSync(list, JSON.stringify(addresses));
  const { stdout } = await runFile(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'fetch-loop.ts'),
    list,
  ]);
  return (JSON.parse(stdout) as { ms: number }).ms;
}
