/** Work done bit by bit, so that others who wait for the same thread can go in between: it may stop at each yield. */
export type Sliced<T> = Generator<void, T>;

const sliceMs = 4;
const mostUnderway = 16;

/** Goes on with some work for a few milliseconds; null while there is more to do. */
export function workOn<T extends object>(work: Sliced<T>): T | null {
  const end = performance.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() >= end) return null;
  }
}

/** What is being worked out for those who ask again and again until it is there, by what they ask. */
export class Underway<T extends object> {
  readonly #works = new Map<string, Sliced<T>>();

  /** A slice of the work on `key`, which `begin` begins; null while there is more to do. */
  step(key: string, begin: () => Sliced<T>): T | null {
    const work = this.#works.get(key) ?? begin();
    this.#works.delete(key);
    const answer = workOn(work);
    if (answer === null) this.#works.set(key, work);
    // Whoever stopped asking left something behind.
    for (const oldest of [...this.#works.keys()].slice(0, -mostUnderway)) this.#works.delete(oldest);
    return answer;
  }
}

/** Does all of it at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
