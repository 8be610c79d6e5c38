import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Growth } from '../../electron/sync/growth.ts';

describe('a list that grows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function growth() {
    const told: number[] = [];
    return { told, growth: new Growth((received) => told.push(received)) };
  }

  it('its first page not told of at once', () => {
    const { told, growth: list } = growth();
    list.note(100);
    expect(told).toEqual([100]);
  });

  it('every page of a fast list told of by itself', () => {
    const { told, growth: list } = growth();
    for (let page = 1; page <= 1000; page += 1) {
      list.note(page * 100);
      vi.advanceTimersByTime(1);
    }
    expect(told.length).toBeLessThan(6);
  });

  it('the last page before a long wait not told of until the wait is over', () => {
    const { told, growth: list } = growth();
    list.note(100);
    list.note(200);
    list.note(300);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([100, 300]);
  });

  it('the pages before a failure never told of, or told of twice', () => {
    const { told, growth: list } = growth();
    list.note(100);
    list.note(200);
    list.breakOff();
    list.breakOff();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([100, 200]);
  });

  it('a list told of as growing after it was complete', () => {
    const { told, growth: list } = growth();
    list.note(100);
    list.note(200);
    list.end();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([100]);
  });
});
