import { isTypoOfPrefix, slipsAllowed } from '../../../shared/typos.ts';
import { readSearch } from '../name-search.ts';
import type { Sliced } from '../slices.ts';
import type { KnownCopy } from './copy-memory.ts';

const copiesPerStep = 500;

/** Copies whose name has every word in it, or serial number behind a `#`; where there is none, those but for a slip. */
export function* found(copies: readonly KnownCopy[], search: string): Sliced<readonly KnownCopy[]> {
  const { words } = readSearch(search);
  if (words.length === 0) return copies;
  const fits = yield* those(copies, (copy) => words.every((word) => isIn(copy, word)));
  if (fits.length > 0 || words.some((word) => word.startsWith('#'))) return fits;
  // Copies of one item share their name.
  const known = new Map<string, boolean>();
  return yield* those(copies, ({ folded }) => {
    const answer = known.get(folded) ?? words.every((word) => isLike(folded, word));
    known.set(folded, answer);
    return answer;
  });
}

function isIn({ folded, serial }: KnownCopy, word: string): boolean {
  return folded.includes(word) || (serial !== null && word === `#${serial}`);
}

function isLike(folded: string, word: string): boolean {
  if (folded.includes(word)) return true;
  const slips = slipsAllowed(word);
  return slips > 0 && folded.split(' ').some((target) => isTypoOfPrefix(word, target, slips));
}

function* those(
  copies: readonly KnownCopy[],
  fits: (copy: KnownCopy) => boolean,
): Sliced<readonly KnownCopy[]> {
  const fitting: KnownCopy[] = [];
  for (const [index, copy] of copies.entries()) {
    if (index % copiesPerStep === copiesPerStep - 1) yield;
    if (fits(copy)) fitting.push(copy);
  }
  return fitting;
}
