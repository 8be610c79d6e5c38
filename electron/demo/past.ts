import { startOfDay } from '../../shared/days.ts';
import type { DemoAccount } from './account.ts';
import { hashSeed, Random } from './art/random.ts';
import { assetTypes } from './asset-types.ts';
import { limitedsPerType } from './catalogue.ts';

/** The limiteds of a demo account on a day that never was. */
export interface PastDay {
  readonly day: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly items: readonly PastItem[];
}

export interface PastItem {
  readonly assetId: number;
  readonly name: string;
  readonly price: number;
  readonly copies: number;
}

interface Limited extends Omit<PastItem, 'price'> {
  /** What it costs now. */
  readonly base: number;
  /** How far it was from that at the beginning, as a logarithm. */
  readonly trend: number;
  /** How far it strays on the way. */
  readonly sway: number;
  /** Days before `end` at which it came, and went again. */
  readonly since: number;
  readonly until: number;
}

const pastDays = 130;
// Nobody looked for a while.
const away = { from: 49, to: 38 };
const lostItems = 14;
const eveningMs = 19 * 3_600_000;

/**
 * The four months before `end` as they might have been for an account of the demo, oldest day first: prices that wander to
 * what they are, limiteds that came and went, days on which nobody refreshed.
 */
export function* pastOf(account: DemoAccount, end: number): Generator<PastDay> {
  const limiteds = [...ownedBy(account), ...goneFrom(account)];
  for (let ago = pastDays; ago >= 1; ago -= 1) {
    if (!isRefreshed(ago)) continue;
    const items = limiteds
      .filter(({ since, until }) => ago <= since && ago > until)
      .map((limited) => ({ ...pick(limited), price: priceOf(limited, ago) }));
    yield { day: end - ago, at: startOfDay(end - ago) + eveningMs, items };
  }
}

function pick({ assetId, name, copies }: Limited) {
  return { assetId, name, copies };
}

/** Whoever refreshes does so for all accounts. */
function isRefreshed(ago: number): boolean {
  if (ago <= away.from && ago >= away.to) return false;
  return ago === pastDays || new Random(hashSeed('refreshed', ago)).chance(0.93);
}

/** It stands still until somebody sells one, which is not every day. */
function priceOf({ assetId, base, trend, sway }: Limited, ago: number): number {
  let sold = ago;
  while (sold < ago + 12 && !new Random(hashSeed(`sold ${sold}`, assetId)).chance(0.3)) sold += 1;
  const random = new Random(hashSeed(`price ${sold}`, assetId));
  const way = Math.min(1, sold / pastDays);
  const stray = (random.next() - 0.5) * sway * Math.min(1, sold / 20);
  return Math.max(1, Math.round(base * Math.exp(trend * way + stray)));
}

function ownedBy({ inventory }: DemoAccount): Limited[] {
  const limiteds = new Map<number, Limited>();
  for (const number of inventory.collectibles) {
    const { asset, name, limited } = inventory.copy(number);
    const known = limiteds.get(asset.id);
    if (known) limiteds.set(asset.id, { ...known, copies: known.copies + 1 });
    else limiteds.set(asset.id, toLimited(asset.id, name, limited?.recentAveragePrice ?? 0, 0.05, 0));
  }
  return [...limiteds.values()];
}

/** Some that the account does not have any more. */
function goneFrom({ catalogue, inventory, userId }: DemoAccount): Limited[] {
  const random = new Random(hashSeed('gone', userId));
  const types = assetTypes.filter(({ id }) => inventory.copiesByType.has(id));
  const gone: Limited[] = [];
  for (let tries = 0; gone.length < lostItems && tries < 40 * lostItems; tries += 1) {
    const type = random.pick(types);
    const asset = { type, index: random.whole(0, limitedsPerType - 1) };
    const id = catalogue.assetId(type.id, asset.index);
    const limited = catalogue.limitedFactsOf({ ...asset, id });
    if (!limited || inventory.copiesOf(id).length > 0 || gone.some(({ assetId }) => assetId === id)) continue;
    const name = catalogue.nameOf({ ...asset, id });
    gone.push(toLimited(id, name, limited.recentAveragePrice, 0, random.whole(2, 100)));
  }
  return gone;
}

function toLimited(id: number, name: string, base: number, newShare: number, until: number): Limited {
  const random = new Random(hashSeed('past', id));
  const isNew = random.chance(newShare);
  return {
    ...{ assetId: id, name, copies: 1, base, until },
    trend: (random.next() + random.next() - 1.15) * 0.7,
    sway: 0.05 + 0.25 * random.next() ** 3,
    since: isNew ? random.whole(1, 90) : pastDays,
  };
}
