/** Work done bit by bit, so that others who wait for the same thread can go in between: it may stop at each yield. */
export type Sliced<T> = Generator<void, T>;

const sliceMs = 4;
const mostUnderway = 16;
// Who has not asked again by then has gone.
const askedAgainWithinMs = 200;

/** Goes on with some work for a few milliseconds, or for one step at least; null while there is more to do. */
export function workOn<T extends object>(work: Sliced<T>, forMs = sliceMs): T | null {
  const end = performance.now() + forMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() >= end) return null;
  }
}

interface Work<T> {
  readonly steps: Sliced<T>;
  readonly place: string;
  readonly begun: number;
  askedAt: number;
}

/**
 * What is being worked out for those who ask again and again until it is there, by what they ask. Of questions that replace
 * each other, as when somebody searches as they type, the newest is waited for alone: older ones go on by a step at a time
 * until it is answered.
 */
export class Underway<T extends object> {
  readonly #works = new Map<string, Work<T>>();
  #begun = 0;

  /**
   * A slice of the work on `key`, which `begin` begins; null while there is more to do. Questions with the same `place`
   * replace each other.
   */
  step(key: string, begin: () => Sliced<T>, place = key): T | null {
    const work = this.#works.get(key) ?? { steps: begin(), place, begun: ++this.#begun, askedAt: 0 };
    this.#works.delete(key);
    const answer = workOn(work.steps, this.#isOvertaken(work) ? 0 : sliceMs);
    work.askedAt = performance.now();
    if (answer === null) this.#works.set(key, work);
    // Whoever stopped asking left something behind.
    for (const oldest of [...this.#works.keys()].slice(0, -mostUnderway)) this.#works.delete(oldest);
    return answer;
  }

  #isOvertaken({ place, begun }: Work<T>): boolean {
    const since = performance.now() - askedAgainWithinMs;
    return [...this.#works.values()].some(
      (other) => other.place === place && other.begun > begun && other.askedAt >= since,
    );
  }
}

/** Does all of it at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
