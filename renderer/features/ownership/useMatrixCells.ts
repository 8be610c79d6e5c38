import { computed, nextTick, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { pixelsPerRem, useWidth, type GridLayout } from '../../ui/useGridLayout.ts';
import { useGridKeys } from '../../ui/useGridKeys.ts';
import { cellIndexOf } from '../../ui/useGridPointer.ts';
import { useGridRows, type GridRows } from '../../ui/useGridRows.ts';
import { matrixWidths, type MatrixWidths } from './matrix-widths.ts';

/** The item and its kind stand before the accounts. */
export const leadingColumns = 2;

export interface MatrixSource {
  readonly rows: () => number;
  readonly accounts: () => number;
  /** A cell was chosen, by its row and column. */
  readonly open: (row: number, column: number, cell: HTMLElement) => void;
}

export interface MatrixCells extends GridRows {
  readonly layout: ComputedRef<GridLayout>;
  readonly widths: ComputedRef<MatrixWidths>;
  /** Columns of a row. */
  readonly count: ComputedRef<number>;
  /** The one cell that Tab reaches, counted through all rows. */
  readonly activeIndex: ComputedRef<number>;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly follow: (event: FocusEvent) => void;
  readonly focus: () => void;
}

const rowRem = 2.75;
const headRem = 3.5;

/** Rows in view, keys and mouse of a grid in which every cell is a stop of the arrow keys. */
export function useMatrixCells(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  source: MatrixSource,
): MatrixCells {
  const active = shallowRef(0);
  const width = useWidth(scroller);
  const count = computed(() => leadingColumns + source.accounts());
  const total = computed(() => source.rows() * count.value);
  const activeIndex = computed(() => Math.min(active.value, Math.max(0, total.value - 1)));
  const layout = computed(() => {
    const rem = pixelsPerRem();
    const [rowHeight, head] = [Math.round(rowRem * rem), Math.round(headRem * rem)];
    const heights = { rowHeight, inset: head, covered: head };
    return { columns: count.value, tileWidth: width.value, gap: 0, rowGap: 0, ...heights };
  });
  const widths = computed(() => matrixWidths(source.accounts(), width.value, pixelsPerRem()));
  const grid = useGridRows(
    scroller,
    () => layout.value,
    () => total.value,
    () => activeIndex.value,
  );

  const onKeydown = useGridKeys({
    active: () => activeIndex.value,
    total: () => total.value,
    columns: () => count.value,
    pageRows: () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / layout.value.rowHeight) - 2),
    moveTo: (index) => void focusCell(index),
    choose: (index, mode) => mode === 'toggle' && open(index),
    open,
    openPage: open,
  });

  function open(index: number): void {
    const cell = findCell(index);
    if (cell) source.open(Math.floor(index / count.value), index % count.value, cell);
  }

  function click(event: MouseEvent): void {
    const index = cellIndexOf(event);
    if (index === undefined) return;
    active.value = index;
    open(index);
  }

  async function focusCell(index: number): Promise<void> {
    active.value = index;
    await nextTick();
    grid.scrollToRow(Math.floor(index / count.value));
    const cell = findCell(index);
    cell?.focus({ preventScroll: true });
    // Sideways: the accounts may scroll past beside the items.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function findCell(index: number): HTMLElement | null {
    return scroller.value?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  }

  function follow(event: FocusEvent): void {
    active.value = cellIndexOf(event) ?? active.value;
  }

  const focus = () => void focusCell(activeIndex.value);
  return { ...grid, layout, widths, count, activeIndex, onKeydown, click, follow, focus };
}
