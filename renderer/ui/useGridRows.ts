import {
  computed,
  nextTick,
  onScopeDispose,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import { RowSlots } from './row-slots.ts';
import type { GridLayout } from './useGridLayout.ts';

export interface GridRow {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** Which element shows it: to be its key. */
  readonly slot: number;
}

export interface GridRows {
  readonly rows: ComputedRef<readonly GridRow[]>;
  /** Of the whole list, in pixels. */
  readonly height: ComputedRef<number>;
  /** The first and last row in view; null while there is none. */
  readonly visible: ComputedRef<readonly [first: number, last: number] | null>;
  readonly isScrolling: Readonly<Ref<boolean>>;
  /** Scrolls just as far as it takes to have the row in view. */
  readonly scrollToRow: (row: number) => void;
  readonly scrollToTop: () => void;
  /** Pixels from the top, as far as the list reaches. */
  readonly scrollTo: (top: number) => void;
}

// Rows beside the view are there before the scroll reaches them.
const mostAhead = 3;
const paddingEnd = 56;
const edge = 8;
const restMs = 150;

/** Only the rows in view and a few beside it, and the one that holds the active cell. All are of one height. */
export function useGridRows(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  layout: () => GridLayout,
  total: () => number,
  activeIndex: () => number,
): GridRows {
  const scrollTop = shallowRef(0);
  const viewHeight = shallowRef(0);
  const isScrolling = shallowRef(false);
  const ahead = shallowRef(0);
  const slots = new RowSlots();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const count = computed(() => Math.ceil(total() / layout().columns));
  const height = computed(() => layout().inset + count.value * layout().rowHeight + paddingEnd);
  const rowAt = (top: number) => Math.floor((top - layout().inset) / layout().rowHeight);
  const within = (row: number) => Math.min(Math.max(row, 0), count.value - 1);
  // Numbers of their own: as long as they stay the same, a scroll changes nothing.
  const first = computed(() => within(rowAt(scrollTop.value)));
  const last = computed(() => within(rowAt(scrollTop.value + viewHeight.value)));
  const visible = computed(() =>
    count.value > 0 && viewHeight.value > 0 ? ([first.value, last.value] as const) : null,
  );

  const rows = computed<readonly GridRow[]>(() => {
    if (!visible.value) return [];
    const { rowHeight, inset, columns } = layout();
    const from = within(visible.value[0] - ahead.value);
    const to = within(visible.value[1] + ahead.value);
    const indexes = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    // The row with the focus stays, however far it is scrolled away: its cell would lose the focus otherwise.
    const activeRow = within(Math.floor(activeIndex() / columns));
    if (activeRow < from) indexes.unshift(activeRow);
    if (activeRow > to) indexes.push(activeRow);
    const assigned = slots.assign(indexes, activeRow);
    return indexes.map((index, at) => ({
      index,
      start: inset + index * rowHeight,
      slot: assigned[at] ?? index,
    }));
  });

  function hear(): void {
    if (!scroller.value) return;
    scrollTop.value = scroller.value.scrollTop;
    isScrolling.value = true;
    clearTimeout(timer);
    timer = setTimeout(() => (isScrolling.value = false), restMs);
  }

  // At first only what is in view, then a row more each way in every frame.
  function lookAhead(): void {
    cancelAnimationFrame(frame);
    frame = ahead.value < mostAhead ? requestAnimationFrame(grow) : 0;
  }

  function grow(): void {
    ahead.value += 1;
    lookAhead();
  }

  function scrollTo(top: number): void {
    if (!scroller.value) return;
    scroller.value.scrollTop = top;
    scrollTop.value = scroller.value.scrollTop;
  }

  function scrollToRow(row: number): void {
    const { rowHeight, inset, covered = 0 } = layout();
    const start = inset + within(row) * rowHeight;
    const lowest = start + rowHeight + edge - viewHeight.value;
    const highest = start - covered - edge;
    const { scrollTop: top = 0 } = scroller.value ?? {};
    if (top > highest) scrollTo(highest);
    else if (top < lowest) scrollTo(Math.min(lowest, highest));
  }

  // Another width means other rows: keep the same items in view, the active one before all.
  watch(layout, (now, before) => {
    const element = scroller.value;
    if (!element || before.tileWidth === 0) return;
    const { scrollTop: top, clientHeight } = element;
    const activeTop = Math.floor(activeIndex() / before.columns) * before.rowHeight;
    const isActiveShown = activeTop > top - before.rowHeight && activeTop < top + clientHeight;
    const topRow = Math.max(0, (top - before.inset) / before.rowHeight);
    const topItem = Math.floor(topRow) * before.columns;
    const offset = (Math.floor(topItem / now.columns) + (topRow % 1)) * now.rowHeight + now.inset;
    void nextTick(() => {
      if (top > 0) scrollTo(offset);
      if (isActiveShown) scrollToRow(Math.floor(activeIndex() / now.columns));
    });
  });

  const observer = new ResizeObserver(([entry]) => {
    if (entry) viewHeight.value = entry.contentRect.height;
  });
  watch(scroller, (element, before) => {
    observer.disconnect();
    before?.removeEventListener('scroll', hear);
    if (!element) return;
    viewHeight.value = element.clientHeight;
    scrollTop.value = element.scrollTop;
    element.addEventListener('scroll', hear, { passive: true });
    observer.observe(element);
    lookAhead();
  });
  onScopeDispose(() => {
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });

  return { rows, height, visible, isScrolling, scrollToRow, scrollToTop: () => scrollTo(0), scrollTo };
}
