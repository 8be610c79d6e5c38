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

// Whoever pastes more than that has not mistyped a name.
const mostMistyped = 12;

export interface Found {
  /** By slot. */
  readonly ranks: Uint8Array;
  /** Those that fit, in no order: the first `count`. */
  readonly slots: Uint32Array;
  count: number;
}

export function readSearch(search: string): SearchText {
  const whole = fold(search);
  const words = [...new Set(whole.split(' ').filter(Boolean))];
  return { whole, words: words.sort((a, b) => b.length - a.length) };
}

/** Finds names by what a person types of them. */
export class NameSearch {
  readonly #blocks: ItemBlocks;
  readonly #vocabulary: Vocabulary;
  // As long as all names: one is enough for every key that is pressed.
  #spareSlots: Uint32Array | null = null;

  constructor(blocks: ItemBlocks, vocabulary: Vocabulary) {
    this.#blocks = blocks;
    this.#vocabulary = vocabulary;
  }

  /** Names that have every word in them, anywhere. */
  *exact(base: ViewBase, text: SearchText): Sliced<Found> {
    const spare = this.#spareSlots;
    this.#spareSlots = null;
    const slots = spare && spare.length >= base.size ? spare : new Uint32Array(base.size);
    const found = { ranks: new Uint8Array(base.size), slots, count: 0 };
    for (const index of base.blocks) {
      findIn(this.#blocks.read(index), index * itemsPerBlock, base, text, found);
      yield;
    }
    return found;
  }

  /** Adds names that have each word in them, or a word that begins like it but for a slip. */
  *addTypos(base: ViewBase, { words }: SearchText, found: Found): Sliced<void> {
    if (words.length > mostMistyped) return;
    for (const index of base.blocks) if (this.#vocabulary.learn(this.#blocks.read(index))) yield;
    const similar: Uint8Array[] = [];
    for (const word of words) {
      similar.push(this.#vocabulary.similarTo(word));
      yield;
    }
    // Only names with something mistyped are left to be found: one word at least must be like one of theirs.
    const any = similar.reduce((all, ids) => all.map((one, id) => one | (ids[id] ?? 0)));
    if (!any.includes(1)) return;
    for (const index of base.blocks) {
      const block = this.#blocks.read(index);
      const { starts, ids } = this.#vocabulary.of(block);
      for (let at = 0; at < itemsPerBlock; at += 1) {
        const slot = (base.slots[index * itemsPerBlock + at] ?? 0) - 1;
        if (slot < 0 || found.ranks[slot] !== ranks.none) continue;
        const start = starts[at] ?? 0;
        const end = starts[at + 1] ?? 0;
        if (!hasAny(any, ids, start, end)) continue;
        const name = nameIn(block, at);
        const isFound = words.every((word, which) => {
          const wanted = similar[which];
          return (wanted && hasAny(wanted, ids, start, end)) || name.includes(word);
        });
        if (!isFound) continue;
        found.ranks[slot] = ranks.typo;
        found.slots[found.count] = slot;
        found.count += 1;
      }
      yield;
    }
  }

  /** Whoever has read the slots of what was found lets the next search have the room. */
  giveBack({ slots }: Found): void {
    this.#spareSlots = slots;
  }
}

function hasAny(wanted: Uint8Array, ids: Uint32Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (wanted[ids[at] ?? 0] === 1) return true;
  return false;
}

/** Goes through the names as one text, from one place where the longest word stands to the next. */
function findIn(
  block: ItemBlock,
  first: number,
  { slots }: ViewBase,
  search: SearchText,
  found: Found,
): void {
  const { text, starts } = block;
  const [longest = ''] = search.words;
  const isOneWord = search.whole === longest;
  let at = 0;
  for (let hit = text.indexOf(longest); hit !== -1;) {
    while ((starts[at + 1] ?? Infinity) <= hit) at += 1;
    const slot = (slots[first + at] ?? 0) - 1;
    const next = starts[at + 1] ?? text.length;
    let from = next;
    if (slot >= 0) {
      const before = found.ranks[slot];
      const isPrefix = hit === starts[at];
      let rank: number = ranks.within;
      if (!isOneWord) rank = rankOf(nameIn(block, at), search);
      else if (isPrefix) rank = hit + longest.length === next - 1 ? ranks.whole : ranks.namePrefix;
      else if (isWordStart(text, hit)) rank = ranks.wordPrefix;
      // A better place may follow in the same name.
      else from = hit + 1;
      found.ranks[slot] = rank;
      if (before === ranks.none && rank !== ranks.none) found.slots[found.count++] = slot;
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
