/** How a choice changes the selection. */
export type ChoiceMode = 'single' | 'toggle' | 'range' | 'all';

export interface GridKeys {
  /** Index of the cell that has, or would get, the focus. */
  readonly active: () => number;
  readonly total: () => number;
  readonly columns: () => number;
  /** Whole rows in view. */
  readonly pageRows: () => number;
  readonly moveTo: (index: number) => void;
  readonly choose: (index: number, mode: ChoiceMode) => void;
  readonly open: (index: number) => void;
  readonly openPage: (index: number) => void;
}

/** Keyboard of the APG grid pattern: the answer handles a keydown inside the grid. */
export function useGridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  function move(event: KeyboardEvent, target: number): void {
    const index = Math.min(Math.max(target, 0), grid.total() - 1);
    grid.moveTo(index);
    if (event.shiftKey) grid.choose(index, 'range');
  }

  function targetOf(event: KeyboardEvent): number | undefined {
    const active = grid.active();
    const columns = grid.columns();
    // Lines of a table are as wide as it is: there is nothing beside one, and its ends are those of the list.
    const isTable = columns === 1;
    const isWhole = event.ctrlKey || event.metaKey || isTable;
    const rowStart = active - (active % columns);
    switch (event.key) {
      case 'ArrowRight':
        return isTable ? undefined : active + 1;
      case 'ArrowLeft':
        return isTable ? undefined : active - 1;
      case 'ArrowDown':
        // From the last full row the shorter one below is still within reach.
        return active + columns;
      case 'ArrowUp':
        return active < columns ? active : active - columns;
      case 'Home':
        return isWhole ? 0 : rowStart;
      case 'End':
        return isWhole ? grid.total() - 1 : rowStart + columns - 1;
      case 'PageDown':
        return active + columns * grid.pageRows();
      case 'PageUp':
        return Math.max(active % columns, active - columns * grid.pageRows());
      default:
        return undefined;
    }
  }

  return (event) => {
    if (grid.total() === 0 || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const target = targetOf(event);
    if (target !== undefined) move(event, target);
    else if (event.key === ' ') grid.choose(grid.active(), event.shiftKey ? 'range' : 'toggle');
    else if (event.key === 'Enter' && isCommand) grid.openPage(grid.active());
    else if (event.key === 'Enter') grid.open(grid.active());
    else if (isCommand && event.key.toLowerCase() === 'a' && !event.shiftKey)
      grid.choose(grid.active(), 'all');
    else return;
    event.preventDefault();
  };
}
