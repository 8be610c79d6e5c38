import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say, type Sentence } from '../../i18n.ts';
import { useWorkStore } from '../work/work.store.ts';

/** A list of which some is loaded. */
export interface ReadableList {
  readonly itemAt: (index: number) => Item | undefined;
  /** Fetches what is not loaded yet of a stretch of the list. */
  readonly loadRange: (first: number, last: number) => Promise<void>;
}

export interface Stretch {
  readonly first: number;
  /** Asked again as it is read: what arrives may tell of more. */
  readonly last: () => number;
}

interface Reading {
  /** With `{done}` and `{total}`. */
  readonly words: Sentence;
  /** Whether somebody still waits for it. */
  readonly isWanted?: () => boolean;
}

export type ReadItems = (
  list: ReadableList,
  stretch: Stretch,
  reading: Reading,
) => Promise<readonly Item[] | null>;

// Ten pages: enough at once to be quick, few enough to be called off.
const itemsAtOnce = 2000;

/**
 * Reads a stretch of a list, whatever of it is loaded: a long one in its turn, with how far it has come. Null when it was
 * called off. Throws what the list does.
 */
export function useReadItems(): ReadItems {
  const work = useWorkStore();

  return async (list, stretch, { words, isWanted = () => true }) => {
    const { first, last } = stretch;
    const total = () => last() - first + 1;
    if (total() <= itemsAtOnce) {
      await list.loadRange(first, last());
      if (total() <= itemsAtOnce) return loaded(list, stretch);
    }
    const word = (done: number) => say(words, { done: formatNumber(done), total: formatNumber(total()) });
    return work.run({ word, total: total() }, async ({ report, isCancelled }) => {
      for (let from = first; from <= last(); from += itemsAtOnce) {
        if (isCancelled() || !isWanted()) return null;
        await list.loadRange(from, Math.min(last(), from + itemsAtOnce - 1));
        report(Math.min(total(), from - first + itemsAtOnce));
      }
      return loaded(list, stretch);
    });
  };
}

function loaded(list: ReadableList, { first, last }: Stretch): readonly Item[] {
  const found: Item[] = [];
  for (let index = first; index <= last(); index += 1) {
    const item = list.itemAt(index);
    if (item) found.push(item);
  }
  return found;
}
