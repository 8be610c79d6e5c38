import type { Page } from 'playwright/test';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';
import { test as base } from './fixtures.ts';

interface StandIn {
  server: RobloxServer;
  /** Whether the small account is signed in for this run. */
  isSignedIn: boolean;
}

/** The app against a server on this computer that stands in for Roblox, over real sockets. */
export const test = base.extend<StandIn>({
  isSignedIn: [false, { option: true }],
  server: async ({}, use) => {
    const server = await startRobloxServer({ limitFactor: 100 });
    await use(server);
    await server.close();
  },
  appOptions: async ({ server, isSignedIn }, use) => {
    const session = isSignedIn ? server.demo.sessionOf(smallAccount.userId) : undefined;
    const env = { SATCHEL_ROBLOX_ORIGIN: server.origin, ...(session ? { SATCHEL_SESSION: session } : {}) };
    await use({ env });
  },
});

/** Follows somebody from the welcome page and waits for their categories. */
export async function follow(page: Page, text: string): Promise<void> {
  await page.getByTestId('follow-field').fill(text);
  await page.getByTestId('follow-submit').click();
  await page.getByTestId('account-switcher').waitFor();
}
