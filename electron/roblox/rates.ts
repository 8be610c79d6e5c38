import { hourMs, minuteMs } from './endpoint.ts';

interface Budget {
  perWindow: number;
  windowMs: number;
  /** Requests sent since `windowStartedAt`. */
  sent: number;
  windowStartedAt: number;
  /** No request before this time, epoch milliseconds. */
  closedUntil: number;
}

/**
 * What each endpoint allows, as Roblox's own headers tell it while running. Budgets are kept per key (an endpoint as
 * one account sees it). A budget that is spent, or a 429, closes the endpoint until a known time.
 */
export class Rates {
  readonly #budgets = new Map<string, Budget>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** When the next request may go out: a time not after now means at once. Epoch milliseconds. */
  openAt(key: string, perMinute: number): number {
    const budget = this.#budget(key, perMinute);
    this.#startWindow(budget);
    const isSpent = budget.sent >= budget.perWindow;
    return Math.max(budget.closedUntil, isSpent ? budget.windowStartedAt + budget.windowMs : 0);
  }

  countSent(key: string, perMinute: number): void {
    this.#budget(key, perMinute).sent += 1;
  }

  /** Takes in an answer's headers. */
  learn(key: string, perMinute: number, status: number, headers: Headers): void {
    const budget = this.#budget(key, perMinute);
    const limit = readLimit(headers.get('x-ratelimit-limit'));
    if (limit) {
      budget.perWindow = limit.requests;
      budget.windowMs = limit.windowMs;
    }
    const resetMs = seconds(headers.get('x-ratelimit-reset'));
    const remaining = firstNumber(headers.get('x-ratelimit-remaining'));
    if (status === 429) {
      budget.closedUntil = this.#now() + (this.#retryAfterMs(headers) ?? resetMs ?? budget.windowMs);
    } else if (remaining === 0 && resetMs !== undefined) {
      budget.closedUntil = this.#now() + resetMs;
    }
  }

  #budget(key: string, perMinute: number): Budget {
    const known = this.#budgets.get(key);
    if (known) return known;
    const budget = {
      perWindow: perMinute,
      windowMs: minuteMs,
      sent: 0,
      windowStartedAt: this.#now(),
      closedUntil: 0,
    };
    this.#budgets.set(key, budget);
    return budget;
  }

  #startWindow(budget: Budget): void {
    const age = this.#now() - budget.windowStartedAt;
    // A clock set back would otherwise keep a spent window closed for as long as it was set back.
    if (age < 0 || age >= budget.windowMs) {
      budget.windowStartedAt = this.#now();
      budget.sent = 0;
      if (age < 0) budget.closedUntil = 0;
    }
  }

  /** `retry-after` in seconds or as a date, clamped to an hour; undefined when it is missing or unreadable. */
  #retryAfterMs(headers: Headers): number | undefined {
    const value = headers.get('retry-after');
    if (!value) return undefined;
    const decimal = /^\s*\d+\.\d+\s*$/.test(value) ? Math.ceil(Number(value)) * 1000 : undefined;
    const ms = seconds(value) ?? decimal ?? Date.parse(value) - this.#now();
    return Number.isNaN(ms) ? undefined : clamp(ms);
  }
}

/** `1000, 1000;w=60`: a limit and, after `w=`, its window in seconds. */
function readLimit(value: string | null): { requests: number; windowMs: number } | undefined {
  const requests = firstNumber(value);
  if (!requests) return undefined;
  const window = Number(/;\s*w=(\d+)/.exec(value ?? '')?.[1] ?? 60);
  return { requests, windowMs: clamp(window * 1000) || minuteMs };
}

function firstNumber(value: string | null): number | undefined {
  const digits = /^\s*(\d{1,9})/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function seconds(value: string | null): number | undefined {
  if (!/^\s*\d+\s*(,|$)/.test(value ?? '')) return undefined;
  const first = firstNumber(value);
  return clamp((first ?? Number.POSITIVE_INFINITY) * 1000);
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, 0), hourMs);
}
