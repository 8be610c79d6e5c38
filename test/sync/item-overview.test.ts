import { expect, describe, it } from 'vitest';
import { hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';
import { generateAccount } from '../../electron/demo/account.ts';
import { refreshOverview } from '../../electron/sync/item-overview.ts';
import type { ItemRef } from '../../shared/items.ts';
import { faults } from '../support/roblox-faults.ts';
import { startSatchel } from '../support/services.ts';

const hats = 'own/AssetType/8/';
const { userId } = richAccount;
const hat: ItemRef = { type: 'Asset', id: richAccount.inventory.assetOfType(8, 0) ?? 0 };
const strange: ItemRef = { type: 'Asset', id: richAccount.catalogue.assetId(8, 999_999) };
const perItem = /\/items\//;
// Ten that are one and the same but for their names: what one owns, all do.
const twins = Array.from({ length: 10 }, (_, index) =>
  generateAccount({ userId: 9_000_000_000_000_100 + index, name: `Twin${index}`, seed: 5, itemCount: 120 }),
);

async function start(accounts = [richAccount, smallAccount], reads = [userId]) {
  const satchel = await startSatchel({
    roblox: { limitFactor: 100, accounts: [...accounts, hiddenAccount] },
  });
  const { following, refresh, library, client, book, isDemo } = satchel.services;
  for (const account of accounts) await following.follow(String(account.userId));
  for (const id of reads) {
    await refresh.categories(id, false);
    await refresh.items(id, hats, false);
  }
  satchel.server.clear();
  let now = Date.now() + 24 * 3_600_000;
  const options = { library, client, book, isDemo, now: () => now };
  const ask = (item: ItemRef, onScreen: number | null = null) => refreshOverview(options, item, onScreen);
  const passMinutes = (minutes: number) => void (now += minutes * 60_000);
  const askedOf = () =>
    new Set(satchel.server.requestsTo(perItem).map(({ path }) => Number(/users\/(\d+)/.exec(path)?.[1])));
  return { ...satchel, library, following, ask, passMinutes, askedOf };
}

describe('the page of an item', () => {
  it('its owner not asked, others asked, or both asked again a moment later', async () => {
    const { ask, askedOf, server, passMinutes, library } = await start();
    const saved = library.overviews.read(hat);
    const { accounts, item } = await ask(hat);
    expect((await saved).item.name).toBe(item.name);
    expect([...askedOf()]).toEqual([userId]);
    expect(accounts.map(({ standing }) => standing)).toEqual(['owned', 'unknown']);
    expect(accounts[0]?.instances).toHaveLength(richAccount.inventory.copiesOf(hat.id).length);
    const asked = server.requests.length;
    await ask(hat);
    expect(server.requests).toHaveLength(asked);
    passMinutes(11);
    await ask(hat);
    expect(server.requests.length).toBeGreaterThan(asked);
  });

  it('many owners asked all at once, or the same few each time', async () => {
    const owned: ItemRef = { type: 'Asset', id: twins[0]?.inventory.assetOfType(8, 0) ?? 0 };
    const { ask, askedOf, server, passMinutes } = await start(
      twins,
      twins.map((twin) => twin.userId),
    );
    let underWay = 0;
    let most = 0;
    server.fail(perItem, async ({ answer, outgoing }) => {
      most = Math.max(most, (underWay += 1));
      const response = await answer();
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= 1;
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(await response.text());
    });
    await ask(owned);
    const first = askedOf();
    expect(first.size).toBe(6);
    // Each is asked for its copies and whether it owns any.
    expect(most).toBeLessThanOrEqual(6);
    passMinutes(5);
    await ask(owned);
    expect(askedOf().size).toBe(10);
  });

  it('an item that nobody owns asked of everybody, or of nobody', async () => {
    const { ask, askedOf, library } = await start();
    expect((await library.overviews.read(strange)).isKnown).toBe(false);
    const { accounts, isKnown } = await ask(strange, smallAccount.userId);
    expect([...askedOf()]).toEqual([smallAccount.userId]);
    expect(accounts.map(({ standing }) => standing)).toEqual(['unknown', 'notOwned']);
    expect(isKnown).toBe(true);
  });

  it('an id that Roblox does not know taken for an item, or why not left unsaid', async () => {
    const { ask } = await start();
    const { accounts, isKnown } = await ask({ type: 'Asset', id: 12 }, userId);
    expect(isKnown).toBe(false);
    expect(accounts.map(({ error }) => error?.code)).toEqual(['assetNotFound', undefined]);
  });

  it('one account that cannot be asked spoiling what is known of it, or of the others', async () => {
    const owned: ItemRef = { type: 'Asset', id: twins[0]?.inventory.assetOfType(8, 0) ?? 0 };
    const [one, other] = [twins[0]?.userId ?? 0, twins[1]?.userId ?? 0];
    const { ask, server, library } = await start(twins.slice(0, 2), [one, other]);
    const before = (await library.overviews.read(owned)).accounts;
    server.fail(`/inventory/v1/users/${one}/items/`, faults.tooManyRequests(60));
    const { accounts } = await ask(owned);
    expect(accounts.map(({ error }) => error?.code)).toEqual(['rateLimited', undefined]);
    expect(accounts[0]).toMatchObject({ standing: 'owned', instances: before[0]?.instances });
    expect(accounts[1]?.asOf).toBeGreaterThan(before[1]?.asOf ?? Infinity);
  });

  it('an archived account, or one that hides its inventory, asked or said to have failed', async () => {
    const { ask, askedOf, services, library, following } = await start();
    await following.follow(String(hiddenAccount.userId));
    await services.refresh.categories(hiddenAccount.userId, false).catch(() => undefined);
    await services.refresh.items(hiddenAccount.userId, hats, false).catch(() => undefined);
    await library.details.saveAnswer(hiddenAccount.userId, strange, true, [], 1);
    await services.accounts.signOut(userId, { atRoblox: false, library: 'archive' });
    const before = askedOf().size;
    const [archived] = (await ask(hat)).accounts;
    expect(archived).toMatchObject({ accountId: userId, standing: 'owned', error: null });
    const hidden = (await ask(strange)).accounts.find((one) => one.accountId === hiddenAccount.userId);
    expect(hidden).toMatchObject({ standing: 'owned', error: null });
    expect(askedOf().size).toBe(before);
  });
});
