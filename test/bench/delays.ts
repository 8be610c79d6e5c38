import type { App } from '../e2e/launch-app.ts';
import { startDelays, stopDelays } from './page-probes.ts';
import { fillInMissed, formatFigure, quantile } from './statistics.ts';

const intervalMs = 5;

/** How late what wanted to run in a thread was, at any moment of the task. Milliseconds. */
export interface Delays {
  readonly p99: number;
  readonly longest: number;
}

/** Watches the page's thread and the main process's while the task runs. */
export async function watchDelays(
  { page, evaluate }: App,
  task: () => Promise<unknown>,
): Promise<{ page: Delays; main: Delays }> {
  await evaluate(startDelays, intervalMs);
  await page.evaluate(`(${String(startDelays)})(null, ${intervalMs})`);
  await task();
  const inPage = await page.evaluate(stopDelays);
  const inMain = await evaluate(stopDelays);
  return { page: sumUp(inPage), main: sumUp(inMain) };
}

export function describeDelays({ p99, longest }: Delays): string {
  return `p99 ${formatFigure(p99)} ms, longest ${formatFigure(longest)} ms`;
}

function sumUp(delays: readonly number[]): Delays {
  return { p99: quantile(fillInMissed(delays, intervalMs), 0.99), longest: Math.max(...delays) };
}
