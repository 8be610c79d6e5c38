import { onMounted } from 'vue';
import { restoreFocus, restoreScroll } from '../accounts/scroll-place.ts';
import { useTrailStore } from './trail.store.ts';

/** Brings a view that is come back to from an item's page to its scroll, and the focus to what opened that page. */
export function useReturnToMark(root: () => HTMLElement | undefined): void {
  const trail = useTrailStore();

  onMounted(() => {
    const origin = trail.returningTo();
    const element = root();
    trail.arrive();
    if (!origin || !element) return;
    restoreScroll(element, origin.scrollTop);
    if (origin.mark !== null) restoreFocus(element, origin.mark);
  });
}
