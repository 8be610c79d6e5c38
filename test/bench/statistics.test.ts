import { describe, expect, it } from 'vitest';
import { describeRounds, droppedShare, fillInMissed, formatFigure, median, quantile } from './statistics.ts';

describe('figures of the bench', () => {
  it('the middle of an even number of rounds taken from one side', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
  });

  it('a p95 that is the largest value, or sorted as text', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.95)).toBe(95);
    expect(quantile([10, 9, 100], 0.5)).toBe(10);
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('nothing measured that passes for 0', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  it('a long block of a thread counted as one late tick', () => {
    expect(fillInMissed([0, 20, 0], 5)).toEqual([0, 20, 15, 10, 5, 0, 0]);
    const ticks = [...Array.from({ length: 1000 }, () => 0), 500];
    expect(quantile(ticks, 0.99)).toBe(0);
    expect(quantile(fillInMissed(ticks, 5), 0.99)).toBeGreaterThan(400);
  });

  it('dropped frames counted by how often, not by how many', () => {
    expect(droppedShare([16, 17, 16, 17], 16.7)).toBe(0);
    expect(droppedShare([16.7, 50.1], 16.7)).toBe(0.5);
    expect(droppedShare([], 16.7)).toBe(0);
  });

  it('figures with digits that mean nothing, or a spread without its rounds', () => {
    expect([formatFigure(1234.5), formatFigure(12.345), formatFigure(0.01234)]).toEqual([
      '1235',
      '12.3',
      '0.0123',
    ]);
    expect(formatFigure(Number.POSITIVE_INFINITY)).toBe('∞');
    expect(describeRounds([2, 1, 3])).toBe('2 (1 to 3, 3 rounds)');
  });
});
