import { describe, expect, it, vi } from 'vitest';
import { finish, Underway, type Sliced } from '../../electron/library/slices.ts';

// Each step of the work takes 3 ms, and a slice ends when 4 have passed.
function* count(upTo: number): Sliced<{ counted: number }> {
  for (let counted = 0; counted < upTo; counted += 1) {
    vi.advanceTimersByTime(3);
    yield;
  }
  return { counted: upTo };
}

describe('work in slices', () => {
  it('others waiting until all of it is done, or its parts being done again', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const underway = new Underway<{ counted: number }>();
    const begin = vi.fn(() => count(5));
    const answers = [1, 2, 3].map(() => underway.step('a', begin));
    expect(answers).toEqual([null, null, { counted: 5 }]);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(underway.step('a', begin)).toBe(null);
    expect(begin).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('a question nobody waits for any more taking half the time of the one after it, or one given up all of it', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const underway = new Underway<{ counted: number }>();
    underway.step('older', () => count(8), 'search');
    // Two steps of the newer question for each of the older one.
    const answers = [1, 2, 3].map(() => {
      underway.step('older', () => count(0), 'search');
      return underway.step('newer', () => count(5), 'search');
    });
    expect(answers).toEqual([null, null, { counted: 5 }]);
    expect(underway.step('older', () => count(0))).toBe(null);
    expect(underway.step('older', () => count(0))).toEqual({ counted: 8 });
    underway.step('older', () => count(5), 'search');
    underway.step('given up', () => count(5), 'search');
    vi.advanceTimersByTime(1000);
    expect([1, 2].map(() => underway.step('older', () => count(0)))).toEqual([null, { counted: 5 }]);
    vi.useRealTimers();
  });

  it('what is asked beside it taking the time of the question on screen', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const underway = new Underway<{ counted: number }>();
    const answers = [1, 2, 3].map(() => {
      const answer = underway.step('on screen', () => count(5), 'search');
      underway.step('a saved view', () => count(50), 'saved view');
      return answer;
    });
    expect(answers).toEqual([null, null, { counted: 5 }]);
    vi.useRealTimers();
  });

  it('work that failed being gone on with', () => {
    const underway = new Underway<{ counted: number }>();
    const fail = () => {
      throw new Error('No disk');
    };
    expect(() => underway.step('a', fail)).toThrow('No disk');
    expect(underway.step('a', () => count(0))).toEqual({ counted: 0 });
    expect(finish(count(0))).toEqual({ counted: 0 });
  });
});
