import type { Clock } from '../../electron/roblox/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly callBack: () => void;
  isCalledOff: boolean;
}

const start = Date.UTC(2026, 0, 1);

/** Virtual time, which goes on only from one waking to the next; what the computer's clock says can be set. */
export class SimClock {
  #elapsed = 0;
  #offset = 0;
  #sleepers: Sleeper[] = [];

  elapsed = (): number => this.#elapsed;
  now = (): number => start + this.#elapsed + this.#offset;

  /** Somebody sets the computer's clock wrong, or right again. */
  setOff(ms: number): void {
    this.#offset = ms;
  }

  wake(afterMs: number, callBack: () => void): () => void {
    const sleeper: Sleeper = { at: this.#elapsed + afterMs, callBack, isCalledOff: false };
    const place = this.#sleepers.findIndex(({ at }) => at > sleeper.at);
    this.#sleepers.splice(place < 0 ? this.#sleepers.length : place, 0, sleeper);
    return () => (sleeper.isCalledOff = true);
  }

  /** The clock as one run of the app has it: with its end nobody is woken any more. */
  ofRun(isOver: () => boolean): Clock {
    return {
      now: this.now,
      elapsed: this.elapsed,
      wake: (afterMs, callBack) =>
        this.wake(afterMs, () => {
          if (!isOver()) callBack();
        }),
    };
  }

  /** Goes on to the next waking. False when there is none, or only after `until`. */
  goOn(until: number): boolean {
    for (;;) {
      const next = this.#sleepers[0];
      if (!next || next.at > until) return false;
      this.#sleepers.shift();
      if (next.isCalledOff) continue;
      this.#elapsed = Math.max(this.#elapsed, next.at);
      next.callBack();
      return true;
    }
  }
}
