import type { RobloxClient } from '../../roblox/client.ts';
import type { Endpoint } from '../../roblox/endpoint.ts';

/** Questions still to be asked of an account, by endpoint. */
export interface QuestionsLeft {
  readonly accountId: number;
  readonly left: ReadonlyMap<Endpoint, number>;
}

export interface TimeLeft {
  /** Requests a minute Roblox allows for them. */
  readonly perMinute: number | null;
  readonly minutesLeft: number | null;
}

/** How long questions take at what Roblox allows: accounts that share an allowance wait for each other, others do not. */
export async function timeLeft(
  client: Pick<RobloxClient, 'allowance'>,
  questions: readonly QuestionsLeft[],
): Promise<TimeLeft> {
  const shares = new Map<string, { perMinute: number; minutes: number }>();
  for (const { accountId, left } of questions)
    for (const [endpoint, count] of left) {
      const allowance = await client.allowance(endpoint, accountId).catch(() => null);
      if (!allowance) continue;
      const { key, perMinute, background } = allowance;
      const before = shares.get(key)?.minutes ?? 0;
      shares.set(key, { perMinute, minutes: before + count / Math.max(background, 1) });
    }
  if (shares.size === 0) return { perMinute: null, minutesLeft: null };
  const all = [...shares.values()];
  return {
    perMinute: Math.round(all.reduce((sum, { perMinute }) => sum + perMinute, 0)),
    minutesLeft: Math.max(1, Math.ceil(Math.max(...all.map(({ minutes }) => minutes)))),
  };
}
