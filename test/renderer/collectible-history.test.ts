import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, lineOf, sumOf } from '../../shared/collectible-lines.ts';
import { daysAsked } from '../../renderer/features/collectibles/mover-days.ts';
import { lonePlaces, nearestPlace } from '../../renderer/ui/day-chart.ts';
import type { CollectibleDays } from '../../shared/collectibles.ts';
import { dayOf, startOfDay } from '../../shared/days.ts';

function kept(
  accountId: number,
  values: Readonly<Record<number, number>>,
  isAwaited = true,
): CollectibleDays {
  const days = Object.keys(values).map(Number);
  const ones = days.map(() => 1);
  return {
    ...{ accountId, isAwaited, days, values: Object.values(values), copies: ones, items: ones },
    unpriced: days.map(() => 0),
  };
}

const valuesOf = ({ points }: ReturnType<typeof lineOf>) => points.map((point) => point?.value ?? null);

describe('value over time', () => {
  it('a line through a day without a refresh, or days before the first one', () => {
    const account = kept(1, { 10: 5, 11: 6, 14: 9 });
    const days = daysOf([account], 'all', 15);
    expect(days).toEqual([10, 11, 12, 13, 14, 15]);
    expect(valuesOf(lineOf(account, days))).toEqual([5, 6, null, null, 9, null]);
    expect(daysOf([account], 'month', 100)).toHaveLength(30);
    expect(daysOf([], 'all', 15)).toEqual([]);
  });

  it('a sum that falls by all an account has, which was only not read that day or since', () => {
    const days = [10, 11, 12, 13, 14];
    const one = kept(1, { 10: 5, 11: 6, 12: 7, 13: 8, 14: 9 });
    const late = kept(2, { 11: 100, 13: 300 });
    expect(valuesOf(sumOf([one, late], days))).toEqual([5, 106, null, 308, null]);
    expect(valuesOf(sumOf([late, one], days))).toEqual([5, 106, null, 308, null]);
  });

  it('a sum that waits for an account of which nothing more is to come', () => {
    const days = [10, 11, 12, 13, 14];
    const one = kept(1, { 10: 5, 11: 6, 12: 7, 13: 8, 14: 9 });
    const gone = kept(2, { 11: 100, 13: 300 }, false);
    expect(valuesOf(sumOf([one, gone], days))).toEqual([5, 106, null, 308, 9]);
    expect(sumOf([one, gone], days).points.map((point) => point?.accounts)).toEqual([1, 2, undefined, 2, 1]);
  });

  it('a value between two gaps that is drawn nowhere, or a pointer that finds a gap', () => {
    expect(lonePlaces([1, null, 2, null, null, 3, 4, null])).toEqual([0, 2]);
    expect(nearestPlace([0, 2, 5], 4)).toBe(5);
    expect(nearestPlace([0, 2, 5], 1)).toBe(0);
    expect(nearestPlace([], 1)).toBe(-1);
  });
});

describe('the days movers are asked for', () => {
  it('dates that cannot be compared asked for, or another day than the one typed', () => {
    const today = dayOf(new Date(2026, 10, 26).getTime());
    const typed = { from: '2026-11-01', to: '2026-11-20' };
    expect(daysAsked('week', typed, today)).toEqual({ from: today - 7, to: today });
    expect(daysAsked('all', typed, today)).toEqual({ from: 0, to: today });
    expect(daysAsked('custom', typed, today)).toEqual({ from: today - 25, to: today - 6 });
    expect(daysAsked('custom', { from: '', to: '' }, today)).toEqual({ from: 0, to: today });
    expect(daysAsked('custom', { from: '2026-11-21', to: '2026-11-20' }, today)).toEqual({
      problem: 'reversed',
    });
    expect(daysAsked('custom', { from: '2026-02-30', to: '' }, today)).toEqual({ problem: 'unreadable' });
  });
});

it('a day counted twice or left out where clocks change, or one that does not begin at its midnight', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true }),
      (date) => {
        const day = dayOf(date.getTime());
        const start = startOfDay(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(start - 1)).toBe(day - 1);
        expect(new Date(start).toDateString()).toBe(date.toDateString());
      },
    ),
  );
});
