import { expect, it } from 'vitest';
import { runKills } from './kill-lane.ts';

it('a kill of the real process that loses what was accepted, or sends what was not', async () => {
  const { kills, violations } = await runKills(0, 20);
  expect(violations).toEqual([]);
  expect(kills).toBe(20);
}, 60_000);
