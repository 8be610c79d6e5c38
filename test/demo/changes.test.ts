import { beforeEach, describe, expect, it } from 'vitest';
import { createDemoRoblox, type DemoRoblox } from '../../electron/demo/demo-roblox.ts';
import { richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import type { Endpoint } from '../../electron/roblox/endpoint.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { showcases } from '../../electron/roblox/showcases.ts';
import { users } from '../../electron/roblox/users.ts';
import { ask, type Answer } from '../support/roblox-ask.ts';

const { userId } = richAccount;
const hat = { itemType: 'Asset', itemTargetId: newest(11) };
const place = { itemType: 'Asset', itemTargetId: newest(9) };

let now: number;
let demo: DemoRoblox;
let session: string;
let token: string | undefined;

beforeEach(() => {
  now = 1_790_000_000_000;
  start();
});

function start(options: { collectionReadLag?: number } = {}): void {
  demo = createDemoRoblox({
    imageOrigin: 'https://tr.rbxcdn.com',
    now: () => now,
    csrfLifetimeMs: 60_000,
    ...options,
  });
  session = demo.sessionOf(userId) ?? '';
  token = undefined;
}

describe('the profile collection', () => {
  it('keeps what was added and lacks what was removed, for every reader', async () => {
    await change(inventory.addCollectionItem);
    expect(await shownIds()).toContain(hat.itemTargetId);
    expect((await change(inventory.addCollectionItem)).refusal).toBe('403:7');
    await change(inventory.removeCollectionItem);
    expect(await shownIds()).not.toContain(hat.itemTargetId);
    expect((await change(inventory.removeCollectionItem)).refusal).toBe('403:8');
  });

  it('forgets everything with the demo, so that one run cannot spoil the next', async () => {
    const before = await shownIds();
    await change(inventory.addCollectionItem);
    start();
    expect(await shownIds()).toEqual(before);
  });

  it('lets reads lag behind a change for as many reads as asked, and no longer', async () => {
    start({ collectionReadLag: 2 });
    await shownIds();
    await change(inventory.addCollectionItem);
    expect(await shownIds()).not.toContain(hat.itemTargetId);
    expect(await shownIds()).not.toContain(hat.itemTargetId);
    expect(await shownIds()).toContain(hat.itemTargetId);
  });

  it('takes a place and does not list it: it shows elsewhere on the profile', async () => {
    await change(inventory.addCollectionItem, place);
    expect((await change(inventory.addCollectionItem, place)).refusal).toBe('403:7');
    expect(await shownIds()).not.toContain(place.itemTargetId);
  });

  it('is each account’s own', async () => {
    await change(inventory.addCollectionItem);
    expect(await shownIds(smallAccount.userId)).not.toContain(hat.itemTargetId);
  });
});

describe('tokens and sessions', () => {
  it('refuse a change without a token, hand one out, and take it: the CSRF resend would otherwise go untested', async () => {
    const refused = await ask(demo.fetch, inventory.addCollectionItem, hat, { session });
    expect(refused.refusal).toBe('403:0');
    const given = refused.headers.get('x-csrf-token') ?? '';
    expect(given).not.toBe('');
    expect((await ask(demo.fetch, inventory.addCollectionItem, hat, { session, token: given })).body).toEqual(
      {},
    );
  });

  it('refuse a token that has had its time, or is another account’s', async () => {
    await change(inventory.addCollectionItem);
    now += 60_000;
    const late = await ask(demo.fetch, inventory.removeCollectionItem, hat, { session, token });
    expect(late.refusal).toBe('403:0');
    const other = demo.sessionOf(smallAccount.userId);
    const borrowed = { session: other, token: late.headers.get('x-csrf-token') ?? undefined };
    expect((await ask(demo.fetch, inventory.removeCollectionItem, hat, borrowed)).refusal).toBe('403:0');
  });

  it('take no cookie but their own', async () => {
    expect((await ask(demo.fetch, users.getAuthenticated, {}, { session: `${session}x` })).refusal).toBe(
      '401:0',
    );
    expect((await ask(demo.fetch, users.getAuthenticated, {}, { session })).status).toBe(200);
  });

  it('look like Roblox’s, so that whatever redacts or recognises a session meets the real form', () => {
    expect(session).toMatch(/^_\|WARNING:-DO-NOT-SHARE-THIS\.--.*\|_[0-9A-F]{64}$/);
    expect(demo.sessionOf(userId)).toBe(session);
  });

  it('end with signing out, after which there is a new one', async () => {
    const logout = (csrf: string) =>
      demo.fetch(
        new Request('https://auth.roblox.com/v2/logout', {
          method: 'POST',
          headers: { cookie: `.ROBLOSECURITY=${session}`, 'x-csrf-token': csrf },
        }),
      );
    const refused = await logout('');
    expect(refused.status).toBe(403);
    expect((await logout(refused.headers.get('x-csrf-token') ?? '')).status).toBe(200);
    expect((await ask(demo.fetch, users.getAuthenticated, {}, { session })).refusal).toBe('401:0');
    expect(demo.sessionOf(userId)).not.toBe(session);
  });
});

async function change(endpoint: Endpoint, item: Record<string, unknown> = hat): Promise<Answer<Endpoint>> {
  const answer = await ask(demo.fetch, endpoint, item, { session, token });
  if (answer.refusal !== '403:0') return answer;
  token = answer.headers.get('x-csrf-token') ?? undefined;
  return ask(demo.fetch, endpoint, item, { session, token });
}

async function shownIds(owner = userId): Promise<number[]> {
  const { data } = (await ask(demo.fetch, showcases.getProfileCollection, { userId: owner })).read();
  return data.map(({ id }) => id);
}

function newest(assetType: number): number {
  const number = richAccount.inventory.copiesByType.get(assetType)?.at(-1) ?? 0;
  return richAccount.inventory.copy(number).asset.id;
}
