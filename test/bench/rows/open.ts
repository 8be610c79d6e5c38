import { firstScreenPainted, openPeer, openSatchel, paintedAt, withApp } from '../apps.ts';
import { copyLibrary } from '../library/prepared-library.ts';
import type { Row } from '../row.ts';
import { describeRounds, median } from '../statistics.ts';

const rounds = 7;
const growthRounds = 5;

/** Renderer start to the first screen of a 100 000-item library, against a page with nothing in it. */
export const open: Row = {
  name: 'open',
  figures: ['open'],
  async measure() {
    const folder = copyLibrary(100_000, 'open');
    const [ours, peer] = await interleave(rounds, () => openLibrary(folder), openBlank);
    const note = `ours ${describeRounds(ours)}, blank page ${describeRounds(peer)}; each round a start of its own`;
    return [{ name: 'open', ours: median(ours), peer: median(peer), unit: 'ms', limit: 1.25, note }];
  },
};

/** The same for a library a thousand times as large. */
export const openGrowth: Row = {
  name: 'open-growth',
  figures: ['open-growth'],
  async measure() {
    const [large, small] = [copyLibrary(1_000_000, 'open-large'), copyLibrary(1000, 'open-small')];
    const [ours, peer] = await interleave(
      growthRounds,
      () => openLibrary(large),
      () => openLibrary(small),
    );
    const note = `1 000 000 items ${describeRounds(ours)}, 1 000 items ${describeRounds(peer)}`;
    return [{ name: 'open-growth', ours: median(ours), peer: median(peer), unit: 'ms', limit: 1.1, note }];
  },
};

function openLibrary(folder: string): Promise<number> {
  return withApp(openSatchel(folder, { painted: firstScreenPainted }), (app) => paintedAt(app));
}

function openBlank(): Promise<number> {
  return withApp(openPeer('blank'), (app) => paintedAt(app));
}

/** One after the other, so that whatever else the machine does meets both; the first round warms up. */
async function interleave(
  count: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number[], number[]]> {
  const [ones, others]: [number[], number[]] = [[], []];
  for (let round = 0; round <= count; round += 1) {
    const pair = [await one(), await other()] as const;
    if (round === 0) continue;
    ones.push(pair[0]);
    others.push(pair[1]);
  }
  return [ones, others];
}
