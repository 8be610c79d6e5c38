export interface FocusBack {
  readonly remember: (event: FocusEvent) => void;
  readonly giveBack: (part: Element) => void;
}

/** For a part of the window that goes by what is done in it: the focus goes back to where it came from. */
export function useFocusBack(): FocusBack {
  let cameFrom: HTMLElement | null = null;

  function remember({ relatedTarget, currentTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof HTMLElement) || !(currentTarget instanceof Element)) return;
    if (!currentTarget.contains(relatedTarget)) cameFrom = relatedTarget;
  }

  /** Before it goes. */
  function giveBack(part: Element): void {
    if (!part.contains(document.activeElement)) return;
    const home = cameFrom?.isConnected ? cameFrom : document.querySelector<HTMLElement>('[data-focus-home]');
    home?.focus();
  }

  return { remember, giveBack };
}
