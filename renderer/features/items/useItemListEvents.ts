import type { GridHandle } from '../../ui/grid-handle.ts';
import type { ItemListEvents } from '../../ui/item-list.ts';
import { useDetailsStore } from './details.store.ts';
import { useSelectionStore, type SelectableList } from './selection.store.ts';
import { useFocusAfterDetails } from './useFocusAfterDetails.ts';
import { useItemDrag } from './useItemDrag.ts';

/** Lets a person choose, open and drag the items of a list on screen. `show` fetches what is in view, where it is not all there. */
export function useItemListEvents(
  grid: () => GridHandle | null,
  list: () => SelectableList,
  show: ItemListEvents['show'] = () => undefined,
): ItemListEvents {
  const details = useDetailsStore();
  const selection = useSelectionStore();

  useItemDrag(
    () => grid()?.canvas,
    (index) => list().itemAt(index),
  );
  useFocusAfterDetails(grid);

  return {
    show,
    choose: (index, mode) => void selection.choose(list(), index, mode),
    clear: selection.clear,
    open(index) {
      const item = list().itemAt(index);
      if (item) void details.open(item);
    },
  };
}
