import { describe, expect, it } from 'vitest';
import { generateAccount, type DemoAccount } from '../../electron/demo/account.ts';
import { demoAccounts, hiddenAccount, richAccount, smallAccount } from '../../electron/demo/demo-accounts.ts';

const plan = { userId: 9_000_000_000_000_321, name: 'Walker', seed: 5, itemCount: 2_000 };

describe('generateAccount', () => {
  it('makes the same account twice: a demo that differs from run to run cannot be tested or talked about', () => {
    expect(rowsOf(generateAccount(plan))).toEqual(rowsOf(generateAccount(plan)));
  });

  it('makes another account of another seed: two demo accounts must not be twins', () => {
    expect(rowsOf(generateAccount({ ...plan, seed: 6 }))).not.toEqual(rowsOf(generateAccount(plan)));
  });

  it('agrees about an item two accounts own: catalogue facts are shared, so one would rename the other’s', () => {
    const names = new Map<number, string>();
    let shared = 0;
    for (const account of demoAccounts) {
      for (const { id, name } of rowsOf(account)) {
        if (names.has(id)) shared++;
        expect(names.get(id) ?? name).toBe(name);
        names.set(id, name);
      }
    }
    expect(shared).toBeGreaterThan(50);
  });

  it('gives every copy an id of its own: two accounts with the same userAssetId would mix up their copies', () => {
    const copies = demoAccounts.flatMap((account) => rowsOf(account).map(({ userAssetId }) => userAssetId));
    expect(new Set(copies).size).toBe(copies.length);
  });

  it('stays clear of real ids and below 2^53: a demo item would otherwise overwrite a real one in the cache', () => {
    for (const account of demoAccounts) {
      const { inventory } = account;
      const ids = [
        ...rowsOf(account).flatMap(({ id, userAssetId }) => [id, userAssetId]),
        ...inventory.bundles.flat().map(({ id }) => id),
        ...inventory.badges.map(({ id }) => id),
        ...inventory.gamePasses,
        ...Object.values(inventory.places).flatMap((places) =>
          places.flatMap(({ placeId, universeId, creator }) => [placeId, universeId ?? placeId, creator.id]),
        ),
      ];
      expect(Math.min(...ids)).toBeGreaterThan(8_000_000_000_000_000);
      expect(Math.max(...ids)).toBeLessThan(2 ** 53);
      expect(account.userId).toBeGreaterThan(9_000_000_000_000_000);
    }
  });

  it('takes another range of ids: tests of rounding need ids near 2^53 and near 1', () => {
    const account = generateAccount({ ...plan, idBase: 1_000 });
    expect(Math.min(...rowsOf(account).map(({ id }) => id))).toBeLessThan(1_000_000_000_000);
  });

  it('refuses a plan whose parts exceed the whole, instead of making fewer items than promised', () => {
    const account = generateAccount({ ...plan, itemCount: 10, badgeCount: 11 });
    expect(() => account.inventory).toThrow(RangeError);
  });

  it('makes 12,000 copies fast enough for a click and 100,000 for a test', () => {
    // Far above what it takes, so that only a change of order of growth turns this red.
    expect(secondsFor(12_000)).toBeLessThan(0.5);
    expect(secondsFor(100_000)).toBeLessThan(2);
  });
});

describe('the demo accounts', () => {
  it('hold names fit to look at: thousands of different ones, none of them blank', () => {
    const names = rowsOf(richAccount).map(({ name }) => name);
    expect(new Set(names).size).toBeGreaterThan(7_000);
    expect(names.every((name) => name.trim() !== '')).toBe(true);
    expect(names.some((name) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name))).toBe(true);
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    expect(names.some((name) => name.length > 60)).toBe(true);
    expect(names.some((name) => /^[=+@-]/.test(name))).toBe(true);
  });

  it('own some items more than once: a view that counts items instead of copies would otherwise look right', () => {
    const rows = rowsOf(richAccount);
    expect(new Set(rows.map(({ id }) => id)).size).toBeLessThan(rows.length - 1_000);
  });

  it('own no item more than six times: nobody believes a collection of ×31', () => {
    const copies = Map.groupBy(rowsOf(richAccount), ({ id }) => id);
    expect(Math.max(...[...copies.values()].map((rows) => rows.length))).toBe(6);
  });

  it('show what they own: a profile collection of things nobody owns would not survive a refresh', () => {
    expect(richAccount.inventory.shown).toHaveLength(7);
    for (const account of [richAccount, smallAccount]) {
      expect(account.inventory.shown.filter((key) => !account.inventory.owns(key))).toEqual([]);
    }
    expect(richAccount.inventory.shown.some((key) => key.startsWith('Bundle/'))).toBe(true);
  });

  it('have a hidden one without a session', () => {
    expect(hiddenAccount).toMatchObject({ isHidden: true, hasSession: false });
  });
});

function rowsOf({
  inventory,
}: DemoAccount): { id: number; userAssetId: number; name: string; acquiredAt: number }[] {
  return [...inventory.copiesByType.values()].flat().map((number) => {
    const { asset, userAssetId, name, acquiredAt } = inventory.copy(number);
    return { id: asset.id, userAssetId, name, acquiredAt };
  });
}

function secondsFor(itemCount: number): number {
  const start = performance.now();
  const account = generateAccount({
    userId: 9_000_000_000_000_400,
    name: 'Timed',
    seed: itemCount,
    itemCount,
  });
  expect(account.inventory.collectibles.length).toBeGreaterThan(0);
  return (performance.now() - start) / 1000;
}
