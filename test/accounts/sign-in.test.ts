import { describe, expect, it } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { splitSession } from '../../electron/accounts/session-text.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel, type Satchel } from '../support/services.ts';

const { userId } = smallAccount;
const sessionOf = ({ server }: Satchel, id = userId) => server.demo.sessionOf(id) ?? '';

async function pasted(satchel: Satchel, session = sessionOf(satchel)) {
  satchel.clipboard.text = session;
  return satchel.services.signIn.paste();
}

const account = ({ services }: Satchel, id = userId) => services.accounts.find(id);

describe('pasting a session', () => {
  it('an account not signed in, its session not in the keychain, or the warning stored with it', async () => {
    const satchel = await startSatchel();
    await expect(pasted(satchel)).resolves.toEqual({ accountId: userId, wasKnown: false });
    expect(account(satchel)).toMatchObject({ kind: 'signedIn', canEdit: true, signIn: 'kept' });
    expect([...satchel.vault.entries]).toEqual([[userId, splitSession(sessionOf(satchel)).secret]]);
    expect(satchel.services.accounts.state().scope).toBe(userId);
  });

  it('the session left on the clipboard for whoever pastes next', async () => {
    const satchel = await startSatchel();
    await pasted(satchel);
    expect(satchel.clipboard.text).toBe('');
  });

  it('what was copied meanwhile thrown away', async () => {
    const satchel = await startSatchel();
    const signIn = pasted(satchel);
    await Promise.resolve();
    satchel.clipboard.text = 'a shopping list';
    await signIn;
    expect(satchel.clipboard.text).toBe('a shopping list');
  });

  it('text that is no session sent to Roblox, or taken off the clipboard', async () => {
    const satchel = await startSatchel();
    await expect(pasted(satchel, 'a shopping list')).rejects.toMatchObject({ code: 'sessionUnreadable' });
    expect(satchel.server.requests).toEqual([]);
    expect(satchel.clipboard.text).toBe('a shopping list');
  });

  it('a session Roblox does not know stored, or told as anything else', async () => {
    const satchel = await startSatchel();
    const unknown = sessionOf(satchel).replace(/.{4}$/, 'XXXX');
    await expect(pasted(satchel, unknown)).rejects.toMatchObject({ code: 'sessionRefused' });
    expect(satchel.vault.entries.size).toBe(0);
    expect(satchel.services.accounts.state().accounts).toEqual([]);
  });

  it('a session dropped, or stored unchecked, because Roblox has trouble', async () => {
    const satchel = await startSatchel();
    satchel.server.fail('/users', faults.status(503));
    await expect(pasted(satchel)).rejects.toMatchObject({ code: 'robloxFailed' });
    expect(satchel.vault.entries.size).toBe(0);
  });

  it('the old value stored when Roblox rotates the session as it is checked', async () => {
    const satchel = await startSatchel();
    const rotated = { 'set-cookie': '.ROBLOSECURITY=rotated-while-checked; path=/; HttpOnly' };
    satchel.server.fail('/users/v1/users/authenticated', faults.withHeaders(rotated), 1);
    await pasted(satchel);
    expect(satchel.vault.entries.get(userId)).toBe('rotated-while-checked');
  });
});

describe('signing in to an account that is here', () => {
  it('a followed one doubled, or still read only', async () => {
    const satchel = await startSatchel();
    await satchel.services.following.follow(String(userId));
    await satchel.services.accounts.edit(userId, 'My alt', 'teal');
    await expect(pasted(satchel)).resolves.toEqual({ accountId: userId, wasKnown: true });
    expect(satchel.services.accounts.state().accounts).toHaveLength(1);
    expect(account(satchel)).toMatchObject({ kind: 'signedIn', nickname: 'My alt', colour: 'teal' });
  });

  it('one whose session has ended not renewed', async () => {
    const satchel = await startSatchel();
    await pasted(satchel);
    satchel.server.fail('/inventory', faults.sessionEnded(), 1);
    await satchel.services.refresh.categories(userId, true).catch(() => undefined);
    expect(account(satchel)).toMatchObject({
      signIn: 'needed',
      signInReason: 'sessionEnded',
      canEdit: false,
    });
    await pasted(satchel);
    expect(account(satchel)).toMatchObject({ signIn: 'kept', signInReason: null, canEdit: true });
    await expect(satchel.services.refresh.categories(userId, true)).resolves.toEqual({ wasNeeded: true });
  });
});

describe('signing in by window', () => {
  it('an account not signed in with the session the page was given', async () => {
    const satchel = await startSatchel();
    const signIn = satchel.services.signIn.open();
    await expect(satchel.signInWindow?.onSession(sessionOf(satchel))).resolves.toBe('done');
    await expect(signIn).resolves.toEqual({ accountId: userId, wasKnown: false });
    expect(account(satchel).signIn).toBe('kept');
  });

  it('the window closed by a cookie that is no session yet', async () => {
    const satchel = await startSatchel();
    const signIn = satchel.services.signIn.open();
    await expect(satchel.signInWindow?.onSession('half-way')).resolves.toBe('notYet');
    await satchel.signInWindow?.onSession(sessionOf(satchel));
    await expect(signIn).resolves.toMatchObject({ accountId: userId });
  });

  it('a window closed midway told as anything but cancelled, or no second one to be had', async () => {
    const satchel = await startSatchel();
    const first = satchel.services.signIn.open();
    satchel.services.signIn.cancel();
    await expect(first).rejects.toMatchObject({ code: 'signInCancelled' });
    const second = satchel.services.signIn.open();
    await satchel.signInWindow?.onSession(sessionOf(satchel));
    await expect(second).resolves.toMatchObject({ accountId: userId });
  });
});

describe('a keychain that cannot be used', () => {
  it('the session written anywhere, or used, before the person says so', async () => {
    const satchel = await startSatchel();
    satchel.vault.isUnavailable = true;
    await expect(pasted(satchel)).rejects.toMatchObject({ code: 'keychainUnavailable' });
    expect(satchel.services.accounts.state().accounts).toEqual([]);
    expect(await satchel.services.signIn.keepForThisRun()).toEqual({ accountId: userId, wasKnown: false });
    expect(account(satchel)).toMatchObject({ signIn: 'thisRun', canEdit: true });
  });

  it('asking again for every account of a run in which the person does without it', async () => {
    const satchel = await startSatchel();
    satchel.vault.isUnavailable = true;
    await pasted(satchel).catch(() => undefined);
    await satchel.services.signIn.keepForThisRun();
    await expect(pasted(satchel, sessionOf(satchel, richAccount.userId))).resolves.toMatchObject({
      accountId: richAccount.userId,
    });
  });

  it('unlocking it of no use: the session would have to be pasted again', async () => {
    const satchel = await startSatchel();
    satchel.vault.isUnavailable = true;
    await pasted(satchel).catch(() => undefined);
    await expect(satchel.services.signIn.retryKeychain()).rejects.toMatchObject({
      code: 'keychainUnavailable',
    });
    satchel.vault.isUnavailable = false;
    await expect(satchel.services.signIn.retryKeychain()).resolves.toMatchObject({ accountId: userId });
    expect(account(satchel).signIn).toBe('kept');
  });

  it('a session given up kept in memory all the same', async () => {
    const satchel = await startSatchel();
    satchel.vault.isUnavailable = true;
    await pasted(satchel).catch(() => undefined);
    satchel.services.signIn.cancel();
    await expect(satchel.services.signIn.keepForThisRun()).rejects.toThrow(
      expect.objectContaining({ code: 'cancelled' }),
    );
  });
});
