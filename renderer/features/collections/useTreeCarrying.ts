import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import type { TreeCue } from '../../ui/tree-node.ts';
import type { Load, Place, Side, Spot } from '../carry/load.ts';
import { useCarryStore } from '../carry/carry.store.ts';
import { useDragSource } from '../carry/useDragSource.ts';
import { useDropZone } from '../carry/useDropZone.ts';

// Long enough to pass over a line on the way to another.
const openAfterMs = 550;

export interface TreeCarrying {
  /** The line something would be put into or beside. */
  readonly cue: ComputedRef<TreeCue | null>;
}

export interface CarryingTree {
  readonly open: (id: number) => void;
  /** Opens all it is in. */
  readonly reveal: (id: number) => void;
}

/** Lets the lines of the collections be dragged, and take items and each other. One held over a closed line opens it. */
export function useTreeCarrying(
  tree: () => HTMLElement | null | undefined,
  { open, reveal }: CarryingTree,
): TreeCarrying {
  const carry = useCarryStore();
  let timer: number | undefined;

  const cue = computed<TreeCue | null>(() => {
    const { place, verdict } = carry.hovered ?? {};
    if (!place || !verdict) return null;
    const { isAllowed } = verdict;
    if (place.kind === 'collection') return { key: String(place.id), at: 'inside', isAllowed };
    if (place.kind === 'beside') return { key: String(place.id), at: place.side, isAllowed };
    return null;
  });

  useDragSource(tree, ({ target }) => {
    const line = lineOf(target);
    return line ? { kind: 'collection', id: idOf(line) } : null;
  });
  useDropZone(tree, placeAt);

  watch(
    () => (cue.value?.at === 'inside' ? cue.value.key : null),
    (key) => {
      window.clearTimeout(timer);
      if (key !== null && carry.dragged) timer = window.setTimeout(() => open(Number(key)), openAfterMs);
    },
  );
  watch(
    () => carry.landed,
    (load) => {
      if (load?.kind === 'collection') reveal(load.id);
    },
  );
  onScopeDispose(() => window.clearTimeout(timer));

  return { cue };
}

function placeAt({ target, clientY }: Spot, load: Load): Place | null {
  const line = lineOf(target);
  if (!line) return null;
  const id = idOf(line);
  const side = load.kind === 'collection' ? sideOf(line, clientY) : null;
  return side ? { kind: 'beside', id, side } : { kind: 'collection', id };
}

/** The upper and lower quarter of a line are beside it, but what is below an open one is inside it. */
function sideOf(line: HTMLElement, clientY: number): Side | null {
  const { top, height } = line.getBoundingClientRect();
  const share = (clientY - top) / height;
  if (share < 0.25) return 'before';
  return share > 0.75 && line.ariaExpanded !== 'true' ? 'after' : null;
}

function lineOf(target: Element | null): HTMLElement | null {
  return target?.closest<HTMLElement>('[data-testid="collection"]') ?? null;
}

function idOf(line: HTMLElement): number {
  return Number(line.dataset['key']);
}
