import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

/** Which side of a row the dragged account would land on. */
export type DropEdge = 'top' | 'bottom';

export interface AccountDrop {
  readonly onHover: (edge: DropEdge | null) => void;
  readonly onDrop: (draggedId: number, edge: DropEdge) => void;
}

const kind = Symbol('account');

/** Lets a row be dragged by its handle, and take another above or below itself. Returns how to undo that. */
export function makeAccountMovable(
  row: HTMLElement,
  handle: HTMLElement,
  accountId: number,
  { onHover, onDrop }: AccountDrop,
): () => void {
  return combine(
    draggable({ element: row, dragHandle: handle, getInitialData: () => ({ kind, accountId }) }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data['kind'] === kind && source.data['accountId'] !== accountId,
      onDrag: ({ location }) => onHover(edgeAt(row, location.current.input.clientY)),
      onDragLeave: () => onHover(null),
      onDrop: ({ source, location }) => {
        onHover(null);
        onDrop(Number(source.data['accountId']), edgeAt(row, location.current.input.clientY));
      },
    }),
  );
}

function edgeAt(row: HTMLElement, clientY: number): DropEdge {
  const { top, height } = row.getBoundingClientRect();
  return clientY < top + height / 2 ? 'top' : 'bottom';
}
