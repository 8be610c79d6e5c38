/** Time as the scheduler sees it. Tests put a clock of their own in its place. */
export interface Clock {
  /** What the computer's clock says, in epoch milliseconds. It may be set back, or be years wrong. */
  now(): number;
  /** Milliseconds since some moment, which only ever grow. */
  elapsed(): number;
  /** Calls back once after that many milliseconds. Gives what calls it off. */
  wake(afterMs: number, callBack: () => void): () => void;
}

// A longer timer would go off at once.
const longestTimerMs = 2 ** 31 - 1;

export function systemClock(now: () => number): Clock {
  return {
    now,
    elapsed: () => performance.now(),
    wake: (afterMs, callBack) => {
      const timer = setTimeout(callBack, Math.min(Math.ceil(afterMs), longestTimerMs));
      return () => clearTimeout(timer);
    },
  };
}
