import { dayOf } from '../../../shared/days.ts';
import { readDay, readRange } from '../items/filter-input.ts';

export const moverPresets = ['week', 'month', 'quarter', 'all', 'custom'] as const;
export type MoverPreset = (typeof moverPresets)[number];

export type MoverDays =
  { readonly from: number; readonly to: number } | { readonly problem: 'unreadable' | 'reversed' };

const lengths = { week: 7, month: 30, quarter: 90 } as const;

/** The days to compare: of a preset up to today, or those typed, where an open end is the first day or today. */
export function daysAsked(
  preset: MoverPreset,
  typed: { from: string; to: string },
  today: number,
): MoverDays {
  if (preset === 'all') return { from: 0, to: today };
  if (preset !== 'custom') return { from: today - lengths[preset], to: today };
  const range = readRange(readDay(typed.from, 'from'), readDay(typed.to, 'to'));
  if (typeof range === 'string') return { problem: range };
  return {
    from: range.from === null ? 0 : dayOf(range.from),
    to: range.to === null ? today : dayOf(range.to),
  };
}
