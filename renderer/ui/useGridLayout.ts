import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';

export interface GridLayout {
  readonly columns: number;
  /** All lengths in CSS pixels. */
  readonly tileWidth: number;
  readonly rowHeight: number;
  /** Between columns. */
  readonly gap: number;
  /** Between rows. */
  readonly rowGap: number;
  readonly inset: number;
}

const narrowestTileRem = 8.5;
const gap = 8;
const rowGap = 4;
// Two lines of name, one of facts and the air between them.
const wordsRem = 2.125 + 1.125;
const wordsAir = 15;

/** Tile sizes from the width of `scroller`: fixed for every tile, so rows can be placed without measuring one. */
export function useGridLayout(scroller: Readonly<ShallowRef<HTMLElement | null>>): ComputedRef<GridLayout> {
  const width = shallowRef(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = entry.contentRect.width;
  });
  watch(scroller, (element) => {
    observer.disconnect();
    if (!element) return;
    width.value = element.clientWidth;
    observer.observe(element);
  });
  onScopeDispose(() => observer.disconnect());

  return computed(() => layOut(width.value, pixelsPerRem()));
}

function layOut(width: number, rem: number): GridLayout {
  const inset = width < 480 ? 8 : 14;
  const room = Math.max(0, width - 2 * inset);
  const columns = Math.max(2, Math.floor((room + gap) / (narrowestTileRem * rem + gap)));
  const tileWidth = Math.max(0, Math.floor((room - gap * (columns - 1)) / columns));
  const rowHeight = tileWidth + Math.ceil(wordsRem * rem) + wordsAir + rowGap;
  return { columns, tileWidth, rowHeight, gap, rowGap, inset };
}

function pixelsPerRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
