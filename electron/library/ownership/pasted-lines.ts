import { AppError } from '../../../shared/errors.ts';
import { plainId, readAddress, toRef } from '../../../shared/item-text.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { ownershipLimits, type LineFault } from '../../../shared/ownership.ts';

/** One item a line names. */
export interface PastedItem {
  readonly ref: ItemRef;
  /** Whether an address says what kind it is: an id alone is an asset's until somebody knows better. */
  readonly isCertain: boolean;
  readonly note: string | null;
}

export interface PastedLine {
  /** Counted from 1, empty ones too. */
  readonly line: number;
  readonly text: string;
  readonly items: readonly PastedItem[];
  /** Why it names none. */
  readonly fault: LineFault | null;
}

interface Word {
  /** Without what stands around an id in a sentence. */
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

const separators = ' ,;|:=–-';
/** Of no width, or only about the direction of what is written: none of them parts what it stands in. */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/**
 * Reads a pasted list, a line at a time: ids and addresses, one or more of them, or one with text beside it. Throws
 * `ownershipListTooLong`.
 */
export function readPastedLines(text: string): PastedLine[] {
  const lines: PastedLine[] = [];
  let items = 0;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, index + 1);
    items += read.items.length;
    lines.push(read);
    if (lines.length > ownershipLimits.lines || items > ownershipLimits.lines) throw tooLong();
  }
  return lines;
}

export function tooLong(): AppError {
  return new AppError('ownershipListTooLong', `More than ${ownershipLimits.lines} lines or items`);
}

function readLine(whole: string, line: number): PastedLine {
  // A bullet, or the number of a list, is no id.
  // Signs nobody sees come along from pages and chats; a link in Markdown has its words in front of it.
  const seen = whole.replaceAll(unseen, '').replaceAll('](', '] (').trim();
  const text = seen.replace(/^(?:[-*•–]|\d{1,4}[.)])\s+(?=\S)/, '');
  const words = [...text.matchAll(/[^\s,;|]+/g)].map(({ 0: word, index: start }): Word => {
    const bare = strip(word, '#([{<"\'', ':.)]}>"\'');
    return { bare, start, end: start + word.length };
  });
  const kept = { line, text: shorten(whole.trim()) };
  const addresses = words.flatMap((word) => {
    const address = readAddress(word.bare);
    return address ? [{ word, ...address }] : [];
  });
  const pages = addresses.flatMap(({ word, type, digits }) =>
    type === null || digits === '' ? [] : [{ word, ref: toRef(type, digits), digits }],
  );
  if (addresses.length === 0) return { ...kept, ...readIds(text, words) };
  if (pages.length === 0) return { ...kept, items: [], fault: 'noItemPage' };
  return { ...kept, ...toItems(text, pages, true) };
}

/** Numbers are ids where a line has nothing else; beside a text the longest of them is: names have numbers too. */
function readIds(text: string, words: readonly Word[]): Pick<PastedLine, 'items' | 'fault'> {
  const numbers = words.flatMap((word) => {
    const digits = plainId(word.bare);
    return digits === undefined ? [] : [{ word, digits, ref: toRef('Asset', digits) }];
  });
  const [longest] = numbers.toSorted((one, other) => other.digits.length - one.digits.length);
  if (!longest) return { items: [], fault: 'noId' };
  return toItems(text, numbers.length === words.length ? numbers : [longest], false);
}

/** One that is no id among several would be lost without a word: the line as a whole is told then. */
function toItems(
  text: string,
  meant: readonly { readonly word: Word; readonly digits: string; readonly ref: ItemRef | null }[],
  isCertain: boolean,
): Pick<PastedLine, 'items' | 'fault'> {
  const wrong = meant.find(({ ref }) => ref === null);
  if (wrong) return { items: [], fault: /^\d+$/.test(wrong.digits) ? 'idNotSafe' : 'noItemPage' };
  const note = noteOf(
    text,
    meant.map(({ word }) => word),
  );
  return { items: meant.flatMap(({ ref }) => (ref ? [{ ref, isCertain, note }] : [])), fault: null };
}

/** What stands beside the words that name items. */
function noteOf(text: string, named: readonly Word[]): string | null {
  const ends = [0, ...named.map(({ end }) => end)];
  const beside = ends.map((end, place) => text.slice(end, named[place]?.start)).join(' ');
  const bare = strip(beside.replaceAll(/\s+/g, ' '), separators, separators);
  const note = bare.replace(/^"(.*)"$/, '$1');
  return note === '' ? null : shorten(note);
}

/** Without these characters at its ends: an expression for it takes hours over a line of nothing but hyphens. */
function strip(text: string, leading: string, trailing: string): string {
  let [start, end] = [0, text.length];
  while (start < end && leading.includes(text.charAt(start))) start += 1;
  while (end > start && trailing.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function shorten(text: string): string {
  return text.slice(0, ownershipLimits.line).toWellFormed();
}
