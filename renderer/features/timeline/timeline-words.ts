import { timelineKinds, type TimelineChange, type TimelineRefresh } from '../../../shared/timeline.ts';
import { formatDate, formatList, formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';

const dayMs = 24 * 60 * 60_000;
const mostSerials = 6;
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short' });

/** What became of an item, in a few words. */
export function wordChange(change: TimelineChange): string {
  if (change.kind === 'repriced') {
    const prices = { from: formatNumber(change.from), to: formatNumber(change.to) };
    return say(change.isAverage ? 'timeline.average' : 'timeline.price', prices);
  }
  if (change.kind === 'moved') return wordMove(change.from, change.to);
  return wordCopies(change);
}

/** A calendar day as a heading. Both in epoch milliseconds. */
export function wordDay(at: number, now: number): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return say('timeline.today');
  if (day === new Date(now - dayMs).toDateString()) return say('timeline.yesterday');
  return formatDate(at);
}

/** The time of day, from epoch milliseconds. */
export function wordTime(at: number): string {
  return clock.format(at);
}

/** What a refresh brought in all: "2 lost, 31 gained". */
export function wordCounts({ counts }: TimelineRefresh): string {
  return timelineKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => say(`timeline.brought.${kind}`, { number: formatNumber(counts[kind]) }))
    .join(', ');
}

function wordMove(from: readonly string[], to: readonly string[]): string {
  if (from.length === 0) return say('timeline.movedTo', { to: formatList(to) });
  if (to.length === 0) return say('timeline.movedFrom', { from: formatList(from) });
  return say('timeline.moved', { from: formatList(from), to: formatList(to) });
}

/** A thing owned once and gone is simply lost; of several, which ones and how many are left counts. */
function wordCopies({ kind, copies, serials, others }: TimelineChange & { kind: 'lost' | 'gained' }): string {
  const isPlain = copies === 1 && others === 0;
  const counted = say(`timeline.${kind}Copies`, { number: formatNumber(copies) }, copies);
  const change = withSerials(isPlain ? say(`timeline.${kind}`) : counted, serials, copies);
  if (kind === 'gained' || others === 0) return change;
  return say('timeline.left', { change, number: formatNumber(others) }, others);
}

function withSerials(change: string, serials: readonly number[], copies: number): string {
  if (serials.length === 0) return change;
  const shown = serials
    .slice(0, mostSerials)
    .map((serial) => `#${serial}`)
    .join(', ');
  const more = copies - Math.min(serials.length, mostSerials);
  const all = more > 0 ? say('timeline.more', { serials: shown, number: formatNumber(more) }) : shown;
  return say('timeline.serials', { change, serials: all });
}
