import { onWatcherCleanup, watch } from 'vue';
import type { Item } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import { makeItemsDraggable } from '../../ui/item-drag.ts';
import { useSelectionStore } from './selection.store.ts';

/** Lets a grid's tiles be dragged: the selected ones together, any other one alone. */
export function useItemDrag(
  grid: () => HTMLElement | null | undefined,
  itemAt: (index: number) => Item | undefined,
): void {
  const selection = useSelectionStore();

  function itemsAt(clientX: number, clientY: number): readonly Item[] {
    const tile = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-index]');
    const item = tile ? itemAt(Number(tile.dataset['index'])) : undefined;
    if (!item) return [];
    return selection.chosen.has(itemKey(item)) ? selection.items : [item];
  }

  watch(grid, (element) => {
    if (element) onWatcherCleanup(makeItemsDraggable(element, { itemsAt }));
  });
}
