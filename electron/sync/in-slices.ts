import { setImmediate } from 'node:timers/promises';

/** Asks until there is an answer, a slice of work each time, and lets others go in between. */
export async function inSlices<T>(slice: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const answer = await slice();
    if (answer !== null) return answer;
    await setImmediate();
  }
}
