import { dayOf, startOfDay } from '../../../shared/days.ts';
import { readDay, readRange, writeDay } from '../items/filter-input.ts';

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

/** The days of a preset as a person would type them: who goes on to days of their own begins there. */
export function daysTyped(preset: MoverPreset, today: number): { from: string; to: string } {
  if (preset === 'all' || preset === 'custom') return { from: '', to: '' };
  return { from: writeDay(startOfDay(today - lengths[preset])), to: writeDay(startOfDay(today)) };
}
