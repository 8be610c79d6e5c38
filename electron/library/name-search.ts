import { fold } from '../../shared/fold.ts';
import { itemsPerBlock, nameIn, type ItemBlock, type ItemBlocks } from './item-blocks.ts';
import { isWordStart } from './name-words.ts';
import type { Sliced } from './slices.ts';
import type { ViewBase } from './view-base.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SearchText {
  /** Folded, with single spaces. */
  readonly whole: string;
  /** Its different words, the longest first. */
  readonly words: readonly string[];
}

/** How well a name fits, by slot: 0 not at all. */
export const ranks = { none: 0, whole: 1, namePrefix: 2, wordPrefix: 3, within: 4, typo: 5 } as const;

export function readSearch(search: string): SearchText {
  const whole = fold(search);
  const words = [...new Set(whole.split(' ').filter(Boolean))];
  return { whole, words: words.sort((a, b) => b.length - a.length) };
}

/** Finds names by what a person types of them. */
export class NameSearch {
  readonly #blocks: ItemBlocks;
  readonly #vocabulary: Vocabulary;

  constructor(blocks: ItemBlocks, vocabulary: Vocabulary) {
    this.#blocks = blocks;
    this.#vocabulary = vocabulary;
  }

  /** Names that have every word in them, anywhere. */
  *exact(base: ViewBase, text: SearchText): Sliced<Uint8Array> {
    const found = new Uint8Array(base.size);
    for (const index of base.blocks) {
      const block = this.#blocks.read(index);
      const slots = base.slots.subarray(index * itemsPerBlock, (index + 1) * itemsPerBlock);
      findIn(block, slots, text, found);
      yield;
    }
    return found;
  }

  /** Adds names that have each word in them, or a word that begins like it but for a slip. */
  *addTypos(base: ViewBase, { words }: SearchText, found: Uint8Array): Sliced<void> {
    for (const index of base.blocks) {
      this.#vocabulary.of(this.#blocks.read(index));
      yield;
    }
    const similar: Uint8Array[] = [];
    for (const word of words) {
      similar.push(this.#vocabulary.similarTo(word));
      yield;
    }
    for (const index of base.blocks) {
      const block = this.#blocks.read(index);
      const { starts, ids } = this.#vocabulary.of(block);
      for (let at = 0; at < itemsPerBlock; at += 1) {
        const slot = (base.slots[index * itemsPerBlock + at] ?? 0) - 1;
        if (slot < 0 || found[slot] !== ranks.none) continue;
        const nameIds = ids.subarray(starts[at], starts[at + 1]);
        const isFound = words.every((word, which) => {
          const alike = similar[which];
          return nameIds.some((id) => alike?.[id] === 1) || nameIn(block, at).includes(word);
        });
        if (isFound) found[slot] = ranks.typo;
      }
      yield;
    }
  }
}

/** Goes through the names as one text, from one place where the longest word stands to the next. */
function findIn(block: ItemBlock, slots: Int32Array, search: SearchText, found: Uint8Array): void {
  const { text, starts } = block;
  const [longest = ''] = search.words;
  const isOneWord = search.whole === longest;
  let at = 0;
  for (let hit = text.indexOf(longest); hit !== -1;) {
    while ((starts[at + 1] ?? Infinity) <= hit) at += 1;
    const slot = (slots[at] ?? 0) - 1;
    const next = starts[at + 1] ?? text.length;
    let from = next;
    if (slot >= 0 && !isOneWord) found[slot] = rankOf(nameIn(block, at), search);
    else if (slot >= 0) {
      const isPrefix = hit === starts[at];
      if (isPrefix) found[slot] = hit + longest.length === next - 1 ? ranks.whole : ranks.namePrefix;
      else if (isWordStart(text, hit)) found[slot] = ranks.wordPrefix;
      else {
        // A better place may follow in the same name.
        found[slot] = ranks.within;
        from = hit + 1;
      }
    }
    hit = text.indexOf(longest, from);
  }
}

function rankOf(name: string, { whole, words }: SearchText): number {
  if (name === whole) return ranks.whole;
  if (name.startsWith(whole)) return ranks.namePrefix;
  let isAtWords = true;
  for (const word of words) {
    let at = name.indexOf(word);
    if (at === -1) return ranks.none;
    while (at !== -1 && !isWordStart(name, at)) at = name.indexOf(word, at + 1);
    if (at === -1) isAtWords = false;
  }
  return isAtWords ? ranks.wordPrefix : ranks.within;
}
