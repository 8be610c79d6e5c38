import { hourMs, minuteMs } from './endpoint.ts';

/** What an answer's headers say about the budget of its endpoint. Times in milliseconds from the answer on. */
export interface RateFacts {
  readonly limit: { readonly requests: number; readonly windowMs: number } | undefined;
  readonly remaining: number | undefined;
  readonly resetMs: number | undefined;
  readonly retryAfterMs: number | undefined;
}

/** Reads `x-ratelimit-*` and `retry-after`; no time is longer than an hour. `now` in epoch milliseconds. */
export function readRateFacts(headers: Headers, now: number): RateFacts {
  return {
    limit: readLimit(headers.get('x-ratelimit-limit')),
    remaining: firstNumber(headers.get('x-ratelimit-remaining')),
    resetMs: seconds(headers.get('x-ratelimit-reset')),
    retryAfterMs: readRetryAfter(headers, now),
  };
}

/** `1000, 1000;w=60`: a limit and, after `w=`, its window in seconds. */
function readLimit(value: string | null): RateFacts['limit'] {
  const requests = firstNumber(value);
  if (!requests) return undefined;
  const window = Number(/;\s*w=(\d+)/.exec(value ?? '')?.[1] ?? 60);
  return { requests, windowMs: clamp(window * 1000) || minuteMs };
}

/** Seconds or a date; undefined when it is missing or unreadable. */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const decimal = /^\s*\d+\.\d+\s*$/.test(value) ? Math.ceil(Number(value)) * 1000 : undefined;
  // A date is by Roblox's clock; this computer's may be years off.
  const sentAt = Date.parse(headers.get('date') ?? '');
  const ms = seconds(value) ?? decimal ?? Date.parse(value) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(ms) ? undefined : clamp(ms);
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
