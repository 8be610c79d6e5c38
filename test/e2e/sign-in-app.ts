import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';
import { expect, test as base } from './fixtures.ts';
import type { App } from './launch-app.ts';

export { expect } from './fixtures.ts';

/** What became of one attempt so far. */
export interface Attempt {
  readonly sessions: readonly string[];
  readonly refused: readonly string[];
  /** `open`, `done`, or the code of the error it ended with. */
  readonly outcome: string;
  /** Names of the cookies in its partition. */
  readonly cookies: readonly string[];
}

interface Fixture {
  open(options: { path?: string; isSlow?: boolean }): number;
  read(attempt: number): Promise<Attempt>;
  close(attempt: number): void;
  closeMain(): void;
  release(attempt: number): void;
  titles(): string[];
}
type Globals = { fixture: Fixture };

/** The app that is only the sign-in window, against a Roblox on this computer. */
export const test = base.extend<{ server: RobloxServer }>({
  server: async ({}, use) => {
    const server = await startRobloxServer();
    await use(server);
    await server.close();
  },
  appOptions: async ({ server }, use) => {
    const main = join(import.meta.dirname, 'sign-in-fixture/main.js');
    await use({ main, env: { SATCHEL_ROBLOX_ORIGIN: server.origin } });
  },
});

/** Begins signing in, at the sign-in page unless told otherwise; gives the attempt's number. */
export function open(app: App, options: { path?: string; isSlow?: boolean } = {}): Promise<number> {
  return app.evaluate((_electron, given) => (globalThis as unknown as Globals).fixture.open(given), options);
}

export function read(app: App, attempt: number): Promise<Attempt> {
  return app.evaluate((_electron, given) => (globalThis as unknown as Globals).fixture.read(given), attempt);
}

/** Does something to the fixture that has no answer. */
export function tell(app: App, what: 'close' | 'closeMain' | 'release', attempt = 0): Promise<void> {
  return app.evaluate(
    (_electron, given) => (globalThis as unknown as Globals).fixture[given.what](given.attempt),
    { what, attempt },
  );
}

export function titles(app: App): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as Globals).fixture.titles());
}

/** The page of a sign-in window, once it shows what is at `path`. */
export async function pageAt(app: App, path = '/www/login'): Promise<Page> {
  const find = () => app.windows().findLast((page) => page.url().includes(path));
  await expect.poll(find).toBeDefined();
  const page = find();
  if (!page) throw new Error(`No window shows ${path}`);
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}

/** Fills in the form of the sign-in page as a person would. */
export async function logIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  // The window closes as soon as it has what it wants, in the middle of the click.
  await page
    .getByRole('button', { name: 'Log In' })
    .click()
    .catch(() => undefined);
}
