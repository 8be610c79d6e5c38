import type { ChoiceMode } from './useGridKeys.ts';

export interface GridPointer {
  readonly isSelected: (index: number) => boolean;
  readonly choose: (index: number, mode: ChoiceMode) => void;
  /** A press beside every cell. */
  readonly clear: () => void;
  readonly activate: (index: number) => void;
  readonly focus: (index: number) => void;
}

export interface GridPointerHandlers {
  readonly press: (event: PointerEvent) => void;
  readonly click: (event: MouseEvent) => void;
  readonly chooseForMenu: (event: MouseEvent) => void;
}

/** The place of the cell an event happened in, undefined beside every cell. */
export function cellIndexOf(event: Event): number | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : Number(index);
}

/** Mouse and pen in a grid of selectable cells, as file managers have it. */
export function useGridPointer(grid: GridPointer): GridPointerHandlers {
  // A press on a selected cell may begin a drag of all of them, so it narrows the selection only once it is a click.
  let pressedSelected: number | undefined;

  function press(event: PointerEvent): void {
    if (event.button !== 0) return;
    pressedSelected = undefined;
    const index = cellIndexOf(event);
    if (index === undefined) {
      grid.clear();
      return;
    }
    grid.activate(index);
    if (event.shiftKey) grid.choose(index, 'range');
    else if (event.ctrlKey || event.metaKey) grid.choose(index, 'toggle');
    else if (grid.isSelected(index)) pressedSelected = index;
    else grid.choose(index, 'single');
  }

  function click(event: MouseEvent): void {
    const index = cellIndexOf(event);
    if (index === undefined) return;
    if (index === pressedSelected) grid.choose(index, 'single');
    grid.focus(index);
  }

  function chooseForMenu(event: MouseEvent): void {
    const index = cellIndexOf(event);
    // Nothing to act on: no menu either.
    if (index === undefined) {
      event.stopPropagation();
      return;
    }
    grid.activate(index);
    if (!grid.isSelected(index)) grid.choose(index, 'single');
  }

  return { press, click, chooseForMenu };
}
