import { describe, expect, it, onTestFinished } from 'vitest';
import { smallAccount } from '../../electron/demo/demo-accounts.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { users } from '../../electron/roblox/users.ts';
import { clientAtServer, signedInAtServer as signedIn } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';
import { startRobloxServer } from '../support/roblox-server.ts';

const userId = smallAccount.userId;
const signedOut = { accountId: userId };
const categoriesPath = `/inventory/v1/users/${userId}/categories`;
const collections = '/inventory/v1/collections/items/';

describe('what arrives instead of an answer', () => {
  it.each([
    ['a truncated body', faults.truncated(), 'answerMalformed'],
    ['HTML', faults.html(), 'answerMalformed'],
    ['nothing', faults.empty(), 'answerMalformed'],
    ['another type', faults.wrongType(), 'answerMalformed'],
    ['half of JSON', faults.notJson(), 'answerMalformed'],
    ['more than 16 MiB', faults.oversized(), 'answerTooLarge'],
    ['a redirect elsewhere', faults.redirect('http://127.0.0.1:9/'), 'redirectRefused'],
    ['a lost connection', faults.reset(), 'unreachable'],
    ['a server error', faults.status(503), 'robloxFailed'],
    ['HTML with a server error', faults.html(502), 'robloxFailed'],
  ])('%s becoming data, or a crash', async (_what, fault, code) => {
    const { client, server } = await clientAtServer();
    server.fail(categoriesPath, fault);
    await expect(client.call(inventory.getCategories, { userId }, signedOut)).rejects.toMatchObject({ code });
  });

  it.each([
    ['no answer at all', faults.silent()],
    ['an answer that only drips', faults.drip(100)],
  ])('%s waited for without end', async (_what, fault) => {
    const { client, server } = await clientAtServer({ timeoutMs: 400 });
    server.fail(categoriesPath, fault);
    const call = client.call(inventory.getCategories, { userId }, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'timedOut' });
  });

  it('nobody there told apart from a slow answer', async () => {
    const { client, server } = await clientAtServer();
    await server.close();
    const call = client.call(inventory.getCategories, { userId }, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('a redirect followed, with the session', async () => {
    const elsewhere = await startRobloxServer();
    onTestFinished(() => elsewhere.close());
    const { client, server, target } = await signedIn();
    server.fail('/', faults.redirect(`${elsewhere.origin}/inventory/v1/x`, 307));
    const call = client.call(inventory.addCollectionItem, target, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'redirectRefused' });
    expect(elsewhere.requests).toEqual([]);
  });

  it('a passing failure of a GET ending in an error instead of a second try', async () => {
    const { client, server } = await clientAtServer();
    server.fail(categoriesPath, faults.status(503), 1);
    server.fail(categoriesPath, faults.reset(), 1);
    const answer = await client.call(inventory.getCategories, { userId }, signedOut);
    expect(answer.categories.length).toBeGreaterThan(0);
    expect(server.requestsTo(categoriesPath)).toHaveLength(3);
  });

  it('a change sent twice when its answer is lost', async () => {
    const { client, server, target } = await signedIn();
    await client.call(inventory.addCollectionItem, target, signedOut).catch(() => undefined);
    server.clear();
    server.fail(collections, faults.lostAnswer());
    const call = client.call(inventory.removeCollectionItem, target, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.requestsTo(collections)).toHaveLength(1);
  });

  it('a call that was given up going on', async () => {
    const { client, server } = await clientAtServer();
    server.fail(categoriesPath, faults.silent());
    const controller = new AbortController();
    const call = client.call(
      inventory.getCategories,
      { userId },
      { ...signedOut, signal: controller.signal },
    );
    setTimeout(() => controller.abort(), 50);
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('rate limits', () => {
  it.each([
    ['seconds', faults.tooManyRequests(30), 30_000],
    ['a date', faults.tooManyRequests(new Date(Date.now() + 30_000)), 30_000],
    ['nothing', faults.tooManyRequests(), 60_000],
  ])('asking again while a 429 that gives %s is in force', async (_what, fault, closedForMs) => {
    const { client, server } = await clientAtServer();
    server.fail(categoriesPath, fault, 1);
    const error: unknown = await client
      .call(inventory.getCategories, { userId }, signedOut)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rateLimited', facts: { status: 429 } });
    const { retryAt } = (error as { facts: { retryAt: number } }).facts;
    expect(Math.abs(retryAt - Date.now() - closedForMs)).toBeLessThan(5000);
    const again = client.call(inventory.getCategories, { userId }, signedOut);
    await expect(again).rejects.toMatchObject({ code: 'rateLimited', facts: { retryAt } });
    expect(server.requestsTo(categoriesPath)).toHaveLength(1);
  });

  it('more than four requests of one account, or eight in all, in flight', async () => {
    const { client, server } = await clientAtServer();
    server.fail('/users/v1/users/', faults.drip(1));
    let most = 0;
    let inFlight = 0;
    const counting = [1, 2, 3].flatMap((account) =>
      Array.from({ length: 8 }, async () => {
        await client.call(users.getUser, { userId }, { accountId: account });
      }),
    );
    const watch = setInterval(() => {
      inFlight = server.requests.length - finished;
      most = Math.max(most, inFlight);
    }, 1);
    let finished = 0;
    await Promise.all(counting.map((call) => call.then(() => (finished += 1))));
    clearInterval(watch);
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(8);
  });
});

describe('working offline', () => {
  it('a request leaving the computer', async () => {
    const { client, server } = await clientAtServer({ isOffline: () => true });
    const call = client.call(inventory.getCategories, { userId }, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'workingOffline' });
    const image = client.image(`${server.origin}/rbxcdn/a.png`, signedOut);
    await expect(image).rejects.toMatchObject({ code: 'workingOffline' });
    expect(server.requests).toEqual([]);
  });
});

describe('the ledger', () => {
  it('not counting each request on the wire, resends included', async () => {
    const { client, ledger, target } = await signedIn();
    await client.call(inventory.addCollectionItem, target, signedOut);
    const entry = ledger.list().find(({ name }) => name === 'addCollectionItem');
    expect(entry).toMatchObject({ service: 'inventory', method: 'POST', calls: 2, lastStatus: 200 });
  });

  it('holding anything of an account', async () => {
    const { client, ledger, server, target } = await signedIn();
    await client.call(inventory.addCollectionItem, target, signedOut);
    const text = JSON.stringify(ledger.list());
    expect(text).not.toContain(String(userId));
    expect(text).not.toContain(server.demo.sessionOf(userId));
  });
});

describe('parameters', () => {
  it.each([
    ['an id beyond 2^53 rounded', { userId: 2 ** 53 }, 'idNotSafe'],
    ['a negative id sent', { userId: -1 }, 'idNotSafe'],
    ['half an id sent', { userId: 1.5 }, 'idNotSafe'],
    ['text sent for an id', { userId: '1/../2' }, 'idNotSafe'],
  ])('%s', async (_bug, params, code) => {
    const { client, server } = await clientAtServer();
    const call = client.call(inventory.getCategories, params as { userId: number }, { accountId: null });
    await expect(call).rejects.toMatchObject({ code });
    expect(server.requests).toEqual([]);
  });

  it('a parameter Roblox does not know going along unseen', async () => {
    const { client } = await clientAtServer();
    const params = { userId, more: 1 } as { userId: number };
    await expect(client.call(inventory.getCategories, params, signedOut)).rejects.toMatchObject({
      code: 'inputInvalid',
    });
  });
});
