import { longestWaitMs } from '../../library/outbox/sendings.ts';

const firstWaitMs = 1000;

/** How long to wait after so many failures: full jitter over a time that doubles from a second to five minutes. */
export function backOff(failures: number, random: () => number): number {
  const most = Math.min(firstWaitMs * 2 ** Math.min(failures, 20), longestWaitMs);
  return Math.max(firstWaitMs, Math.round(random() * most));
}
