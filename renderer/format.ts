import { say } from './i18n.ts';

const wholeNumber = new Intl.NumberFormat('en');
const shortDate = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const hourAndMinute = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const nameList = new Intl.ListFormat('en-GB');
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A whole number with its thousands set apart. */
export function formatNumber(value: number): string {
  return wholeNumber.format(value);
}

/** A calendar day, from epoch milliseconds. */
export function formatDate(time: number): string {
  return shortDate.format(time);
}

/** Names as a sentence lists them: "A, B and C". */
export function formatList(names: readonly string[]): string {
  return nameList.format(names);
}

/** How long ago `time` was, in the largest unit that fits. Both in epoch milliseconds. */
export function formatAge(time: number, now: number): string {
  const age = Math.max(0, now - time);
  if (age < minuteMs) return say('age.moments');
  if (age < hourMs) return relative.format(-Math.floor(age / minuteMs), 'minute');
  if (age < dayMs) return relative.format(-Math.floor(age / hourMs), 'hour');
  return relative.format(-Math.floor(age / dayMs), 'day');
}

/** A size in the unit a person would read it in; files are counted in thousands, as the operating systems do. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return say('settings.bytes.b', { number: formatNumber(bytes) });
  if (bytes < 1e6) return say('settings.bytes.kb', { number: formatNumber(Math.round(bytes / 1e3)) });
  if (bytes < 1e9) return say('settings.bytes.mb', { number: oneDecimal.format(bytes / 1e6) });
  return say('settings.bytes.gb', { number: oneDecimal.format(bytes / 1e9) });
}

/** When something lasting began: to the minute, of another day with its date. */
export function formatSince(time: number, now: number): string {
  const isToday = shortDate.format(time) === shortDate.format(now);
  return (isToday ? hourAndMinute : dateAndTime).format(time);
}

/** A moment of this day by its clock, of another day by its date too. */
export function formatMoment(time: number, now: number): string {
  const isToday = shortDate.format(time) === shortDate.format(now);
  return (isToday ? clockTime : dateAndTime).format(time);
}

/** A short wait such as "12 s" or "3 min", in the unit a person would count it in. */
export function formatWait(durationMs: number): string {
  const seconds = Math.max(1, Math.ceil(durationMs / 1000));
  if (seconds < 90) return say('age.seconds', { count: formatNumber(seconds) });
  return say('age.minutes', { count: formatNumber(Math.ceil(seconds / 60)) });
}
