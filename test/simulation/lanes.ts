import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../electron/library/database.ts';
import { keepMigrations } from '../../electron/library/keep-schema.ts';
import { withoutEmptyWaits } from './empty-waits.ts';
import { runSchedule, type ScheduleResult } from './schedule.ts';

export interface LaneResult {
  readonly lane: string;
  readonly from: number;
  readonly seeds: number;
  readonly requests: number;
  readonly kills: number;
  readonly seconds: number;
  /** What this process used of a core: says how fast it is on a machine that others use too. */
  readonly cpuSeconds: number;
  readonly violations: readonly { readonly seed: number; readonly words: string }[];
}

/** A folder in memory where there is one: a commit to a disk takes a dozen times as long. */
export function simulationFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'satchel-simulation-'));
}

/** So many schedules one after the other, each from its own seed. */
export async function runSchedules(
  from: number,
  seeds: number,
  options: { readonly isStoppedByFirst?: boolean; readonly onResult?: (result: ScheduleResult) => void } = {},
): Promise<LaneResult> {
  const root = simulationFolder();
  const empty = makeEmpty(root);
  const startedAt = performance.now();
  const violations: { seed: number; words: string }[] = [];
  let [requests, kills, done] = [0, 0, 0];
  try {
    for (let seed = from; seed < from + seeds; seed += 1) {
      const result = await withoutEmptyWaits(() => runSchedule(seed, join(root, String(seed)), empty));
      requests += result.requests;
      kills += result.kills;
      done += 1;
      violations.push(...result.violations.map((words) => ({ seed, words })));
      options.onResult?.(result);
      if (options.isStoppedByFirst && violations.length > 0) break;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { lane: 'schedules', from, seeds: done, requests, kills, ...timeSince(startedAt), violations };
}

/** `startedAt` by `performance.now()`. */
export function timeSince(startedAt: number): Pick<LaneResult, 'seconds' | 'cpuSeconds'> {
  const { system, user } = process.cpuUsage();
  const round = (seconds: number) => Math.round(seconds * 10) / 10;
  return { seconds: round((performance.now() - startedAt) / 1000), cpuSeconds: round((system + user) / 1e6) };
}

function makeEmpty(folder: string): string {
  const path = join(folder, 'empty.db');
  const onSetAside = () => undefined;
  const options = { path, migrations: keepMigrations, isRebuildable: false, onSetAside } as const;
  new Database({ ...options, synchronous: 'FULL' }).close();
  return path;
}
