import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { splitSession } from '../../electron/accounts/session-text.ts';
import { faults } from '../support/roblox-faults.ts';
import { startRobloxServer, type RobloxServer } from '../support/roblox-server.ts';
import { startKeychain, startSilentKeychain, withoutKeychain, type Keychain } from './keychain.ts';
import { expectNothingLeft } from '../host/fixture-app.ts';
import { launchApp, type App } from './launch-app.ts';
import { paste, signInByWindow, state } from './sign-in-steps.ts';

const { userId, name } = smallAccount;

interface Desk {
  server: RobloxServer;
  keychain: Keychain;
  /** Starts the app on this test's folder and keychain; a later start finds what an earlier one left. */
  start: (env?: Readonly<Record<string, string>>) => Promise<App>;
}

const test = base.extend<Desk>({
  server: async ({}, use) => {
    const server = await startRobloxServer({ limitFactor: 100 });
    await use(server);
    await server.close();
  },
  keychain: async ({}, use) => {
    const keychain = await startKeychain();
    await use(keychain);
    await keychain.stop();
  },
  start: async ({ server }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'satchel-accounts-'));
    const running: App[] = [];
    await use(async (env = {}) => {
      const base = { SATCHEL_ROBLOX_ORIGIN: server.origin, SATCHEL_USER_DATA: folder };
      const app = await launchApp({ env: { ...base, ...env } });
      running.push(app);
      return app;
    });
    for (const app of running) await app.close().catch(() => undefined);
    const problems = running.flatMap((app) => app.problems());
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(problems).toEqual([]);
  },
});

test.describe('with the computer’s keychain', () => {
  test('signing in by window leaves no account, no entry in the keychain, or the window open', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    await signInByWindow(app, name);
    await expect(state(app)).toContainText('Signed in');
    await app.page.getByTestId('item-tile').first().waitFor();
    const { session = '' } = server.requestsTo('/inventory').at(-1) ?? {};
    expect(server.demo.sessions.findOwner(session)).toBe(userId);
    expect(await keychain.entries()).toEqual({ [userId]: splitSession(session).secret });
    expect(app.windows()).toHaveLength(1);
  });

  test('a pasted session does not sign in, stays on the clipboard, or is gone after a restart', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    await paste(app, server.signIn(userId));
    await expect(state(app)).toContainText('Signed in');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
    await app.close();
    const again = await start(keychain.env);
    await again.page.getByTestId('item-tile').first().waitFor();
    await expect(state(again)).toContainText('Signed in');
  });

  test('a session Roblox has rotated is lost when Satchel is killed right after', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('item-tile').first().waitFor();
    const rotated = server.rotateSession(userId);
    await app.page.getByTestId('refresh-button').click();
    await expect.poll(() => keychain.entries()).toEqual({ [userId]: splitSession(rotated).secret });
    await app.kill();
    server.clear();
    const again = await start(keychain.env);
    await again.page.getByTestId('refresh-button').click();
    await expect.poll(() => server.requestsTo('/inventory').at(-1)?.session).toBe(rotated);
    await expect(again.page.getByTestId('sign-in-again-banner')).toBeHidden();
  });

  test('an ended session hides the library, or signing in again does not renew it', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('item-tile').first().waitFor();
    server.endSessions(userId);
    server.fail('/inventory', faults.sessionEnded());
    await app.page.getByTestId('refresh-button').click();
    await app.page.getByTestId('sign-in-again-banner').waitFor();
    await expect(app.page.getByTestId('item-tile').first()).toBeVisible();
    server.clear();
    await app.page.getByTestId('sign-in-again').click();
    await paste(app, server.signIn(userId));
    await expect(app.page.getByTestId('sign-in-again-banner')).toBeHidden();
    await app.page.getByTestId('refresh-button').click();
    await expect(app.page.getByTestId('category-age')).toContainText('Updated');
  });

  test('forgetting an account leaves its entry in the keychain, or ends its session at Roblox', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    const session = server.signIn(userId);
    await paste(app, session);
    await app.page.getByTestId('item-tile').first().waitFor();
    await app.page.getByTestId('account-switcher').click();
    await app.page.getByTestId('sign-out-account').click();
    await app.page.getByTestId('sign-out-library-delete').click();
    await app.page.getByTestId('sign-out-confirm').click();
    await app.page.getByTestId('welcome').waitFor();
    expect(await keychain.entries()).toEqual({});
    expect(server.demo.sessions.findOwner(session)).toBe(userId);
    expect(server.requestsTo('/auth')).toEqual([]);
  });

  test('a locked keychain is taken for an empty one, or unlocked again it signs nobody in', async ({
    server,
    keychain,
    start,
  }) => {
    const app = await start(keychain.env);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('item-tile').first().waitFor();
    await app.close();
    await keychain.lock();
    const again = await start(keychain.env);
    await again.page.getByTestId('item-tile').first().waitFor();
    await again.page.getByTestId('reopen-keychain').waitFor();
    await again.page.getByTestId('reopen-keychain').click();
    await expect(again.page.getByTestId('sign-in-again-banner')).toBeVisible();
    await again.close();
    await keychain.unlock();
    const unlocked = await start(keychain.env);
    await unlocked.page.getByTestId('item-tile').first().waitFor();
    await expect(state(unlocked)).toContainText('Signed in');
    await expect(unlocked.page.getByTestId('sign-in-again-banner')).toBeHidden();
  });

  test('an entry changed by hand hides the other account', async ({ server, keychain, start }) => {
    const app = await start(keychain.env);
    await paste(app, server.signIn(richAccount.userId));
    await app.page.getByTestId('item-tile').first().waitFor();
    await signInByWindow(app, name);
    await app.close();
    await keychain.write(String(userId), 'no session; changed by hand');
    const again = await start(keychain.env);
    await again.page.getByTestId('sign-in-again-banner').waitFor();
    await again.page.keyboard.press('ControlOrMeta+1');
    await expect(state(again)).toContainText('Signed in');
    await expect(again.page.getByTestId('sign-in-again-banner')).toBeHidden();
  });

  test('a second start opens a second Satchel on the same library', async ({ keychain, start }) => {
    const app = await start(keychain.env);
    await app.page.getByTestId('welcome').waitFor();
    await expect(start(keychain.env)).rejects.toThrow(/ended before its window/);
    await expect(app.page.getByTestId('welcome')).toBeVisible();
  });
});

test.describe('without any keychain', () => {
  test('the session is written somewhere else, or kept longer than this run', async ({ server, start }) => {
    const app = await start(withoutKeychain);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('keychain-problem').waitFor();
    await app.page.getByTestId('keep-for-this-run').click();
    await app.page.getByTestId('item-tile').first().waitFor();
    await expect(state(app)).toContainText('Signed in');
    await app.close();
    const again = await start(withoutKeychain);
    await again.page.getByTestId('sign-in-again-banner').waitFor();
    await again.page.getByTestId('item-tile').first().waitFor();
  });

  test('giving up at the question signs in all the same', async ({ server, start }) => {
    const app = await start(withoutKeychain);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('keychain-cancel').click();
    await expect(app.page.getByTestId('welcome')).toBeVisible();
    await expect(app.page.getByTestId('account-switcher')).toHaveCount(0);
  });
});

test.describe('a keychain that never answers', () => {
  test('the app waits for it for ever, or cannot be quit', async ({ server, start }) => {
    test.setTimeout(90_000);
    const keychain = await startSilentKeychain();
    const app = await start(keychain.env);
    await paste(app, server.signIn(userId));
    await app.page.getByTestId('keychain-problem').waitFor({ timeout: 30_000 });
    await app.page.getByTestId('keep-for-this-run').click();
    await app.page.getByTestId('item-tile').first().waitFor();
    await app.close();
    await expectNothingLeft(app.userData);
    await keychain.stop();
  });
});

test.describe('bad input', () => {
  test.beforeEach(async ({ keychain, start }) => {
    running = await start(keychain.env);
  });
  let running: App;

  test('rubbish on the clipboard is taken for a session, or has no sentence of its own', async ({
    server,
  }) => {
    await paste(running, 'a shopping list');
    await expect(running.page.getByTestId('sign-in-paste-problem')).toContainText('no Roblox session');
    expect(server.requests).toEqual([]);
  });

  test('a session Roblox does not know is stored, or has no sentence of its own', async ({ keychain }) => {
    await paste(running, '_|WARNING:-DO-NOT-SHARE-THIS.|_0123456789ABCDEF');
    await expect(running.page.getByTestId('sign-in-paste-problem')).toContainText(
      'does not know this session',
    );
    expect(await keychain.entries()).toEqual({});
  });

  test('a sign-in window closed midway leaves the dialog waiting', async () => {
    const window = await signInByWindow(running, null);
    await window.close();
    await expect(running.page.getByTestId('sign-in-open-problem')).toContainText('closed');
  });
});
