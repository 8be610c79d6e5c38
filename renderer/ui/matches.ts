import { fold } from '../../shared/fold.ts';
import { isTypoOfPrefix, slipsAllowed } from '../../shared/typos.ts';

export interface NamePart {
  readonly text: string;
  readonly isMatch: boolean;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

// Most names: nothing in them is longer or shorter when folded.
const plain = /^[\x20-\x7e]*$/;
const gap = /[\s\p{Cc}]/u;
const nameWord = /[\p{Letter}\p{Number}]+/gu;
const wordStart = /^$|[^\p{Letter}\p{Number}]$/u;

/**
 * Cuts a name where the words of a search occur in it, compared as the search itself compares: without case, accents or
 * compatibility forms. Of a word with a slip in it the name's own word is set off. Nothing is added or lost.
 */
export function splitMatches(name: string, search: string): readonly NamePart[] {
  const { text, places } = foldWithPlaces(name);
  const words = [...new Set(foldWithPlaces(search).text.split(/\s+/).filter(Boolean))];
  const parts: NamePart[] = [];
  let end = 0;
  for (const stretch of join(words.flatMap((word) => find(text, word)))) {
    const from = places[stretch.from] ?? 0;
    const to = places[stretch.to] ?? name.length;
    // Between two units of one character, such as those of a ligature.
    if (to <= from || from < end) continue;
    if (from > end) parts.push({ text: name.slice(end, from), isMatch: false });
    parts.push({ text: name.slice(from, to), isMatch: true });
    end = to;
  }
  if (end < name.length) parts.push({ text: name.slice(end), isMatch: false });
  return parts;
}

/** Stretches that meet or overlap as one. */
function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (!last || stretch.from > last.to) joined.push(stretch);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
  }
  return joined;
}

/** Where words begin with it, else where it first occurs: a single letter would be everywhere. */
function find(text: string, word: string): readonly Stretch[] {
  const all: Stretch[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    all.push({ from, to: from + word.length });
  }
  if (all.length === 0) return findMistyped(text, word);
  const starting = all.filter(({ from }) => wordStart.test(text.slice(0, from).slice(-2)));
  return starting.length > 0 ? starting : all.slice(0, word.length > 1 ? undefined : 1);
}

/** The words that somebody who mistyped it may have meant. */
function findMistyped(text: string, word: string): readonly Stretch[] {
  const slips = slipsAllowed(word);
  if (slips === 0) return [];
  return [...text.matchAll(nameWord)]
    .filter(([target]) => isTypoOfPrefix(word, target, slips))
    .map(({ 0: target, index }) => ({ from: index, to: index + target.length }));
}

/** A folded text, and for each of its units where in the original it comes from. */
function foldWithPlaces(original: string): { readonly text: string; readonly places: readonly number[] } {
  if (plain.test(original))
    return { text: original.toLowerCase(), places: [...Array(original.length + 1).keys()] };
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = gap.test(character) ? ' ' : fold(character);
    for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    text += folded;
    at += character.length;
  }
  places.push(original.length);
  return { text, places };
}
