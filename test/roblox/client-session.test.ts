import { describe, expect, it, onTestFinished } from 'vitest';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { signedInAtServer as signedIn } from '../support/roblox-client.ts';
import { faults } from '../support/roblox-faults.ts';
import { startRobloxServer } from '../support/roblox-server.ts';

const userId = smallAccount.userId;
const signedOut = { accountId: userId };
const categoriesPath = `/inventory/v1/users/${userId}/categories`;
const collections = '/inventory/v1/collections/items/';

describe('CSRF tokens', () => {
  it('not resending once with the token Roblox hands out, or asking for one each time', async () => {
    const { client, server, target } = await signedIn();
    await client.call(inventory.addCollectionItem, target, signedOut);
    await client.call(inventory.removeCollectionItem, target, signedOut);
    const sent = server.requestsTo(collections);
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', {}],
      ['POST', {}],
      ['DELETE', undefined],
    ]);
    expect(sent[0]?.headers['x-csrf-token']).toBeUndefined();
    expect(sent[1]?.headers['x-csrf-token']).toBe(sent[2]?.headers['x-csrf-token']);
  });

  it('giving up when a kept token has been replaced', async () => {
    const { client, server, target } = await signedIn();
    await client.call(inventory.addCollectionItem, target, signedOut);
    server.passTime(3_600_000);
    await expect(client.call(inventory.removeCollectionItem, target, signedOut)).resolves.toEqual({});
  });

  it('resending for ever when no token is ever accepted', async () => {
    const { client, server, target } = await signedIn();
    server.fail(collections, faults.tokenRefused());
    const call = client.call(inventory.addCollectionItem, target, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'tokenRefused', facts: { status: 403, robloxCode: 0 } });
    expect(server.requestsTo(collections)).toHaveLength(2);
  });

  it("one account's token used for another", async () => {
    const { client, server, sessions, target } = await signedIn();
    sessions.hold(richAccount.userId, server.demo.sessionOf(richAccount.userId) ?? '');
    await client.call(inventory.addCollectionItem, target, signedOut);
    server.clear();
    await client
      .call(inventory.addCollectionItem, target, { accountId: richAccount.userId })
      .catch(() => undefined);
    expect(server.requestsTo(collections)[0]?.headers['x-csrf-token']).toBeUndefined();
  });
});

describe('a redirect after a refused token', () => {
  it('followed by the resend, with the session or to another server', async () => {
    const elsewhere = await startRobloxServer();
    onTestFinished(() => elsewhere.close());
    for (const address of [`${elsewhere.origin}/anything`, '/inventory/v1/elsewhere']) {
      const { client, server, target } = await signedIn();
      server.clear();
      server.fail(collections, faults.redirect(address, 307));
      server.fail(collections, faults.tokenRefused(), 1);
      const call = client.call(inventory.addCollectionItem, target, signedOut);
      await expect(call).rejects.toMatchObject({ code: 'redirectRefused' });
      expect(server.requests.map(({ path }) => path.startsWith(collections))).toEqual([true, true]);
    }
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('sessions', () => {
  it('coming back with an answer that arrives after signing out', async () => {
    const { client, server, sessions } = await signedIn();
    server.fail(categoriesPath, async ({ answer, outgoing }) => {
      const response = await answer();
      sessions.remove(userId);
      outgoing.writeHead(200, { 'set-cookie': '.ROBLOSECURITY=late; path=/' }).end(await response.text());
    });
    await client.call(inventory.getCategories, { userId }, signedOut);
    expect(await sessions.read(userId)).toBeUndefined();
  });

  it('an ended session not recognised by either of its codes', async () => {
    for (const code of [0, 9002] as const) {
      const { client, server, target } = await signedIn();
      server.fail(collections, faults.sessionEnded(code));
      const call = client.call(inventory.addCollectionItem, target, signedOut);
      await expect(call).rejects.toMatchObject({
        code: 'sessionEnded',
        facts: { status: 401, robloxCode: code },
      });
    }
  });

  it('a second step taken for a refusal of the token', async () => {
    const { client, server, target } = await signedIn();
    server.fail(collections, faults.challenge());
    const call = client.call(inventory.addCollectionItem, target, signedOut);
    await expect(call).rejects.toMatchObject({ code: 'challengeRequired' });
  });

  it("a session sent with another account's request, or with a picture", async () => {
    const { client, server, target } = await signedIn();
    const session = server.demo.sessionOf(userId);
    server.clear();
    await client.call(inventory.getCategories, { userId }, { accountId: richAccount.userId });
    await client.call(inventory.getCategories, { userId }, { accountId: null });
    expect(server.requests.map((request) => request.session)).toEqual([undefined, undefined]);
    await client.call(inventory.isItemOwned, { userId, ...target }, signedOut);
    expect(server.requests.at(-1)?.session).toBe(session);
    server.clear();
    await client.image(`${server.origin}/rbxcdn/nothing.png`, signedOut).catch(() => undefined);
    expect(server.requests.map((request) => request.session)).toEqual([undefined]);
  });

  it('the old session going out after Roblox has rotated it', async () => {
    const { client, server, sessions } = await signedIn();
    const rotated = { 'set-cookie': '.ROBLOSECURITY=rotated-value; domain=.roblox.com; path=/; HttpOnly' };
    server.fail(categoriesPath, faults.withHeaders(rotated), 1);
    await client.call(inventory.getCategories, { userId }, signedOut);
    expect((await sessions.read(userId))?.value).toBe('rotated-value');
    await client.call(inventory.getCategories, { userId }, signedOut);
    expect(server.requests.at(-1)?.session).toBe('rotated-value');
  });
});
