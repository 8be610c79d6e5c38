import { onScopeDispose } from 'vue';
import { itemKey } from '../../item-key.ts';
import type { GridHandle } from '../../ui/grid-handle.ts';
import type { ItemListEvents } from '../../ui/item-list.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import type { ItemSource, Load, Spot } from '../carry/load.ts';
import { useDragSource } from '../carry/useDragSource.ts';
import { useDetailsStore } from './details.store.ts';
import { useSelectionStore, type SelectableList } from './selection.store.ts';
import { useTrailStore } from './trail.store.ts';
import { useFocusAfterDetails } from './useFocusAfterDetails.ts';
import { useReturnToPlace } from './useReturnToPlace.ts';

export interface ItemListFacts {
  /** Fetches what is in view, where it is not all there. */
  readonly show?: ItemListEvents['show'];
  /** What items are carried out of. */
  readonly from?: ItemSource;
  /** What the list is called. */
  readonly title?: () => string;
}

/** Lets a person choose, open, drag, cut and copy the items of a list on screen. */
export function useItemListEvents(
  grid: () => GridHandle | null,
  list: () => SelectableList,
  { show = () => undefined, from = { kind: 'library' }, title = () => '' }: ItemListFacts = {},
): ItemListEvents {
  const accounts = useAccountStore();
  const details = useDetailsStore();
  const selection = useSelectionStore();
  const trail = useTrailStore();

  /** The selected items together, any other one alone. */
  function loadAt({ target }: Spot): Load | null {
    const tile = target?.closest<HTMLElement>('[data-index]');
    const item = tile ? list().itemAt(Number(tile.dataset['index'])) : undefined;
    if (!item) return null;
    const items = selection.chosen.has(itemKey(item)) ? selection.items : [item];
    return { kind: 'items', items, from, scope: list().scope ?? accounts.scope };
  }

  useDragSource(() => grid()?.canvas, loadAt);
  useFocusAfterDetails(grid);
  useReturnToPlace(grid, list);
  selection.from = from;
  selection.title = title;
  selection.list = list;
  onScopeDispose(() => {
    if (selection.list === list) selection.list = null;
  });

  return {
    show,
    choose: (index, mode) => void selection.choose(list(), index, mode),
    clear: selection.clear,
    open(index) {
      const item = list().itemAt(index);
      if (item) void details.openFromList(item);
    },
    openPage(index) {
      const item = list().itemAt(index);
      if (!item) return;
      selection.anchor = index;
      void trail.open(item);
    },
  };
}
