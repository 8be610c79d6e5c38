import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { Item } from '../../shared/items.ts';
import { itemKey } from '../item-key.ts';

const kind = Symbol('items');
const mostPictures = 3;

export interface ItemDragSource {
  /** The items that go along when the tile under this point is dragged; none means no drag. */
  readonly itemsAt: (clientX: number, clientY: number) => readonly Item[];
  readonly onEnd?: () => void;
}

/** Lets the selected tiles of a grid be dragged. One registration for the whole grid keeps tiles light. */
export function makeItemsDraggable(grid: HTMLElement, source: ItemDragSource): () => void {
  let items: readonly Item[] = [];
  return draggable({
    element: grid,
    canDrag: ({ input }) => {
      items = source.itemsAt(input.clientX, input.clientY);
      return items.length > 0;
    },
    getInitialData: () => ({ kind, items }),
    onGenerateDragPreview: ({ nativeSetDragImage }) => {
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: () => ({ x: 36, y: 36 }),
        render: ({ container }) => container.append(drawPreview(grid, items)),
      });
    },
    onDrop: () => source.onEnd?.(),
  });
}

export interface ItemDropTarget {
  /** False while nothing can be taken; a drop still arrives, so that the reason can be told. */
  readonly isOpen: () => boolean;
  readonly onHover: (count: number | null) => void;
  readonly onDrop: (items: readonly Item[]) => void;
}

/** Lets an element take dragged items. */
export function makeItemsDroppable(element: HTMLElement, target: ItemDropTarget): () => void {
  return dropTargetForElements({
    element,
    canDrop: ({ source }) => source.data['kind'] === kind,
    // There is no drop effect for "not here", and a refused drop still deserves its reason.
    getDropEffect: () => (target.isOpen() ? 'copy' : 'link'),
    onDragEnter: ({ source }) => target.onHover(itemsOf(source.data).length),
    onDragLeave: () => target.onHover(null),
    onDrop: ({ source }) => {
      target.onHover(null);
      target.onDrop(itemsOf(source.data));
    },
  });
}

function itemsOf(data: Record<string | symbol, unknown>): readonly Item[] {
  return data['kind'] === kind ? (data['items'] as readonly Item[]) : [];
}

// Clones pictures that are on screen already: nothing is fetched while the drag begins.
function drawPreview(grid: HTMLElement, items: readonly Item[]): HTMLElement {
  const preview = document.createElement('div');
  preview.className = 'drag-preview';
  for (const item of items) {
    if (preview.childElementCount === mostPictures) break;
    const picture = grid.querySelector(`[data-item="${itemKey(item)}"] img`)?.cloneNode();
    if (!(picture instanceof HTMLElement)) continue;
    picture.className = 'drag-preview-image';
    preview.append(picture);
  }
  const count = document.createElement('div');
  count.className = 'drag-preview-count';
  count.textContent = String(items.length);
  preview.append(count);
  return preview;
}
