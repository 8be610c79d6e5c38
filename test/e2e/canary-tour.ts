import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { splitSession } from '../../electron/accounts/session-text.ts';
import { faults } from '../support/roblox-faults.ts';
import type { RobloxServer } from '../support/roblox-server.ts';
import { expect } from './fixtures.ts';
import type { App } from './launch-app.ts';
import { hats, openCategory } from './open-category.ts';
import { writeEveryFile } from './written-files.ts';

const hair = 'own/AssetType/41/';

/**
 * Everything a person does that touches a session: two sign-ins, browsing and a change in between, a session that is
 * rotated, one that ends and is replaced, exports and a backup into `files`, and signing out. Gives the secret of every session that was ever in use.
 */
export async function takeTour(app: App, server: RobloxServer, files: string): Promise<string[]> {
  const { page } = app;
  await page.getByTestId('welcome-sign-in').click();
  await paste(app, server.signIn(smallAccount.userId));
  await expect(page.getByTestId('account-switcher')).toContainText(`@${smallAccount.name}`);
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('add-account').click();
  await signInByWindow(app);
  await browse(app);
  await rotate(app, server);
  await endAndSignInAgain(app, server);
  await writeEveryFile(app, files);
  await signOut(app, smallAccount.userId);
  return [...new Set(server.requests.flatMap(({ session }) => session ?? []))].map(
    (session) => splitSession(session).secret,
  );
}

async function paste(app: App, session: string): Promise<void> {
  await app.evaluate(({ clipboard }, text) => void clipboard.writeText(text), session);
  await app.page.getByTestId('sign-in-paste').click();
  await expect(app.page.getByTestId('add-account-dialog')).toBeHidden();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
}

async function signInByWindow(app: App): Promise<void> {
  const { page } = app;
  await page.getByTestId('sign-in-open').click();
  const find = () => app.windows().find((opened) => opened.url().endsWith('/www/login'));
  await expect.poll(find).toBeDefined();
  await find()?.getByLabel('Username').fill(richAccount.name);
  // The window closes as soon as it has what it wants, in the middle of the click.
  await find()
    ?.getByRole('button')
    .click()
    .catch(() => undefined);
  await expect(page.getByTestId('account-switcher')).toContainText(`@${richAccount.name}`);
  await expect(page.getByTestId('add-account-dialog')).toBeHidden();
}

async function browse({ page }: App): Promise<void> {
  await openCategory(page, hair);
  await page.getByTestId('item-tile').first().waitFor();
  await openCategory(page, hats);
  await page.getByTestId('item-tile').first().dblclick();
  await page.getByTestId('details-owned').waitFor();
  await page.getByTestId('details-close').click();
  await page.getByTestId('item-tile').nth(1).click();
  await page.keyboard.press('ControlOrMeta+Shift+A');
  await page.getByTestId('toast').filter({ hasText: 'Added' }).waitFor();
}

/** Roblox gives the account another session with the answer to a refresh; from then on that is in use. */
async function rotate({ page }: App, server: RobloxServer): Promise<void> {
  const rotated = server.signIn(richAccount.userId);
  const headers = { 'set-cookie': `.ROBLOSECURITY=${rotated}; domain=.roblox.com; path=/; HttpOnly` };
  server.fail(/\/v2\/users\//, faults.withHeaders(headers), 1);
  await refreshUntil(page, () => isInUse(server, rotated));
}

async function endAndSignInAgain(app: App, server: RobloxServer): Promise<void> {
  const { page } = app;
  server.endSessions(richAccount.userId);
  // A public inventory is answered to anyone, so the server has to be told to say it.
  server.fail(/\/v2\/users\//, faults.sessionEnded(), 1);
  await refreshUntil(page, () => page.getByTestId('sign-in-again-banner').isVisible());
  await page.getByTestId('sign-in-again').click();
  const session = server.signIn(richAccount.userId);
  await paste(app, session);
  await refreshUntil(page, () => isInUse(server, session));
}

function isInUse(server: RobloxServer, used: string): boolean {
  return server.requestsTo(/\/v2\/users\//).some(({ session }) => session === used);
}

async function refreshUntil(page: App['page'], isDone: () => boolean | Promise<boolean>): Promise<void> {
  await expect(async () => {
    await page.getByTestId('refresh-button').first().click();
    await expect.poll(isDone, { timeout: 1_000 }).toBe(true);
  }).toPass({ timeout: 20_000 });
}

async function signOut({ page }: App, accountId: number): Promise<void> {
  await page.getByTestId('account-switcher').click();
  await page.locator(`[data-testid="account-option"][data-account-id="${accountId}"]`).click();
  await page.getByTestId('account-switcher').click();
  await page.getByTestId('sign-out-account').click();
  await page.getByTestId('sign-out-confirm').click();
  await expect(page.getByTestId('sign-out-dialog')).toBeHidden();
}
