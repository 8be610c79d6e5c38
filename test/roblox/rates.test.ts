import { describe, expect, it } from 'vitest';
import { Rates } from '../../electron/roblox/rates.ts';

const start = Date.UTC(2026, 0, 1);
const hour = 3_600_000;

function ratesAt(clock: { now: number }): Rates {
  return new Rates(() => clock.now);
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

  it('a clock set back by years keeping an endpoint closed for years', () => {
    const clock = { now: start };
    const rates = ratesAt(clock);
    rates.learn('a', 60, 429, new Headers({ 'retry-after': '60' }));
    clock.now -= 10 * 365 * 24 * hour;
    expect(rates.openAt('a', 60) - clock.now).toBeLessThanOrEqual(hour);
  });
});
