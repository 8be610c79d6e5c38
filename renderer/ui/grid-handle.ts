/** What a view may do with a list of items besides its props. */
export interface GridHandle {
  /** The element items are dragged out of. */
  readonly canvas: HTMLElement | null;
  /** Focuses the item that had the focus last. */
  readonly focus: () => void;
  /** For another list in the same grid. */
  readonly scrollToTop: () => void;
  /** Scrolls to where the list was, and gives the focus to one of its items, if any: in view, even if it was not then. */
  readonly bringBack: (index: number | null, scrollTop: number) => void;
}

/** A control that can be given the focus by name. */
export interface Focusable {
  readonly focus: () => void;
}
