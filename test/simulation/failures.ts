/** As often as the engine may try. */
export const mostAttempts = 8;

/**
 * How often Roblox failed over one change without deciding. A count is a range: an answer that came in the moment of a kill
 * may have been written down or not, and only a look into the database could tell.
 */
export class Failures {
  least = 0;
  most = 0;
  at = Number.NEGATIVE_INFINITY;
  #isDone = false;

  fail(at: number): void {
    this.least += 1;
    this.most += 1;
    this.at = at;
  }

  /** Roblox decided; after a kill in that moment nobody knows. */
  done(at: number): void {
    this.least = 0;
    this.#isDone = true;
    this.at = at;
  }

  /** Something else is wanted, or it is tried from the beginning. */
  clear(): void {
    this.least = this.most = 0;
    this.#isDone = false;
    this.at = Number.NEGATIVE_INFINITY;
  }

  /** The same is wanted once more: a change that was parked begins anew, one that waits goes on as it was. */
  repeat(): void {
    if (this.#isDone || this.least >= mostAttempts) this.clear();
    else if (this.most >= mostAttempts) this.mayBegin();
  }

  /** It may be tried from the beginning, or not. */
  mayBegin(): void {
    this.least = 0;
    this.forgetWait();
  }

  forgetWait(): void {
    if (!this.#isDone) this.at = Number.NEGATIVE_INFINITY;
  }

  endRun(now: number): void {
    if (this.at < now) return;
    if (this.#isDone) this.#isDone = false;
    else this.least = Math.max(0, this.least - 1);
    this.at = Number.NEGATIVE_INFINITY;
  }

  /** Whether a failure is so short ago that nothing may go yet. */
  isFresh(now: number, clockSetAt: number): boolean {
    return !this.#isDone && clockSetAt <= this.at && now - this.at < 1000;
  }
}
