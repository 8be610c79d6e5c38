import { watch } from 'vue';
import { useWorkStore } from './work.store.ts';

/**
 * What a change is followed by: at once, or when long work is over. Laying out a list of a hundred thousand takes longer than
 * each part of what changes it.
 */
export function useAfterWork(follow: () => void): () => void {
  const works = useWorkStore();
  let isDue = false;

  watch(
    () => works.shown === null,
    (isOver) => {
      if (!isOver || !isDue) return;
      isDue = false;
      follow();
    },
  );

  return () => {
    if (works.shown) isDue = true;
    else follow();
  };
}
