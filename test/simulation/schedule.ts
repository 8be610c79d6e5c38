import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ModelRoblox, stuck, type Effect } from './model-roblox.ts';
import { Random } from './random.ts';
import { Satchel } from './satchel.ts';
import { SimClock } from './sim-clock.ts';
import { SimNetwork } from './sim-network.ts';
import { Story } from './story.ts';

export interface ScheduleResult {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly requests: number;
  readonly kills: number;
  /** Every request and answer in order: the same for the same seed. */
  readonly trace: readonly string[];
}

const accountIds = [11, 22];
// Each fourth story has swaps.
const swapsEvery = 4;
// Each third has a disk that is full now and then.
const fullDiskEvery = 3;
const fullDiskChance = 0.1;

/**
 * Lives through one story drawn from the seed: what people do, what goes wrong, and how it has to end. `empty` is a keep.db
 * to begin with: making one takes longer than many a story.
 */
export async function runSchedule(seed: number, folder: string, empty: string): Promise<ScheduleResult> {
  const random = new Random(seed);
  const clock = new SimClock();
  const violations: string[] = [];
  const trace: string[] = [];
  const tell = (violation: string) => {
    violations.push(violation);
    trace.push(`VIOLATION ${violation}`);
  };
  const satchels: Satchel[] = [];
  const hasSwaps = seed % swapsEvery === 1;
  const noteEffect = (effect: Effect) => {
    trace.push(`${clock.elapsed()} ${effect.to} ${effect.accountId}/${effect.item}`);
    for (const { witness } of satchels)
      if (witness.hasSent(effect.by)) witness.noteEffect(effect.by);
      else witness.noteOthers(effect.accountId, effect.item, effect.to);
  };
  const roblox = new ModelRoblox(noteEffect, hasSwaps ? stuck : null);
  const network = new SimNetwork({
    ...{ clock, random, roblox, note: (line) => trace.push(line) },
    faultChance: random.pick([0, 0.1, 0.3, 0.6]),
    isPoisonSilent: random.isHit(0.5),
  });
  const isDiskFull = () => {
    const isFull = seed % fullDiskEvery === 1 && network.weather === 'stormy' && random.isHit(fullDiskChance);
    if (isFull) trace.push(`${clock.elapsed()} the disk is full`);
    return isFull;
  };
  const names = random.isHit(0.25) ? ['one', 'two'] : ['one'];
  for (const name of names) {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    copyFileSync(empty, join(own, 'keep.db'));
    const parts = { clock, random, network, roblox, accountIds, tell, isDiskFull };
    satchels.push(new Satchel({ name, folder: own, ...parts }));
  }
  try {
    await new Story({ satchels, random, clock, network, roblox, accountIds, tell, trace, hasSwaps }).live();
  } catch (thrown) {
    tell(`The story broke off: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
  } finally {
    for (const satchel of satchels) satchel.device.end();
    rmSync(folder, { recursive: true, force: true });
  }
  const requests = trace.filter((line) => /^\d+ (add|remove|read) /.test(line)).length;
  const kills = satchels.reduce((sum, satchel) => sum + satchel.kills, 0);
  return { seed, violations, requests, kills, trace };
}
