/** How many slips of the finger a word of that length may hold: one from 4 letters, two from 8. */
export function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Whether `word` is how one may mistype the beginning of `target`: with at most `slips` letters swapped with their
 * neighbour, dropped, added or replaced.
 */
export function isTypoOfPrefix(word: string, target: string, slips: number): boolean {
  if (word.length > target.length + slips) return false;
  // Distances between beginnings of both (optimal string alignment), a row for each letter of the target.
  const width = word.length + 1;
  let before = new Uint8Array(width);
  let last = new Uint8Array(width);
  let row = Uint8Array.from({ length: width }, (_, index) => Math.min(index, 255));
  const length = Math.min(target.length, word.length + slips);
  for (let at = 1; at <= length; at += 1) {
    [before, last, row] = [last, row, before];
    row[0] = at;
    let least = at;
    for (let index = 1; index < width; index += 1) {
      const isSame = word.charCodeAt(index - 1) === target.charCodeAt(at - 1);
      let cost = Math.min(
        (last[index] ?? 0) + 1,
        (row[index - 1] ?? 0) + 1,
        (last[index - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap =
        index > 1 &&
        at > 1 &&
        word.charCodeAt(index - 1) === target.charCodeAt(at - 2) &&
        word.charCodeAt(index - 2) === target.charCodeAt(at - 1);
      if (isSwap) cost = Math.min(cost, (before[index - 2] ?? 0) + 1);
      row[index] = Math.min(cost, 255);
      least = Math.min(least, cost);
    }
    if ((row[word.length] ?? 255) <= slips) return true;
    if (least > slips) return false;
  }
  return false;
}
