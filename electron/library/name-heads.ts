import { blockOf, itemsPerBlock } from './item-blocks.ts';
import type { Sliced } from './slices.ts';
import type { ViewFacts } from './view-filter.ts';

const headLetters = 6;
const widestLetter = 255;
const slotsPerStep = 4096;

/**
 * The first twelve letters of each name as two numbers by slot, which order names as the letters do: a million names are
 * sorted without going back to the text for most of them.
 */
export function* readHeads({ base, blocks }: Pick<ViewFacts, 'base' | 'blocks'>): Sliced<Float64Array> {
  const heads = new Float64Array(2 * base.size);
  for (let slot = 0; slot < base.size; slot += 1) {
    if (slot % slotsPerStep === 0) yield;
    const number = base.numbers[slot] ?? 0;
    const block = blocks[blockOf(number)];
    if (!block) continue;
    const start = block.starts[number % itemsPerBlock] ?? 0;
    const end = Math.max(start, (block.starts[(number % itemsPerBlock) + 1] ?? 0) - 1);
    let head = 0;
    let isWide = false;
    for (let letter = 0; letter < 2 * headLetters; letter += 1) {
      const at = start + letter;
      // Beyond the end comes before any letter; behind a letter that is too wide nothing counts any more.
      const code: number = isWide ? widestLetter : at < end ? block.text.charCodeAt(at) : 0;
      isWide ||= code >= widestLetter;
      head = head * 256 + Math.min(code, widestLetter);
      if (letter % headLetters !== headLetters - 1) continue;
      heads[2 * slot + (letter < headLetters ? 0 : 1)] = head;
      head = 0;
    }
  }
  return heads;
}
