import type { Range } from '../../../shared/views.ts';

/** One end of a range as it was typed: nothing, a value, or something that cannot be read. */
export type TypedEnd = { readonly value: number | null } | 'unreadable';

const multiples: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 };

/** Reads an amount of Robux: `1500`, `1,500`, `1 500`, `1.5k`, `2m`. */
export function readAmount(text: string): TypedEnd {
  const plain = text.trim().toLowerCase();
  if (plain === '') return { value: null };
  const [, whole, part = '', unit = ''] = /^(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?\s?([km]?)$/.exec(plain) ?? [];
  if (whole === undefined) return 'unreadable';
  const amount = Number(whole.replaceAll(/[, ]/g, '') + part) * (multiples[unit] ?? 1);
  const rounded = Math.round(amount);
  // 1.5k is whole, 1.5 is not; and no price is beyond what can be counted exactly.
  const isWhole = Math.abs(amount - rounded) < 1e-6;
  return isWhole && Number.isSafeInteger(rounded) ? { value: rounded } : 'unreadable';
}

/** Reads a calendar day, `2025-03-31`, as its first or its last millisecond on this computer. */
export function readDay(text: string, end: 'from' | 'to'): TypedEnd {
  if (text.trim() === '') return { value: null };
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined) return 'unreadable';
  const [y, m, d] = [Number(year), Number(month) - 1, Number(day)];
  // A year on its way, such as 0020 of 2025.
  if (y < 1900) return 'unreadable';
  const date = end === 'from' ? new Date(y, m, d) : new Date(y, m, d, 23, 59, 59, 999);
  return date.getMonth() === m && date.getDate() === d ? { value: date.getTime() } : 'unreadable';
}

/** A moment as the calendar day a date field holds. */
export function writeDay(time: number | null): string {
  if (time === null) return '';
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What two typed ends mean together; what cannot be meant has its reason. */
export function readRange(from: TypedEnd, to: TypedEnd): Range | 'unreadable' | 'reversed' {
  if (from === 'unreadable' || to === 'unreadable') return 'unreadable';
  if (from.value !== null && to.value !== null && from.value > to.value) return 'reversed';
  return { from: from.value, to: to.value };
}
