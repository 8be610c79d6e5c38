import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import { faults } from '../support/roblox-faults.ts';
import { openLibrary, temporaryFolder } from '../support/library-folder.ts';
import { startSatchel, type Satchel } from '../support/services.ts';

const { userId } = smallAccount;
const deleteAll = { atRoblox: false, library: 'delete' } as const;

async function signedIn(): Promise<Satchel> {
  const satchel = await startSatchel();
  satchel.clipboard.text = satchel.server.demo.sessionOf(userId) ?? '';
  await satchel.services.signIn.paste();
  await satchel.services.refresh.categories(userId, false);
  return satchel;
}

const ids = ({ services }: Satchel) => services.accounts.state().accounts.map(({ id }) => id);

describe('putting accounts in order', () => {
  it('names, colours, order or the current one lost by a restart', async () => {
    const satchel = await startSatchel();
    const everybody = [richAccount.userId, userId, hiddenAccount.userId];
    for (const id of everybody) await satchel.services.following.follow(String(id));
    const { accounts } = satchel.services;
    await accounts.edit(userId, 'Little one', 'purple');
    await accounts.move(hiddenAccount.userId, 0);
    await accounts.select('all');
    await accounts.rememberPlace('all', { path: '/category/own%2F*', scrollTop: 1200.5 });
    await satchel.services.close();
    const services = await satchel.restart();
    const state = services.accounts.state();
    expect(state.scope).toBe('all');
    expect(state.accounts.map(({ id }) => id)).toEqual([hiddenAccount.userId, richAccount.userId, userId]);
    expect(state.accounts[2]).toMatchObject({ nickname: 'Little one', colour: 'purple' });
    expect(await services.accounts.place('all')).toEqual({ path: '/category/own%2F*', scrollTop: 1200.5 });
  });

  it('a place beyond the end losing the account', async () => {
    const satchel = await startSatchel();
    for (const id of [richAccount.userId, userId]) await satchel.services.following.follow(String(id));
    await satchel.services.accounts.move(richAccount.userId, 99);
    expect(ids(satchel)).toEqual([userId, richAccount.userId]);
  });

  it('a library of the first version losing its accounts, or which one was current', () => {
    const folder = temporaryFolder();
    const old = new DatabaseSync(join(folder, 'keep.db'));
    old.exec(`${keepMigrations[0]}; PRAGMA user_version = 1;
      INSERT INTO account VALUES (7, 'followed', 'seven', 'Seven', 'visible', 0, 1), (8, 'demo', 'eight', 'Eight', 'hidden', 1, 0);
      INSERT INTO setting VALUES ('currentAccount', '7')`);
    old.close();
    const { library } = openLibrary(folder);
    expect(library.accounts.read().scope).toBe(7);
    expect(library.accounts.read().accounts).toEqual([
      expect.objectContaining({
        id: 8,
        kind: 'demo',
        isBanned: true,
        isGone: false,
        nickname: null,
        colour: null,
      }),
      expect.objectContaining({ id: 7, kind: 'followed', username: 'seven', visibility: 'visible' }),
    ]);
  });
});

describe('signing out', () => {
  it('the session left in the keychain, or ended at Roblox though only this computer was meant', async () => {
    const satchel = await signedIn();
    const session = satchel.server.demo.sessionOf(userId);
    satchel.server.clear();
    await satchel.services.accounts.signOut(userId, deleteAll);
    expect(satchel.vault.entries.size).toBe(0);
    expect(satchel.server.requests).toEqual([]);
    expect(satchel.server.demo.sessionOf(userId)).toBe(session);
    expect((await satchel.services.library.categories.tree(userId)).own).toEqual([]);
    expect(ids(satchel)).toEqual([]);
  });

  it('the session living on at Roblox though it was to end there', async () => {
    const satchel = await signedIn();
    const session = satchel.server.demo.sessionOf(userId);
    await satchel.services.accounts.signOut(userId, { atRoblox: true, library: 'delete' });
    const logouts = satchel.server.requestsTo('/auth/v2/logout');
    expect(logouts.at(-1)).toMatchObject({ method: 'POST', session });
    expect(satchel.server.demo.sessionOf(userId)).not.toBe(session);
    expect(satchel.vault.entries.size).toBe(0);
  });

  it('the account half gone when Roblox cannot be reached to end the session', async () => {
    const satchel = await signedIn();
    satchel.server.fail('/auth', faults.status(503));
    const signOut = satchel.services.accounts.signOut(userId, { atRoblox: true, library: 'delete' });
    await expect(signOut).rejects.toMatchObject({ code: 'robloxFailed' });
    expect(satchel.services.accounts.find(userId)).toMatchObject({ signIn: 'kept', canEdit: true });
    expect((await satchel.services.library.categories.tree(userId)).own).not.toEqual([]);
  });

  it('a session that has ended already keeping the account from leaving', async () => {
    const satchel = await signedIn();
    satchel.server.fail('/auth', faults.sessionEnded());
    await satchel.services.accounts.signOut(userId, { atRoblox: true, library: 'delete' });
    expect(ids(satchel)).toEqual([]);
  });

  it('the keychain out of reach keeping the account, or its entry there for good', async () => {
    const satchel = await signedIn();
    satchel.vault.isUnavailable = true;
    await satchel.services.accounts.signOut(userId, deleteAll);
    expect(ids(satchel)).toEqual([]);
    satchel.vault.isUnavailable = false;
    await satchel.restart();
    expect(satchel.vault.entries.size).toBe(0);
  });

  it('what is under way going on in its name', async () => {
    const satchel = await signedIn();
    satchel.server.fail('/inventory', faults.silent());
    const refresh = satchel.services.refresh.categories(userId, true);
    const cancelled = expect(refresh).rejects.toMatchObject({ code: 'cancelled' });
    await satchel.services.accounts.signOut(userId, deleteAll);
    await cancelled;
  });
});

describe('an archived account', () => {
  it('its library gone, or Roblox asked about it', async () => {
    const satchel = await signedIn();
    await satchel.services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    satchel.server.clear();
    expect(satchel.services.accounts.find(userId)).toMatchObject({ kind: 'archived', signIn: 'none' });
    expect((await satchel.services.library.categories.tree(userId)).own).not.toEqual([]);
    await expect(satchel.services.refresh.categories(userId, true)).rejects.toMatchObject({
      code: 'accountArchived',
    });
    expect(satchel.server.requests).toEqual([]);
  });

  it('what was wanted of it while it was leaving waiting for the next sign-in', async () => {
    const { services, vault } = await signedIn();
    const { outbox, accounts, library } = services;
    const wishOn = async () => {
      for (let id = 1; ; id += 1) await outbox.accept(userId, 'in', [{ type: 'Asset', id }]);
    };
    let wishing: Promise<void> | undefined;
    // From here on everything else of leaving goes on beside what is wanted.
    vi.spyOn(vault, 'remove').mockImplementationOnce(() => {
      wishing = wishOn();
      return Promise.resolve();
    });
    await accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    await expect(wishing).rejects.toMatchObject({ code: 'accountReadOnly' });
    expect(await outbox.list()).toEqual([]);
    expect((await library.undo.state()).undo).toBeNull();
  });

  it('no way back', async () => {
    const satchel = await signedIn();
    await satchel.services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    await satchel.services.following.follow(String(userId));
    expect(satchel.services.accounts.find(userId).kind).toBe('followed');
    await expect(satchel.services.refresh.categories(userId, true)).resolves.toEqual({ wasNeeded: true });
  });
});

describe('how an account stands', () => {
  it('one that Roblox has removed not told so, or told so for ever', async () => {
    const satchel = await signedIn();
    satchel.server.fail('/apis', faults.status(404));
    satchel.server.fail('/users', faults.refusal(404, 3));
    await satchel.services.refresh.profileCollection(userId, true).catch(() => undefined);
    await expect.poll(() => satchel.services.accounts.find(userId).isGone).toBe(true);
    satchel.server.clear();
    await satchel.services.refresh.categories(userId, true);
    expect(satchel.services.accounts.find(userId).isGone).toBe(false);
  });

  it('one without a profile collection told as removed at Roblox', async () => {
    const satchel = await signedIn();
    satchel.server.clear();
    satchel.server.fail('/apis', faults.status(404));
    await satchel.services.refresh.profileCollection(userId, true).catch(() => undefined);
    await expect.poll(() => satchel.server.requestsTo('/users')).toHaveLength(1);
    expect(satchel.services.accounts.find(userId).isGone).toBe(false);
  });

  it('a rate limit not told, or not until when', async () => {
    const satchel = await signedIn();
    satchel.server.fail('/inventory', faults.tooManyRequests(30));
    await satchel.services.refresh.categories(userId, true).catch(() => undefined);
    const { rateLimitedUntil } = satchel.services.accounts.find(userId);
    expect(rateLimitedUntil).toBeGreaterThan(Date.now());
  });

  it('a refresh under way, and its end, told to nobody', async () => {
    const satchel = await signedIn();
    const refresh = satchel.services.refresh.categories(userId, true);
    await expect.poll(() => satchel.services.accounts.find(userId).isRefreshing).toBe(true);
    await refresh;
    expect(satchel.services.accounts.find(userId)).toMatchObject({ isRefreshing: false });
    expect(satchel.services.accounts.find(userId).refreshedAt).toBeGreaterThan(Date.now() - 60_000);
  });
});
