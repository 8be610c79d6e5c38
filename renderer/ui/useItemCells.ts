import type { Virtualizer, VirtualItem } from '@tanstack/vue-virtual';
import { computed, nextTick, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Item } from '../../shared/models.ts';
import { itemKey } from '../item-key.ts';
import type { ItemListProps } from './item-list.ts';
import { usePicturePace } from './picture-queue.ts';
import { useGridKeys, type ChoiceMode } from './useGridKeys.ts';
import type { GridLayout } from './useGridLayout.ts';
import { cellIndexOf, useGridPointer, type GridPointerHandlers } from './useGridPointer.ts';
import { useGridRows } from './useGridRows.ts';

export interface ItemCell {
  readonly index: number;
  readonly item: Item | undefined;
}

export interface ItemCellEvents {
  /** The places now in view, so that their pages can be fetched. */
  readonly show: (first: number, last: number) => void;
  readonly choose: (index: number, mode: ChoiceMode) => void;
  readonly clear: () => void;
  readonly open: (index: number) => void;
}

export interface ItemCells extends GridPointerHandlers {
  readonly virtualizer: Ref<Virtualizer<HTMLElement, HTMLElement>>;
  readonly rows: ComputedRef<readonly VirtualItem[]>;
  readonly activeIndex: ComputedRef<number>;
  readonly cellsOf: (row: number) => readonly ItemCell[];
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly openAt: (event: MouseEvent) => void;
  readonly follow: (event: FocusEvent) => void;
  readonly focus: () => void;
  readonly scrollToTop: () => void;
}

const withoutScroll = { preventScroll: true };

/** What a list of items does whatever it looks like: its rows in view, focus, keyboard, mouse and pen. */
export function useItemCells(
  props: ItemListProps,
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  layout: ComputedRef<GridLayout>,
  events: ItemCellEvents,
): ItemCells {
  const active = ref(0);
  const activeIndex = computed(() => Math.min(active.value, Math.max(0, props.total - 1)));
  const virtualizer = useGridRows(
    scroller,
    layout,
    () => props.total,
    () => activeIndex.value,
  );
  usePicturePace(() => virtualizer.value.isScrolling);
  const rows = computed(() => virtualizer.value.getVirtualItems());

  // `itemAt` reads plain memory: only the version says that it is worth asking again.
  const list = computed(() => ({ version: props.version, itemAt: props.itemAt }));

  function cellsOf(row: number): readonly ItemCell[] {
    const first = row * layout.value.columns;
    const length = Math.max(0, Math.min(layout.value.columns, props.total - first));
    return Array.from({ length }, (_, offset) => {
      const index = first + offset;
      return { index, item: list.value.itemAt(index) };
    });
  }

  const shown = computed(() => {
    const range = virtualizer.value.range;
    if (!range) return null;
    const { columns } = layout.value;
    const last = Math.min(props.total, (range.endIndex + 1) * columns) - 1;
    return { first: range.startIndex * columns, last };
  });
  watch(
    () => [shown.value?.first, shown.value?.last] as const,
    ([first, last]) => {
      if (first !== undefined && last !== undefined && last >= first) events.show(first, last);
    },
    { immediate: true },
  );

  // Another width builds the cells anew, the focused one among them.
  watch(layout, () => {
    if (!scroller.value?.contains(document.activeElement)) return;
    void nextTick(() => findCell(activeIndex.value)?.focus(withoutScroll));
  });

  const onKeydown = useGridKeys({
    active: () => activeIndex.value,
    total: () => props.total,
    columns: () => layout.value.columns,
    pageRows: () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / layout.value.rowHeight)),
    moveTo: (index) => void focusCell(index),
    choose: events.choose,
    open: events.open,
  });

  async function focusCell(index: number): Promise<void> {
    active.value = index;
    await nextTick();
    virtualizer.value.scrollToIndex(Math.floor(index / layout.value.columns), { align: 'auto' });
    findCell(index)?.focus(withoutScroll);
  }

  function findCell(index: number): HTMLElement | null | undefined {
    return scroller.value?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  }

  const pointer = useGridPointer({
    isSelected: (index) => {
      const item = props.itemAt(index);
      return item !== undefined && props.selected.has(itemKey(item));
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

  function scrollToTop(): void {
    active.value = 0;
    if (scroller.value) scroller.value.scrollTop = 0;
  }

  const focus = () => void focusCell(activeIndex.value);
  return {
    ...pointer,
    ...{ virtualizer, rows, activeIndex, cellsOf, onKeydown, openAt, follow, focus, scrollToTop },
  };
}
