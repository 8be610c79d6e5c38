import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { launchApp, type App, type LaunchOptions } from '../e2e/launch-app.ts';

export const fixtureMain = join(import.meta.dirname, 'fixture/main.js');

/** What the fixture app puts on its page. */
export type FixtureWindow = Window & {
  fixture: {
    ask(channel: string, value?: unknown): Promise<unknown>;
    listen(channel: string, listener: (payload: unknown) => void): () => void;
  };
};

export function launchFixture(options: LaunchOptions = {}): Promise<App> {
  return launchApp({ ...options, main: fixtureMain });
}

/** The window whose address ends so, once the test's own client knows of it. */
export async function windowAt(app: App, path: string): Promise<Page> {
  const find = () => app.windows().find((page) => page.url().endsWith(path));
  await expect.poll(find).toBeDefined();
  return find() ?? app.page;
}

/** What the fixture's main process has noted, oldest first. */
export function readNotes(app: App): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'seen') as string[]);
}

/** The address in the first window as the app sees it. */
export function readAddress(app: App): Promise<string> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL() ?? '');
}

/** Waits until no process is left that was started with this data folder. Linux only: it reads /proc. */
export async function expectNothingLeft(userData: string): Promise<void> {
  await expect(() => expect(processesOf(userData)).toEqual([])).toPass();
}

/** Every live process whose environment names this data folder; a process's descendants inherit it. */
export function processesOf(userData: string): string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => readEnvironment(id).includes(`SATCHEL_USER_DATA=${userData}\0`));
}

function readEnvironment(id: string): string {
  try {
    return `${readFileSync(`/proc/${id}/environ`, 'utf8')}\0`;
  } catch {
    // It ended meanwhile, or is not ours.
    return '';
  }
}
