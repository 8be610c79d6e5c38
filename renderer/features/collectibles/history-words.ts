import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import type { HistoryPoint } from '../../../shared/collectible-lines.ts';
import type { NamedLine } from './useHistoryLines.ts';

const dayMs = 86_400_000;
// Days are numbers of a calendar, not moments: no time zone moves them.
const wholeDay = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthOfYear = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 4 });

/** A day, as `dayOf` counts, with its year. */
export function wordDay(day: number): string {
  return wholeDay.format(day * dayMs);
}

/** The same on an axis that spans so many days. */
export function wordAxisDay(day: number, span: number): string {
  return (span > 400 ? monthOfYear : shortDay).format(day * dayMs);
}

/** An amount where there is room for little. */
export function wordShort(value: number): string {
  return short.format(value);
}

export function wordCopies({ copies }: HistoryPoint): string {
  return say('collectibles.history.copiesOf', { number: formatNumber(copies) }, copies);
}

/** What is missing in the sum of a point; empty when nothing is. */
export function wordUnpriced({ unpriced }: HistoryPoint): string {
  return unpriced === 0
    ? ''
    : say('collectibles.history.unpricedOf', { number: formatNumber(unpriced) }, unpriced);
}

/** A place of the chart in one sentence. */
export function wordPlace(day: number, lines: readonly NamedLine[], place: number): string {
  const values = lines.flatMap(({ points, chart }) => {
    const point = points[place];
    if (!point) return [];
    const value = formatNumber(point.value);
    const alone = [wordCopies(point), wordUnpriced(point)].filter(Boolean).join(', ');
    return lines.length === 1
      ? say('collectibles.history.pointAlone', { value, copies: alone })
      : say('collectibles.history.pointOf', { name: chart.name, value });
  });
  return say('collectibles.history.point', { day: wordDay(day), values: values.join('; ') });
}
