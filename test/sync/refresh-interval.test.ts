import { describe, expect, it, onTestFinished } from 'vitest';
import { RefreshInterval } from '../../electron/sync/refresh-interval.ts';
import type { AccountRefresh, RefreshPhase } from '../../shared/refreshing.ts';
import { defaultSettings } from '../../shared/settings.ts';

const hour = 3_600_000;

function waiting(refreshEveryHours: number | null, phase: RefreshPhase = { kind: 'idle' }) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const started: unknown[] = [];
  const account = { accountId: 1, phase } as AccountRefresh;
  const interval = new RefreshInterval({
    engine: {
      start: (...asked) => {
        started.push(asked);
        return Promise.resolve({ accounts: [] });
      },
      state: () => ({ accounts: [account] }),
    },
    settings: () => Promise.resolve({ ...defaultSettings, refreshEveryHours }),
    now: () => clock.now,
  });
  onTestFinished(() => interval.close());
  const lookAfter = async (ms: number) => {
    clock.now += ms;
    await interval.look();
    return started.length;
  };
  return { lookAfter, started };
}

describe('refreshing every few hours', () => {
  it('beginning with the start, too early, or what is still fresh', async () => {
    const { lookAfter, started } = waiting(2);
    expect(await lookAfter(0)).toBe(0);
    expect(await lookAfter(2 * hour - 1)).toBe(0);
    expect(await lookAfter(1)).toBe(1);
    expect(started).toEqual([['all', false]]);
    expect(await lookAfter(hour)).toBe(1);
    expect(await lookAfter(hour)).toBe(2);
  });

  it('going on although it was switched off, or what the person paused', async () => {
    expect(await waiting(null).lookAfter(1000 * hour)).toBe(0);
    expect(await waiting(1, { kind: 'paused' }).lookAfter(2 * hour)).toBe(0);
  });

  it('a clock set back by years putting it off for years', async () => {
    const { lookAfter } = waiting(1);
    expect(await lookAfter(-5 * 365 * 24 * hour)).toBe(0);
    expect(await lookAfter(hour)).toBe(1);
  });
});
