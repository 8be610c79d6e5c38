import { computed, nextTick, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';
import { itemKey } from '../item-key.ts';
import type { ItemList, ItemListEvents } from './item-list.ts';
import { usePicturePace } from './picture-queue.ts';
import { useGridKeys } from './useGridKeys.ts';
import type { GridLayout } from './useGridLayout.ts';
import { cellIndexOf, useGridPointer, type GridPointerHandlers } from './useGridPointer.ts';
import { useNearestFirst } from './useNearestFirst.ts';
import { useGridRows, type GridRow, type GridRows } from './useGridRows.ts';

/** A row in view or just beside it, and the list as it is to show it. */
export interface ItemRow extends GridRow {
  readonly list: ItemList;
}

export interface ItemCells extends GridPointerHandlers, Pick<GridRows, 'height' | 'isScrolling'> {
  readonly rows: ComputedRef<readonly ItemRow[]>;
  readonly activeIndex: ComputedRef<number>;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly openAt: (event: MouseEvent) => void;
  readonly follow: (event: FocusEvent) => void;
  readonly focus: () => void;
  readonly scrollToTop: () => void;
  readonly bringBack: (index: number | null, scrollTop: number) => void;
}

const withoutScroll = { preventScroll: true };

/** What a list of items does whatever it looks like: its rows in view, focus, keyboard, mouse and pen. */
export function useItemCells(
  list: () => ItemList,
  layout: () => GridLayout,
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  events: ItemListEvents,
): ItemCells {
  const active = shallowRef(0);
  const activeIndex = computed(() => Math.min(active.value, Math.max(0, list().total - 1)));
  const grid = useGridRows(
    scroller,
    layout,
    () => list().total,
    () => activeIndex.value,
  );
  usePicturePace(() => grid.isScrolling.value);

  const listAt = useNearestFirst(list);
  const rows = computed<readonly ItemRow[]>(() => {
    const [first, last] = grid.visible.value ?? [0, 0];
    return grid.rows.value.map((row) => {
      return { ...row, list: listAt.value(Math.max(first - row.index, row.index - last, 0)) };
    });
  });

  const firstShown = computed(() => (grid.visible.value?.[0] ?? 0) * layout().columns);
  const lastShown = computed(() => {
    const { 1: lastRow } = grid.visible.value ?? [];
    return lastRow === undefined ? -1 : Math.min(list().total, (lastRow + 1) * layout().columns) - 1;
  });
  // The same places of another list are to be fetched too.
  watch(
    [firstShown, lastShown, () => list().itemAt],
    ([first, last]) => {
      if (last >= first) events.show(first, last);
    },
    { immediate: true },
  );

  // Another width builds the cells anew, the focused one among them.
  watch(layout, () => {
    if (!hasFocus()) return;
    void nextTick(() => findCell(activeIndex.value)?.focus(withoutScroll));
  });

  const onKeydown = useGridKeys({
    active: () => activeIndex.value,
    total: () => list().total,
    columns: () => layout().columns,
    pageRows: () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / layout().rowHeight)),
    moveTo: (index) => void focusCell(index),
    choose: events.choose,
    open: events.open,
    openPage: events.openPage,
  });

  async function focusCell(index: number): Promise<void> {
    active.value = index;
    await nextTick();
    grid.scrollToRow(Math.floor(index / layout().columns));
    findCell(index)?.focus(withoutScroll);
  }

  function findCell(index: number): HTMLElement | null | undefined {
    return scroller.value?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  }

  const pointer = useGridPointer({
    isSelected: (index) => {
      const item = list().itemAt(index);
      return item !== undefined && list().selected.has(itemKey(item));
    },
    choose: events.choose,
    clear: events.clear,
    activate: (index) => (active.value = index),
    focus: (index) => void focusCell(index),
  });

  function openAt(event: MouseEvent): void {
    const index = cellIndexOf(event);
    if (index !== undefined) events.open(index);
  }

  function follow(event: FocusEvent): void {
    active.value = cellIndexOf(event) ?? active.value;
  }

  /** Of a cell: the heading of a table keeps it, whatever its lines do. */
  function hasFocus(): boolean {
    return scroller.value?.querySelector('[data-index]:focus') != null;
  }

  // Whoever is in the list goes on at its top, and is not scrolled there again: they may be brought back elsewhere.
  function scrollToTop(): void {
    const hadFocus = hasFocus();
    active.value = 0;
    grid.scrollToTop();
    if (hadFocus) void nextTick(() => findCell(0)?.focus(withoutScroll));
  }

  function bringBack(index: number | null, scrollTop: number): void {
    // The list has its height first.
    void nextTick(() => {
      grid.scrollTo(scrollTop);
      if (index !== null) void focusCell(index);
    });
  }

  const focus = () => void focusCell(activeIndex.value);
  const { height, isScrolling } = grid;
  return {
    ...pointer,
    ...{ rows, height, isScrolling, activeIndex, onKeydown, openAt, follow, focus, scrollToTop, bringBack },
  };
}
