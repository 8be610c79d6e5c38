import { hourMs } from '../roblox/endpoint.ts';

// What was read so long ago is out of date, wherever it stopped.
const resumableForMs = 24 * hourMs;

/** Whether what was begun at `since` is worth going on with. Both in epoch milliseconds; the clock may have been set back. */
export function isResumable(since: number, now: number): boolean {
  const age = now - since;
  return age >= 0 && age < resumableForMs;
}
