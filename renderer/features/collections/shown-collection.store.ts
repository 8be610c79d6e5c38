import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** A collection filled by hand, as it is on screen. */
export interface ShownCollection {
  readonly id: number;
  /** Whether its items stand in the person's order, all of them: only then can they be put elsewhere in it. */
  readonly canArrange: boolean;
  readonly total: number;
  /** Puts items at a place of the list, counted without them. */
  readonly arrange: (to: 'first' | 'last' | 'before' | 'after') => void;
  /** How many of these items, by their keys, stand before a place of the list. */
  readonly countBefore: (index: number, keys: ReadonlySet<string>) => Promise<number>;
}

/** The collection on screen, whose items can be taken out of it; null where another list is. */
export const useShownCollectionStore = defineStore('shownCollection', () => {
  const shown = shallowRef<ShownCollection | null>(null);
  return { shown };
});
