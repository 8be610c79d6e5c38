import { isTypoOfPrefix, slipsAllowed } from '../../shared/typos.ts';
import { itemsPerBlock, nameIn, type ItemBlock } from './item-blocks.ts';
import { wordsOf } from './name-words.ts';

/** The words of the names of a block: those of item `at` are `ids` from `starts[at]` up to `starts[at + 1]`. */
export interface BlockWords {
  readonly starts: Uint32Array;
  readonly ids: Uint32Array;
}

/** The different words in the names of items, numbered as they are met. Only a search with a slip in it needs them. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  /** Which letters each word has, as bits. */
  readonly #letters: number[] = [];
  readonly #blocks = new WeakMap<ItemBlock, BlockWords>();

  /** Whether the words of a block were new, and had to be read. */
  learn(block: ItemBlock): boolean {
    const isNew = !this.#blocks.has(block);
    if (isNew) this.of(block);
    return isNew;
  }

  of(block: ItemBlock): BlockWords {
    const known = this.#blocks.get(block);
    if (known) return known;
    const starts = new Uint32Array(itemsPerBlock + 1);
    const ids: number[] = [];
    for (let at = 0; at < itemsPerBlock; at += 1) {
      for (const word of wordsOf(nameIn(block, at))) ids.push(this.#idOf(word));
      starts[at + 1] = ids.length;
    }
    const words = { starts, ids: Uint32Array.from(ids) };
    this.#blocks.set(block, words);
    return words;
  }

  /** By number: 1 for a word that begins like `word` but for a slip or two, as long as that one is. */
  similarTo(word: string): Uint8Array {
    const similar = new Uint8Array(this.#words.length);
    const slips = slipsAllowed(word);
    if (slips === 0) return similar;
    const letters = lettersOf(word);
    for (const [id, target] of this.#words.entries()) {
      const missing = letters & ~(this.#letters[id] ?? 0);
      if (hasAtMost(slips, missing) && isTypoOfPrefix(word, target, slips)) similar[id] = 1;
    }
    return similar;
  }

  #idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#words.push(word) - 1;
    this.#ids.set(word, id);
    this.#letters.push(lettersOf(word));
    return id;
  }
}

// Letters that share a bit only let through a word more, which is then compared in full.
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function hasAtMost(most: number, bits: number): boolean {
  let left = bits;
  for (let count = 0; count < most; count += 1) left &= left - 1;
  return left === 0;
}
