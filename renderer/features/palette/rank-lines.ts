import { fold } from '../../../shared/fold.ts';
import type { PaletteLine } from './palette-line.ts';

/** The lines that have all words of a text in their label or hint, the best first. All of them where nothing is typed. */
export function rankLines(text: string, lines: readonly PaletteLine[], most: number): readonly PaletteLine[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return lines.slice(0, most);
  return lines
    .flatMap((line) => {
      const rank = rankOf(words, fold(line.label), fold(line.hint));
      return rank === null ? [] : [{ line, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ line }) => line);
}

/** Lower is better, null is not at all: a label that begins so comes before one with a word that does. */
function rankOf(words: readonly string[], label: string, hint: string): number | null {
  let rank = 0;
  for (const [place, word] of words.entries()) {
    if (place === 0 && label.startsWith(word)) continue;
    if (` ${label}`.includes(` ${word}`)) rank += 1;
    else if (label.includes(word)) rank += 3;
    else if (hint.includes(word)) rank += 5;
    else return null;
  }
  return rank;
}
