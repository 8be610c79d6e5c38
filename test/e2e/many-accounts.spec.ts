import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright/test';
import { fortyAccounts, signedInAccounts } from '../support/forty-accounts.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';
import { expect, test as base } from './fixtures.ts';
import { startKeychain } from './keychain.ts';
import { newestHats, prepareAccounts } from './prepared-accounts.ts';

const test = base.extend<{ server: RobloxServer }>({
  server: async ({}, use) => {
    const server = await startRobloxServer({
      accounts: fortyAccounts,
      limitFactor: 100,
      signedOutCanViewPerMinute: 1000,
    });
    await use(server);
    await server.close();
  },
  appOptions: async ({ server }, use) => {
    const keychain = await startKeychain();
    const folder = mkdtempSync(join(tmpdir(), 'satchel-forty-'));
    await prepareAccounts(folder, server, keychain);
    server.clear();
    await use({
      env: { ...keychain.env, SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_USER_DATA: folder },
    });
    await keychain.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

test.skip(process.platform !== 'linux', 'Elsewhere the keychain is the person’s own');

// The three that are signed in, and some that are followed.
const visited = [...signedInAccounts, ...fortyAccounts.filter((_, index) => index % 6 === 3)];

test('40 accounts that are not all listed, or shown with each other’s items', async ({ app, server }) => {
  const { page } = app;
  await page.getByTestId('account-switcher').click();
  await expect(page.getByTestId('account-option')).toHaveCount(40);
  await page.keyboard.press('Escape');
  expect(
    new Set(await Promise.all(visited.map(async ({ userId }) => (await newestHats(server, userId)).join())))
      .size,
  ).toBe(visited.length);
  server.clear();

  for (const { userId, name } of [...visited, ...visited.toReversed()]) {
    await switchTo(page, userId, name);
    await expect(page.getByTestId('item-tile').first()).toBeVisible();
    await expectHats(page, server, userId);
  }
  // What is shown came from the cache.
  expect(server.requestsTo('/inventory/')).toEqual([]);
});

test('refreshes of several accounts that mix while switching', async ({ app, server }) => {
  const { page } = app;
  server.fail(/\/v2\/users\//, late);
  for (const { userId, name } of visited) {
    await switchTo(page, userId, name);
    await expectHats(page, server, userId);
    await page.getByTestId('refresh-button').first().click();
  }
  const refreshed = () => new Set(server.requestsTo(/\/v2\/users\//).map(({ path }) => idIn(path)));
  await expect.poll(refreshed).toEqual(new Set(visited.map(({ userId }) => userId)));
  for (const { userId, name } of visited) {
    await switchTo(page, userId, name);
    await expectHats(page, server, userId);
  }
  const wrong = server.requests.filter(({ path, session }) => {
    const userId = idIn(path);
    if (userId === undefined) return false;
    const isSignedIn = signedInAccounts.some((account) => account.userId === userId);
    const isOurs = session === undefined || server.demo.sessions.findOwner(session) === userId;
    return !isOurs || (session !== undefined) !== isSignedIn;
  });
  expect(wrong).toEqual([]);
});

/** Long enough for the next accounts to be on screen. */
const late: Fault = async (exchange) => {
  await setTimeout(400);
  await faults.withHeaders({})(exchange);
};

async function switchTo(page: Page, userId: number, name: string): Promise<void> {
  await page.getByTestId('account-switcher').click();
  await page.locator(`[data-testid="account-option"][data-account-id="${userId}"]`).click();
  await expect(page.getByTestId('account-switcher')).toContainText(`@${name}`);
}

async function expectHats(page: Page, server: RobloxServer, userId: number): Promise<void> {
  const names = page.getByTestId('item-name');
  const wanted = await newestHats(server, userId);
  await expect.poll(async () => (await names.allInnerTexts()).slice(0, wanted.length)).toEqual(wanted);
}

function idIn(path: string): number | undefined {
  const id = /\/users\/(\d+)\//.exec(path)?.[1];
  return id === undefined ? undefined : Number(id);
}
