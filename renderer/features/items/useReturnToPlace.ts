import { onScopeDispose, watch } from 'vue';
import type { GridHandle } from '../../ui/grid-handle.ts';
import type { SelectableList } from './selection.store.ts';
import { useTrailStore } from './trail.store.ts';

/** Brings a list that is come back to from an item's page to its scroll, and the focus to that item, once it is there. */
export function useReturnToPlace(grid: () => GridHandle | null, list: () => SelectableList): void {
  const trail = useTrailStore();
  const wanted = trail.returningTo();
  if (!wanted) return;

  const stop = watch(
    () => [grid(), list().total()] as const,
    ([handle, total]) => {
      if (!handle?.canvas || total === 0) return;
      // What the palette found need not be in the list.
      handle.bringBack(wanted.list ? Math.min(trail.index, total - 1) : null, wanted.scrollTop);
      trail.arrive();
      stop();
    },
    { flush: 'post' },
  );
  // A list that never came is not waited for in another view.
  onScopeDispose(trail.arrive);
}
