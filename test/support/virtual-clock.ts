import type { Clock } from '../../electron/roblox/clock.ts';

/** A clock that stands still until it is moved; what is to be woken by then is woken on the way. */
export class VirtualClock implements Clock {
  readonly #start: number;
  #elapsed = 0;
  #sleepers: { readonly at: number; readonly callBack: () => void }[] = [];

  constructor(start = Date.UTC(2026, 0, 1)) {
    this.#start = start;
  }

  now = (): number => this.#start + this.#elapsed;
  elapsed = (): number => this.#elapsed;

  wake(afterMs: number, callBack: () => void): () => void {
    const sleeper = { at: this.#elapsed + afterMs, callBack };
    this.#sleepers.push(sleeper);
    return () => (this.#sleepers = this.#sleepers.filter((one) => one !== sleeper));
  }

  pass(ms: number): void {
    const until = this.#elapsed + ms;
    for (let next = this.#next(); next && next.at <= until; next = this.#next()) this.#wakeUp(next);
    this.#elapsed = until;
  }

  /** Goes on to whoever is to be woken next. False when there is nobody. */
  skip(): boolean {
    const next = this.#next();
    if (next) this.#wakeUp(next);
    return next !== undefined;
  }

  #next() {
    return this.#sleepers.toSorted((one, other) => one.at - other.at)[0];
  }

  #wakeUp(sleeper: { readonly at: number; readonly callBack: () => void }): void {
    this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
    this.#elapsed = Math.max(this.#elapsed, sleeper.at);
    sleeper.callBack();
  }
}
