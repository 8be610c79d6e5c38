import { describe, expect, it } from 'vitest';
import { Rates } from '../../electron/roblox/rates.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

function ratesAt(clock: { now: number; slept?: number }): Rates {
  const began = clock.now;
  // What is slept away counts; what the clock is set to does not.
  return new Rates({ now: () => clock.now, elapsed: () => clock.slept ?? clock.now - began });
}

function closedForMs(headers: Record<string, string>): number {
  const clock = { now: start };
  const rates = ratesAt(clock);
  rates.learn('a', 60, 429, new Headers(headers));
  return rates.openAt('a', 60) - start;
}

describe('a 429 closes its endpoint', () => {
  it.each([
    ['seconds in retry-after read as milliseconds', { 'retry-after': '7' }, 7000],
    ['a decimal in retry-after taken for a date', { 'retry-after': '1.5' }, 2000],
    ['a date in retry-after ignored', { 'retry-after': new Date(start + 90_000).toUTCString() }, 90_000],
    [
      'a date in the past closing for a negative time',
      { 'retry-after': new Date(start - hour).toUTCString() },
      0,
    ],
    ['a retry-after of a year shutting an endpoint for a year', { 'retry-after': '31536000' }, hour],
    ['an unreadable retry-after opening it at once', { 'retry-after': 'soon' }, 60_000],
    ['no retry-after opening it at once', {}, 60_000],
    ['x-ratelimit-reset not used when retry-after is missing', { 'x-ratelimit-reset': '12' }, 12_000],
    ['a list in x-ratelimit-reset not read', { 'x-ratelimit-reset': '12, 40' }, 12_000],
  ])('%s', (_bug, headers, expected) => {
    expect(closedForMs(headers)).toBe(expected);
  });

  it('closing every endpoint instead of the one', () => {
    const rates = ratesAt({ now: start });
    rates.learn('a', 60, 429, new Headers({ 'retry-after': '60' }));
    expect(rates.openAt('b', 60)).toBeLessThanOrEqual(start);
  });
});

describe('budgets', () => {
  it('sending past a published limit before any header was seen', () => {
    const clock = { now: start };
    const rates = ratesAt(clock);
    for (let sent = 0; sent < 3; sent += 1) rates.countSent('a', 3);
    expect(rates.openAt('a', 3)).toBe(start + 60_000);
    clock.now += 60_000;
    expect(rates.openAt('a', 3)).toBeLessThanOrEqual(clock.now);
  });

  it('not learning a lower limit and its window from the headers', () => {
    const clock = { now: start };
    const rates = ratesAt(clock);
    rates.countSent('a', 1000);
    rates.learn('a', 1000, 200, new Headers({ 'x-ratelimit-limit': '1, 1;w=10' }));
    expect(rates.openAt('a', 1000)).toBe(start + 10_000);
  });

  it('sending on when the headers say that nothing remains', () => {
    const rates = ratesAt({ now: start });
    const headers = { 'x-ratelimit-remaining': '0, 12', 'x-ratelimit-reset': '9' };
    rates.learn('a', 60, 200, new Headers(headers));
    expect(rates.openAt('a', 60)).toBe(start + 9000);
  });

  it('a clock set back by years closing an endpoint for years, or opening it inside its window', () => {
    const clock = { now: start, slept: 0 };
    const rates = ratesAt(clock);
    rates.learn('a', 60, 429, new Headers({ 'retry-after': '60' }));
    clock.now -= 10 * 365 * 24 * hour;
    expect(rates.openAt('a', 60) - clock.now).toBe(60_000);
    clock.slept += 60_000;
    expect(rates.waitMs('a', 60)).toBe(0);
  });

  it('a wrong clock making nonsense of a date in retry-after', () => {
    const clock = { now: start - 5 * 365 * 24 * hour };
    const rates = ratesAt(clock);
    const date = new Date(start).toUTCString();
    const until = new Date(start + 20_000).toUTCString();
    rates.learn('a', 60, 429, new Headers({ 'retry-after': until, date }));
    expect(rates.waitMs('a', 60)).toBe(20_000);
  });

  it('what others have drawn from the same budget not counted', () => {
    const rates = ratesAt({ now: start });
    const headers = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '30' };
    rates.learn('a', 60, 200, new Headers(headers));
    rates.countSent('a', 60);
    expect(rates.waitMs('a', 60)).toBe(30_000);
  });

  it('the background eating what the screen may need, or getting nothing of a budget of one', () => {
    const rates = ratesAt({ now: start });
    for (let sent = 0; sent < 8; sent += 1) rates.countSent('a', 10);
    expect(rates.waitMs('a', 10, true)).toBe(60_000);
    expect(rates.waitMs('a', 10)).toBe(0);
    expect(rates.waitMs('b', 1, true)).toBe(0);
  });

  it('a server that says to come back at once asked again and again without a pause', () => {
    const clock = { now: start };
    const rates = ratesAt(clock);
    const waits = Array.from({ length: 4 }, () => {
      rates.learn('a', 60, 429, new Headers({ 'retry-after': '0' }));
      const waitMs = rates.waitMs('a', 60);
      clock.now += waitMs;
      return waitMs;
    });
    expect(waits).toEqual([0, 1000, 2000, 4000]);
  });
});

describe('what an earlier run learned', () => {
  const year = 365 * 24 * hour;

  function restarted(clockMoves: number) {
    const clock = { now: start };
    const before = ratesAt(clock);
    before.learn('a', 60, 429, new Headers({ 'retry-after': '90', 'x-ratelimit-limit': '7, 7;w=30' }));
    const kept = before.takeChanges();
    clock.now += clockMoves;
    const rates = ratesAt({ now: clock.now, slept: 5 });
    rates.restore(kept);
    return rates;
  }

  it.each([
    ['a window forgotten by a restart', 10_000, 80_000],
    ['a window that has passed meanwhile still closing', 100_000, 0],
    ['a clock set back by years closing it for years', -10 * year, 90_000],
    ['a clock years ahead closing it for years', 10 * year, 0],
  ])('%s', (_bug, clockMoves, waitMs) => {
    expect(restarted(clockMoves).waitMs('a', 60)).toBe(waitMs);
  });

  it('a limit forgotten by a restart', () => {
    const rates = restarted(200_000);
    for (let sent = 0; sent < 7; sent += 1) rates.countSent('a', 60);
    expect(rates.waitMs('a', 60)).toBeGreaterThan(0);
  });

  it('numbers nobody can have learned closing an endpoint for more than an hour', () => {
    const rates = ratesAt({ now: start });
    const nonsense = { perWindow: 0, windowMs: 1e15, sent: 1e9, windowStartedAt: 1e15, closedUntil: 1e15 };
    rates.restore([{ key: 'a', ...nonsense, savedAt: 0 }]);
    expect(rates.waitMs('a', 60)).toBeLessThanOrEqual(hour);
  });
});
