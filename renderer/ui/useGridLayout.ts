import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';

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
  /** What stays in place above the rows while they scroll. */
  readonly covered?: number;
}

export type GridDensity = 'comfortable' | 'compact';

const narrowestTileRem = { comfortable: 8.5, compact: 5.75 } as const;
const gap = 8;
const rowGap = 4;
// Two lines of name, one of facts and the air between them; or one line of name alone.
const wordsRem = { comfortable: 2.125 + 1.125, compact: 1.0625 } as const;
const wordsAir = { comfortable: 15, compact: 11 } as const;

/** Tile sizes from the width of `scroller`: fixed for every tile, so rows can be placed without measuring one. */
export function useGridLayout(
  scroller: Readonly<Ref<HTMLElement | null>>,
  density: () => GridDensity = () => 'comfortable',
): ComputedRef<GridLayout> {
  const width = useWidth(scroller);
  return computed(() => layOut(width.value, pixelsPerRem(), density()));
}

/** The width of an element's content in CSS pixels, kept up to date. */
export function useWidth(scroller: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
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

  return width;
}

function layOut(width: number, rem: number, density: GridDensity): GridLayout {
  const inset = width < 480 ? 8 : 14;
  const room = Math.max(0, width - 2 * inset);
  const columns = Math.max(2, Math.floor((room + gap) / (narrowestTileRem[density] * rem + gap)));
  const tileWidth = Math.max(0, Math.floor((room - gap * (columns - 1)) / columns));
  const rowHeight = tileWidth + Math.ceil(wordsRem[density] * rem) + wordsAir[density] + rowGap;
  return { columns, tileWidth, rowHeight, gap, rowGap, inset };
}

/** How many CSS pixels a rem is: text may be larger than usual. */
export function pixelsPerRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
