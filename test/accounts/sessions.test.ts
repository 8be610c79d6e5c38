import { describe, expect, it } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { faults, type Fault } from '../support/roblox-faults.ts';
import { startSatchel, type Satchel } from '../support/services.ts';

const { userId } = smallAccount;
const other = richAccount.userId;
const categories = /\/categories$/;
const changes = '/inventory/v1/collections/items/';
const rotation = (value: string) =>
  faults.withHeaders({ 'set-cookie': `.ROBLOSECURITY=${value}; domain=.roblox.com; path=/; HttpOnly` });

async function signedIn(...accountIds: number[]): Promise<Satchel> {
  const satchel = await startSatchel();
  for (const id of accountIds) {
    satchel.clipboard.text = satchel.server.demo.sessionOf(id) ?? '';
    await satchel.services.signIn.paste();
  }
  satchel.server.clear();
  return satchel;
}

const ask = (services: Satchel['services'], accountId = userId) =>
  services.client.call(inventory.getCategories, { userId: accountId }, { accountId });

const addOne = ({ client }: Satchel['services']) =>
  client.call(inventory.addCollectionItem, { itemType: 'Asset', itemTargetId: 1 }, { accountId: userId });

describe('a restart', () => {
  it('asking to sign in again, or sending the session without its warning', async () => {
    const satchel = await signedIn(userId);
    const services = await satchel.restart();
    expect(services.accounts.find(userId)).toMatchObject({ kind: 'signedIn', signIn: 'kept', canEdit: true });
    await ask(services);
    expect(satchel.server.requests.at(-1)?.session).toBe(satchel.server.demo.sessionOf(userId));
  });

  it.each([
    ['removed', null, 'keychainEntryMissing'],
    ['emptied', '', 'keychainEntryDamaged'],
    ['changed by hand', 'not a session; really', 'keychainEntryDamaged'],
  ])('an entry that was %s hiding the others, or sent', async (_how, entry, reason) => {
    const satchel = await signedIn(userId, other);
    if (entry === null) satchel.vault.entries.delete(userId);
    else satchel.vault.entries.set(userId, entry);
    const services = await satchel.restart();
    expect(services.accounts.find(userId)).toMatchObject({ signIn: 'needed', signInReason: reason });
    expect(services.accounts.find(other)).toMatchObject({ signIn: 'kept' });
    await expect(ask(services)).rejects.toMatchObject({ code: reason });
    expect(satchel.server.requests).toEqual([]);
  });

  it('a locked keychain losing the accounts, or no way back after unlocking it', async () => {
    const satchel = await signedIn(userId);
    satchel.vault.isUnavailable = true;
    const services = await satchel.restart();
    expect(services.accounts.find(userId).signInReason).toBe('keychainUnavailable');
    satchel.vault.isUnavailable = false;
    await services.reopenKeychain();
    expect(services.accounts.find(userId)).toMatchObject({ signIn: 'kept', canEdit: true });
  });

  it('an account Roblox refused tried again with its dead session', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(categories, faults.sessionEnded(), 1);
    await ask(satchel.services).catch(() => undefined);
    const services = await satchel.restart();
    expect(services.accounts.find(userId)).toMatchObject({ signIn: 'needed', signInReason: 'sessionEnded' });
  });
});

describe('a session Roblox refuses', () => {
  it('further requests going out with it, or the library lost', async () => {
    const satchel = await signedIn(userId);
    await satchel.services.refresh.categories(userId, false);
    satchel.server.fail(categories, faults.sessionEnded(9002), 1);
    await expect(ask(satchel.services)).rejects.toMatchObject({ code: 'sessionEnded' });
    satchel.server.clear();
    await expect(ask(satchel.services)).rejects.toMatchObject({ code: 'sessionEnded' });
    expect(satchel.server.requests).toEqual([]);
    expect((await satchel.services.library.categories.tree(userId)).own).not.toEqual([]);
  });

  it('a second step Roblox wants ending the session', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(categories, faults.challenge(), 1);
    await expect(ask(satchel.services)).rejects.toMatchObject({ code: 'challengeRequired' });
    expect(satchel.services.accounts.find(userId).signIn).toBe('kept');
  });

  it('a second step Roblox wants for a change forgotten by a restart, or taken for the end of the session', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(changes, faults.challenge());
    await satchel.services.outbox.accept(userId, 'in', [{ type: 'Asset', id: 1 }]);
    const wanted = { signIn: 'needed', signInReason: 'challengeRequired' };
    await expect.poll(() => satchel.services.accounts.find(userId)).toMatchObject(wanted);
    await satchel.services.close();
    satchel.server.clear();
    const services = await satchel.restart();
    expect(services.accounts.find(userId)).toMatchObject(wanted);
    await ask(services);
    expect(satchel.server.requestsTo(changes)).toEqual([]);
    expect(await services.outbox.pending(userId)).toBe(1);
  });

  it('a second step that an earlier sign-in was asked for stopping the new one', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(
      changes,
      async (exchange) => {
        satchel.clipboard.text = satchel.server.demo.sessionOf(userId) ?? '';
        await satchel.services.signIn.paste();
        await faults.challenge()(exchange);
      },
      1,
    );
    await addOne(satchel.services).catch(() => undefined);
    expect(satchel.services.accounts.find(userId).signIn).toBe('kept');
  });

  it('the answer to a request of an earlier sign-in ending the new one', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(
      categories,
      async (exchange) => {
        satchel.clipboard.text = satchel.server.demo.sessionOf(userId) ?? '';
        await satchel.services.signIn.paste();
        await faults.sessionEnded()(exchange);
      },
      1,
    );
    await ask(satchel.services).catch(() => undefined);
    expect(satchel.services.accounts.find(userId).signIn).toBe('kept');
  });
});

describe('a session Roblox rotates', () => {
  it('the new value used before the keychain has it, or not at all', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(categories, rotation('rotated-1'), 1);
    await ask(satchel.services);
    expect(satchel.vault.entries.get(userId)).toBe('rotated-1');
    const services = await satchel.restart();
    await ask(services).catch(() => undefined);
    expect(satchel.server.requests.at(-1)?.session).toBe('rotated-1');
  });

  it('an answer handed on before the keychain has the new value: a crash then would lose the session', async () => {
    const satchel = await signedIn(userId);
    satchel.server.fail(categories, rotation('rotated-1'), 1);
    const seen: (string | undefined)[] = [];
    await ask(satchel.services).then(() => seen.push(satchel.vault.entries.get(userId)));
    expect(seen).toEqual(['rotated-1']);
  });

  it('the new value lost because the keychain fails just then', async () => {
    const satchel = await signedIn(userId);
    satchel.vault.isUnavailable = true;
    satchel.server.fail(categories, rotation('rotated-1'), 1);
    await ask(satchel.services);
    expect(satchel.services.accounts.find(userId)).toMatchObject({ signIn: 'thisRun', canEdit: true });
    await ask(satchel.services).catch(() => undefined);
    expect(satchel.server.requests.at(-1)?.session).toBe('rotated-1');
  });

  it('a value that comes after signing out bringing the account back into the keychain', async () => {
    const satchel = await signedIn(userId);
    const { promise: isAnswered, resolve: answered } = Promise.withResolvers<undefined>();
    const signOutAndRotate: Fault = async (exchange) => {
      await satchel.services.accounts.signOut(userId, { atRoblox: false, library: 'delete' });
      await rotation('too-late')(exchange);
      answered(undefined);
    };
    satchel.server.fail(categories, signOutAndRotate, 1);
    await expect(ask(satchel.services)).rejects.toMatchObject({ code: 'cancelled' });
    await isAnswered;
    expect(satchel.vault.entries.size).toBe(0);
  });

  it('a request that was under way with the old value ending the new one', async () => {
    const satchel = await signedIn(userId);
    const rotated = satchel.server.signIn(userId);
    satchel.server.fail(/\/favorites/, rotation(rotated), 1);
    const { client } = satchel.services;
    satchel.server.fail(
      categories,
      async (exchange) => {
        await client.call(inventory.getFavoriteCategories, { userId }, { accountId: userId });
        await faults.sessionEnded()(exchange);
      },
      1,
    );
    await ask(satchel.services);
    expect(satchel.server.requests.at(-1)?.session).toBe(rotated);
    expect(satchel.services.accounts.find(userId).signIn).toBe('kept');
  });

  it('a value that would break the cookie header stored', async () => {
    const satchel = await signedIn(userId);
    const before = satchel.vault.entries.get(userId);
    satchel.server.fail(categories, rotation('two words'), 1);
    await ask(satchel.services);
    expect(satchel.vault.entries.get(userId)).toBe(before);
  });
});
