import { useVirtualizer, type Virtualizer } from '@tanstack/vue-virtual';
import { computed, nextTick, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { GridLayout } from './useGridLayout.ts';

/** Only the rows in view, and the one that holds the active cell. */
export function useGridRows(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  layout: ComputedRef<GridLayout>,
  total: () => number,
  activeIndex: () => number,
): Ref<Virtualizer<HTMLElement, HTMLElement>> {
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => {
      const { rowHeight, inset, columns, covered = 0 } = layout.value;
      const activeRow = Math.floor(activeIndex() / columns);
      return {
        count: Math.ceil(total() / columns),
        getScrollElement: () => scroller.value,
        estimateSize: () => rowHeight,
        paddingStart: inset,
        paddingEnd: 56,
        scrollPaddingStart: covered + 8,
        scrollPaddingEnd: 8,
        overscan: 3,
        rangeExtractor: (range: VisibleRange) => rowsOf(range, activeRow),
      };
    }),
  );

  // Another width means other rows: keep the same items in view, the active one before all.
  watch(layout, (now, before) => {
    const element = scroller.value;
    if (!element || before.tileWidth === 0) return;
    const { scrollTop, clientHeight } = element;
    const activeTop = Math.floor(activeIndex() / before.columns) * before.rowHeight;
    const isActiveShown = activeTop > scrollTop - before.rowHeight && activeTop < scrollTop + clientHeight;
    const topRow = Math.max(0, (scrollTop - before.inset) / before.rowHeight);
    const topItem = Math.floor(topRow) * before.columns;
    const offset = (Math.floor(topItem / now.columns) + (topRow % 1)) * now.rowHeight + now.inset;
    virtualizer.value.measure();
    void nextTick(() => {
      if (scrollTop > 0) element.scrollTop = offset;
      if (isActiveShown) virtualizer.value.scrollToIndex(Math.floor(activeIndex() / now.columns));
    });
  });

  return virtualizer;
}

interface VisibleRange {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly overscan: number;
  readonly count: number;
}

// The row with the focus stays, however far it is scrolled away: its cell would lose the focus otherwise.
function rowsOf(range: VisibleRange, activeRow: number): number[] {
  const first = Math.max(0, range.startIndex - range.overscan);
  const last = Math.min(range.count - 1, range.endIndex + range.overscan);
  const rows = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  if (activeRow < first) rows.unshift(activeRow);
  if (activeRow > last && activeRow < range.count) rows.push(activeRow);
  return rows;
}
