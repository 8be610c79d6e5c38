import { expect, it } from 'vitest';
import { createDemoRoblox, type DemoRobloxOptions } from '../../electron/demo/demo-roblox.ts';
import { richAccount } from '../../electron/demo/demo-accounts.ts';
import { inventory } from '../../electron/roblox/inventory.ts';
import { ask } from '../support/roblox-ask.ts';

const { userId } = richAccount;
// A full minute by the clock: windows are aligned to it.
const minute = 29_833_333 * 60_000;

it('tells its limit, what is left and when it resets: a client cannot learn limits from headers that are not there', async () => {
  const { fetch, sessionOf } = demoWith({ now: () => minute + 15_000 });
  const params = { userId, assetTypeId: 8 };
  await ask(fetch, inventory.getInventoryByType, params);
  const second = await ask(fetch, inventory.getInventoryByType, params);
  expect(Object.fromEntries(second.headers)).toMatchObject({
    'x-ratelimit-limit': '50, 50;w=60',
    'x-ratelimit-remaining': '48',
    'x-ratelimit-reset': '45',
  });
  const signedIn = await ask(fetch, inventory.getInventoryByType, params, { session: sessionOf(userId) });
  expect(signedIn.headers.get('x-ratelimit-limit')).toBe('450, 450;w=60');
});

it('tells its limit with a refusal too', async () => {
  const { fetch } = demoWith({});
  const refused = await ask(fetch, inventory.getInventoryByType, { userId, assetTypeId: 21 });
  expect(refused.refusal).toBe('400:2');
  expect(refused.headers.get('x-ratelimit-limit')).toBe('50, 50;w=60');
});

it('refuses what is over the limit, with a time to come back only sometimes, until the minute is over', async () => {
  let now = minute;
  const { fetch } = demoWith({ now: () => now, areLimitsEnforced: true });
  const view = () => ask(fetch, inventory.canViewInventory, { userId });
  expect((await view()).status).toBe(200);
  const first = await view();
  const second = await view();
  expect([first.refusal, second.refusal]).toEqual(['429:0', '429:0']);
  expect([first.headers.get('retry-after'), second.headers.get('retry-after')]).toEqual(['60', null]);
  now += 60_000;
  expect((await view()).status).toBe(200);
});

it('counts endpoints and accounts apart: one account’s haste must not slow another', async () => {
  const { fetch, sessionOf } = demoWith({ areLimitsEnforced: true, now: () => minute });
  await ask(fetch, inventory.canViewInventory, { userId });
  expect((await ask(fetch, inventory.canViewInventory, { userId })).refusal).toBe('429:0');
  expect(
    (await ask(fetch, inventory.canViewInventory, { userId }, { session: sessionOf(userId) })).status,
  ).toBe(200);
  expect((await ask(fetch, inventory.getCategories, { userId })).status).toBe(200);
});

it('refuses nothing unless told to, and takes other limits', async () => {
  const { fetch } = demoWith({ signedOutCanViewPerMinute: 3 });
  for (let call = 0; call < 5; call++) {
    const answer = await ask(fetch, inventory.canViewInventory, { userId });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('3, 3;w=60');
  }
  const generous = await ask(demoWith({ limitFactor: 10 }).fetch, inventory.getCollectibles, { userId });
  expect(generous.headers.get('x-ratelimit-limit')).toBe('600, 600;w=60');
});

function demoWith(options: Partial<DemoRobloxOptions>) {
  return createDemoRoblox({ imageOrigin: 'https://tr.rbxcdn.com', ...options });
}
