import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { dayOf } from '../../../shared/days.ts';
import { addAccount } from '../../support/accounts.ts';
import { memoryFolder, openLibrary } from '../../support/library-folder.ts';
import { copyOf, evening, readCopies } from './written-copies.ts';

const accounts = [1, 2];
const today = 40;

/** What an account had on a day, by asset: how many, and what each was worth, null where Roblox did not say. */
type Held = ReadonlyMap<number, { readonly copies: number; readonly price: number | null }>;
/** The plain truth of one account: what the last refresh of each day found. */
type Truth = Map<number, Held>;

const held = fc
  .array(
    fc.record({
      asset: fc.integer({ min: 1, max: 5 }),
      copies: fc.integer({ min: 1, max: 3 }),
      price: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 }),
    }),
    { maxLength: 5 },
  )
  .map((all): Held => new Map(all.map(({ asset, ...rest }) => [asset, rest])));

/** Days come in any order: a clock may be set back and forth. */
const refresh = fc.record({
  account: fc.constantFrom(...accounts),
  day: fc.integer({ min: 0, max: today }),
  held,
});
const question = fc.record({
  scope: fc.constantFrom<(number | 'all')[]>(1, 2, 'all'),
  from: fc.integer({ min: -2, max: today }),
  to: fc.integer({ min: 0, max: today + 2 }),
});

it('totals or movers of any two days of any history that are not what a plain model says', () => {
  const { library } = openLibrary(memoryFolder());
  for (const id of accounts) addAccount(library, id);
  const property = fc.property(
    fc.array(refresh, { maxLength: 12 }),
    fc.array(question),
    (refreshes, asked) => {
      for (const id of accounts) library.collectibleDays.forget(id);
      const truths = new Map<number, Truth>(accounts.map((id) => [id, new Map()]));
      for (const { account, day, held: now } of refreshes) {
        write(library, account, day, now);
        truths.get(account)?.set(day, now);
      }
      expectSameTotals(library, truths);
      for (const one of asked) expectSameMovers(library, truths, one);
    },
  );
  fc.assert(property, { numRuns: 400 });
}, 120_000);

function write(library: Library, account: number, day: number, now: Held): void {
  let instance = 0;
  const copies = [...now].flatMap(([asset, { copies: count, price }]) =>
    Array.from({ length: count }, () => copyOf(asset, ++instance, { recentAveragePrice: price })),
  );
  readCopies(library, account, copies, { at: evening(day) });
}

function expectSameTotals(library: Library, truths: ReadonlyMap<number, Truth>): void {
  const { accounts: kept } = library.collectiblePast.history('all', dayOf(evening(today)));
  const plain = [...truths].flatMap(([accountId, truth]) => {
    const days = [...truth].sort(([one], [other]) => one - other);
    if (days.length === 0) return [];
    return [
      {
        ...{ accountId, isAwaited: true },
        days: days.map(([day]) => dayOf(evening(day))),
        values: days.map(([, now]) => worthOf(now)),
        copies: days.map(([, now]) => sum(now, ({ copies }) => copies)),
        items: days.map(([, now]) => now.size),
        unpriced: days.map(([, now]) => sum(now, ({ copies, price }) => (price === null ? copies : 0))),
      },
    ];
  });
  expect(kept).toEqual(plain);
}

function expectSameMovers(
  library: Library,
  truths: ReadonlyMap<number, Truth>,
  { scope, from, to }: { scope: number | 'all'; from: number; to: number },
): void {
  const asked = { scope, from: dayOf(evening(from)), to: dayOf(evening(to)), order: 'robux' } as const;
  const movers = library.collectiblePast.movers(asked, dayOf(evening(today)));
  const pairs = [...truths].flatMap(([id, truth]) => {
    const pair = scope === 'all' || scope === id ? pairOf(truth, from, to) : null;
    return pair ? [{ id, ...pair }] : [];
  });
  const days = pairs.map(({ id, first, last }) => {
    return { accountId: id, from: dayOf(evening(first)), to: dayOf(evening(last)) };
  });
  expect(movers.compared).toEqual(days);
  expect(movers.before).toBe(pairs.reduce((all, { before }) => all + worthOf(before), 0));
  expect(movers.after).toBe(pairs.reduce((all, { after }) => all + worthOf(after), 0));
  // Whatever it is put down to, it is the whole difference.
  const { repriced, gained, lost, learnt } = movers;
  expect(movers.before + repriced + gained.value - lost.value + learnt).toBe(movers.after);
  const told = new Map([
    ...movers.gainedItems.map(({ item, copies }) => [item.id, copies] as const),
    ...movers.lostItems.map(({ item, copies }) => [item.id, -copies] as const),
  ]);
  for (let asset = 1; asset <= 5; asset += 1) {
    const count = (of: (pair: (typeof pairs)[number]) => Held) =>
      pairs.reduce((all, pair) => all + (of(pair).get(asset)?.copies ?? 0), 0);
    expect(told.get(asset) ?? 0).toBe(count(({ after }) => after) - count(({ before }) => before));
  }
  if (pairs.length !== 1) return;
  const [{ before, after }] = pairs as [(typeof pairs)[number]];
  const plain = [...before].flatMap(([asset, then]) => {
    const now = after.get(asset);
    if (!now || then.price === null || now.price === null || then.price === now.price) return [];
    const copies = Math.min(then.copies, now.copies);
    return [{ asset, copies, from: then.price, to: now.price, change: (now.price - then.price) * copies }];
  });
  const found = [...movers.up, ...movers.down].map(({ item, copies, from: was, to: is, change }) => {
    return { asset: item.id, copies, from: was, to: is, change };
  });
  const byAsset = (one: { asset: number }, other: { asset: number }) => one.asset - other.asset;
  expect(found.sort(byAsset)).toEqual(plain.sort(byAsset));
  for (const { change } of movers.up) expect(change).toBeGreaterThan(0);
  for (const list of [movers.up, movers.down])
    expect(list.map(({ change }) => Math.abs(change))).toEqual(
      list.map(({ change }) => Math.abs(change)).toSorted((one, other) => other - one),
    );
}

/** The last refreshed days on or before those; the first one after `from` where nothing is older. */
function pairOf(truth: Truth, from: number, to: number) {
  const days = [...truth.keys()].sort((one, other) => one - other);
  const first = days.findLast((day) => day <= from) ?? days[0];
  const last = days.findLast((day) => day <= Math.min(to, today));
  if (first === undefined || last === undefined || first >= last) return null;
  const none: Held = new Map();
  return { first, last, before: truth.get(first) ?? none, after: truth.get(last) ?? none };
}

function worthOf(now: Held): number {
  return sum(now, ({ copies, price }) => (price ?? 0) * copies);
}

function sum(now: Held, part: (one: { copies: number; price: number | null }) => number): number {
  return [...now.values()].reduce((total, one) => total + part(one), 0);
}
