import type { Clock } from './clock.ts';
import { hourMs, minuteMs } from './endpoint.ts';
import { readRateFacts } from './rate-headers.ts';

/** A budget as it is kept between runs. Times in epoch milliseconds. */
export interface KeptBudget {
  readonly key: string;
  readonly perWindow: number;
  readonly windowMs: number;
  readonly sent: number;
  readonly windowStartedAt: number;
  readonly closedUntil: number;
  readonly savedAt: number;
}

/** Times by the clock that only grows: a computer's clock set wrong neither opens nor closes anything. */
interface Budget {
  perWindow: number;
  windowMs: number;
  /** Requests sent since `windowStartedAt`. */
  sent: number;
  windowStartedAt: number;
  /** No request before this time. */
  closedUntil: number;
  /** 429s one after the other, without an answer between them. */
  refusals: number;
  /** When it opens again in epoch milliseconds, as it was last told. */
  toldAt: number;
}

/**
 * What each endpoint allows, as Roblox's own headers tell it while running. Budgets are kept per key (an endpoint as
 * one account sees it). A budget that is spent, or a 429, closes the endpoint until a known time.
 */
export class Rates {
  readonly #clock: Pick<Clock, 'now' | 'elapsed'>;
  readonly #budgets = new Map<string, Budget>();
  readonly #changed = new Set<string>();

  constructor(clock: Pick<Clock, 'now' | 'elapsed'>) {
    this.#clock = clock;
  }

  /** Milliseconds until the next request may go out. With `leavesReserve` the last fifth of the budget is not touched. */
  waitMs(key: string, perMinute: number, leavesReserve = false): number {
    const budget = this.#budget(key, perMinute);
    const time = this.#startWindow(budget);
    const allowed = leavesReserve ? leaveReserve(budget.perWindow) : budget.perWindow;
    const opensAt = budget.sent >= allowed ? budget.windowStartedAt + budget.windowMs : time;
    return Math.max(budget.closedUntil, opensAt, time) - time;
  }

  /** The same as a time in epoch milliseconds, which stays put while nothing changes. */
  openAt(key: string, perMinute: number, leavesReserve = false): number {
    const at = Math.round(this.#clock.now() + this.waitMs(key, perMinute, leavesReserve));
    const budget = this.#budget(key, perMinute);
    if (Math.abs(budget.toldAt - at) > 1000) budget.toldAt = at;
    return budget.toldAt;
  }

  /** Requests a minute the endpoint allows, and how many of them are for what is not on screen. */
  allowance(key: string, perMinute: number): { readonly perMinute: number; readonly background: number } {
    const { perWindow, windowMs } = this.#budget(key, perMinute);
    const windows = minuteMs / windowMs;
    return { perMinute: perWindow * windows, background: leaveReserve(perWindow) * windows };
  }

  countSent(key: string, perMinute: number): void {
    const budget = this.#budget(key, perMinute);
    this.#startWindow(budget);
    budget.sent += 1;
    this.#changed.add(key);
  }

  /** Takes in an answer's headers. */
  learn(key: string, perMinute: number, status: number, headers: Headers): void {
    const budget = this.#budget(key, perMinute);
    const time = this.#startWindow(budget);
    const { limit, remaining, resetMs, retryAfterMs } = readRateFacts(headers, this.#clock.now());
    if (limit) {
      budget.perWindow = limit.requests;
      budget.windowMs = limit.windowMs;
    }
    // The window is Roblox's own, and others may draw on the same budget.
    if (resetMs !== undefined && resetMs <= budget.windowMs)
      budget.windowStartedAt = time + resetMs - budget.windowMs;
    if (remaining !== undefined) budget.sent = Math.max(budget.sent, budget.perWindow - remaining);
    if (status === 429) {
      // What was on its way when the endpoint closed is refused too, and says nothing new.
      if (time >= budget.closedUntil) budget.refusals += 1;
      const closedForMs = Math.max(retryAfterMs ?? resetMs ?? budget.windowMs, patienceMs(budget.refusals));
      budget.closedUntil = Math.max(budget.closedUntil, time + closedForMs);
    } else {
      budget.refusals = 0;
      if (remaining === 0 && resetMs !== undefined) budget.closedUntil = time + resetMs;
    }
    this.#changed.add(key);
  }

  /** Goes on from what an earlier run learned. A time that cannot be right holds nothing up for more than an hour. */
  restore(kept: readonly KeptBudget[]): void {
    const time = this.#clock.elapsed();
    for (const { key, perWindow, windowMs, sent, windowStartedAt, closedUntil, savedAt } of kept) {
      const passedMs = Math.max(this.#clock.now() - savedAt, 0);
      const window = clamp(windowMs, 1);
      const budget = this.#budget(key, Math.max(1, Math.trunc(perWindow)));
      budget.windowMs = window;
      budget.sent = Math.max(0, sent);
      budget.windowStartedAt = time - passedMs - Math.min(clamp(savedAt - windowStartedAt), window);
      budget.closedUntil = time - passedMs + clamp(closedUntil - savedAt);
    }
  }

  /** What was learned since this was last asked. */
  takeChanges(): KeptBudget[] {
    const [now, time] = [this.#clock.now(), this.#clock.elapsed()];
    const changes = [...this.#changed].flatMap((key) => {
      const budget = this.#budgets.get(key);
      if (!budget) return [];
      const { perWindow, windowMs, sent } = budget;
      const windowStartedAt = Math.round(now + budget.windowStartedAt - time);
      const closedUntil = Math.round(now + Math.max(0, budget.closedUntil - time));
      return [{ key, perWindow, windowMs, sent, windowStartedAt, closedUntil, savedAt: now }];
    });
    this.#changed.clear();
    return changes;
  }

  #budget(key: string, perMinute: number): Budget {
    const known = this.#budgets.get(key);
    if (known) return known;
    const time = this.#clock.elapsed();
    const nothingYet = { sent: 0, windowStartedAt: time, closedUntil: time, refusals: 0, toldAt: 0 };
    const budget = { perWindow: perMinute, windowMs: minuteMs, ...nothingYet };
    this.#budgets.set(key, budget);
    return budget;
  }

  /** Begins a new window when the last one is over. Gives the time. */
  #startWindow(budget: Budget): number {
    const time = this.#clock.elapsed();
    if (time - budget.windowStartedAt >= budget.windowMs) {
      budget.windowStartedAt = time;
      budget.sent = 0;
    }
    return time;
  }
}

function leaveReserve(perWindow: number): number {
  return perWindow - Math.floor(perWindow / 5);
}

/** A first 429 is taken at its word; after that each waits longer, however soon it says to come back. */
function patienceMs(refusals: number): number {
  return refusals < 2 ? 0 : Math.min(1000 * 2 ** (refusals - 2), minuteMs);
}

function clamp(ms: number, least = 0): number {
  return Math.min(Math.max(ms, least), hourMs);
}
