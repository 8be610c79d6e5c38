import { watch } from 'vue';
import { useSelectionStore } from './selection.store.ts';

/**
 * Clears the selection of a list that has become shorter: which of its items are gone is not known, and those that are no
 * longer seen must not be filed along with the next ones.
 */
export function useClearWhenShorter(total: () => number, isWanted: () => boolean = () => true): void {
  const selection = useSelectionStore();
  watch(total, (now, before) => {
    if (now < before && isWanted()) selection.clear();
  });
}
