import { onScopeDispose, watch } from 'vue';
import { useCarryStore } from '../carry/carry.store.ts';
import type { Load, Place, Side, Spot } from '../carry/load.ts';
import { useDropZone } from '../carry/useDropZone.ts';
import { useShownCollectionStore } from './shown-collection.store.ts';

/**
 * Lets the view of a collection take what is carried: between its items where they stand in the person's order, and
 * otherwise at its end. Where it would go is marked on the tile itself: no list is drawn anew while the pointer moves.
 */
export function useCollectionZone(view: () => HTMLElement | null | undefined, id: number): void {
  const carry = useCarryStore();
  const shownCollection = useShownCollectionStore();
  let marked: HTMLElement | null | undefined;

  function placeAt({ target, clientX, clientY }: Spot, load: Load): Place | null {
    if (load.kind !== 'items') return null;
    const tile = target?.closest<HTMLElement>('[data-index]');
    if (!tile || shownCollection.shown?.canArrange !== true) return { kind: 'collection', id };
    const { left, width, top, height } = tile.getBoundingClientRect();
    const share = isLine(tile) ? (clientY - top) / height : (clientX - left) / width;
    const side: Side = share <= 0.5 ? 'before' : 'after';
    return { kind: 'among', id, index: Number(tile.dataset['index']), side };
  }

  function mark(place: Place | undefined): void {
    delete marked?.dataset['drop'];
    marked = null;
    if (place?.kind !== 'among') return;
    marked = view()?.querySelector<HTMLElement>(`[data-index="${place.index}"]`);
    if (marked) marked.dataset['drop'] = isLine(marked) ? lineEdges[place.side] : tileEdges[place.side];
  }

  useDropZone(view, placeAt);
  watch(() => (carry.hovered?.verdict.isAllowed ? carry.hovered.place : undefined), mark);
  onScopeDispose(() => mark(undefined));
}

const lineEdges = { before: 'top', after: 'bottom' } as const;
const tileEdges = { before: 'left', after: 'right' } as const;

/** Whether it goes across the list, as in a table. */
function isLine(tile: HTMLElement): boolean {
  return tile.role === 'row';
}
