import type { CollectibleDays } from './collectibles.ts';

export const historyRanges = ['month', 'quarter', 'year', 'all'] as const;
export type HistoryRange = (typeof historyRanges)[number];

/** What is known of one line on one day. */
export interface HistoryPoint {
  /** Robux. */
  readonly value: number;
  readonly copies: number;
  /** Different limiteds; null where accounts may have the same. */
  readonly items: number | null;
  readonly unpriced: number;
  /** Accounts that it is the sum of. */
  readonly accounts: number;
}

/** One account, or all together: a point for each day from the first to the last, null on days without one. */
export interface HistoryLine {
  readonly accountId: number | null;
  readonly points: readonly (HistoryPoint | null)[];
}

const lengths: Readonly<Record<HistoryRange, number>> = { month: 30, quarter: 90, year: 365, all: Infinity };

/** Every day of a range that ends today and begins no earlier than what is kept. */
export function daysOf(accounts: readonly CollectibleDays[], range: HistoryRange, today: number): number[] {
  const kept = accounts.flatMap(({ days }) => days[0] ?? []);
  if (kept.length === 0) return [];
  const first = Math.max(Math.min(...kept), today - lengths[range] + 1);
  return Array.from({ length: Math.max(0, today - first + 1) }, (_, index) => first + index);
}

export function lineOf(account: CollectibleDays, days: readonly number[]): HistoryLine {
  const known = pointsOf(account);
  return { accountId: account.accountId, points: days.map((day) => known.get(day) ?? null) };
}

/**
 * All accounts as one line. An account counts from its first kept day on, and one of which no more is to come until its last:
 * a day on which it was not read is unknown for the sum as well, not a day of less value.
 */
export function sumOf(accounts: readonly CollectibleDays[], days: readonly number[]): HistoryLine {
  const all = accounts.map((account) => {
    const { days: kept, isAwaited } = account;
    const last = isAwaited ? Infinity : (kept.at(-1) ?? -1);
    return { first: kept[0] ?? Infinity, last, known: pointsOf(account) };
  });
  const points = days.map((day) => {
    const there = all.filter(({ first, last }) => first <= day && day <= last);
    const parts = there.flatMap(({ known }) => known.get(day) ?? []);
    return parts.length === 0 || parts.length < there.length ? null : parts.reduce(add);
  });
  return { accountId: null, points };
}

function pointsOf(account: CollectibleDays): Map<number, HistoryPoint> {
  return new Map(
    account.days.map((day, index) => [
      day,
      {
        value: account.values[index] ?? 0,
        copies: account.copies[index] ?? 0,
        items: account.items[index] ?? 0,
        unpriced: account.unpriced[index] ?? 0,
        accounts: 1,
      },
    ]),
  );
}

function add(one: HistoryPoint, other: HistoryPoint): HistoryPoint {
  return {
    value: one.value + other.value,
    copies: one.copies + other.copies,
    // What two accounts have is one limited: the days tell how many each has, not which.
    items: null,
    unpriced: one.unpriced + other.unpriced,
    accounts: one.accounts + other.accounts,
  };
}
