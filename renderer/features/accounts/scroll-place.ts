const giveUpMs = 4000;
const personMoves = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls whatever marks itself `data-scroll-place` below `root` to a place, as soon as it is there and long enough:
 * its rows may still be on their way. A person who moves meanwhile wins. Returns how to give up.
 */
export function restoreScroll(root: HTMLElement, scrollTop: number): () => void {
  return attemptUntilDone(root, () => {
    const scroller = root.querySelector<HTMLElement>('[data-scroll-place]');
    const reach = scroller ? scroller.scrollHeight - scroller.clientHeight : 0;
    if (!scroller || reach <= 0) return false;
    scroller.scrollTop = Math.min(scrollTop, reach);
    return reach >= scrollTop;
  });
}

/** Gives the focus to what marks itself `data-mark` so below `root`, as soon as it is there, and scrolls nothing for it. */
export function restoreFocus(root: HTMLElement, mark: string): () => void {
  return attemptUntilDone(root, () => {
    const marked = root.querySelector<HTMLElement>(`[data-mark="${CSS.escape(mark)}"]`);
    marked?.focus({ preventScroll: true });
    return marked !== null;
  });
}

/** Observers run before the next paint, so no frame shows what was before. */
function attemptUntilDone(root: HTMLElement, attempt: () => boolean): () => void {
  const observer = new MutationObserver(attemptAgain);
  const timer = setTimeout(stop, giveUpMs);

  function attemptAgain(): void {
    if (attempt()) stop();
  }

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    personMoves.forEach((name) => root.removeEventListener(name, stop, true));
  }

  personMoves.forEach((name) => root.addEventListener(name, stop, { capture: true, passive: true }));
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
  attemptAgain();
  return stop;
}

/** Tells how far whatever marks itself `data-scroll-place` has been scrolled. Returns how to stop. */
export function watchScroll(root: HTMLElement, onScroll: (scrollTop: number) => void): () => void {
  function hear({ target }: Event): void {
    if (target instanceof HTMLElement && target.hasAttribute('data-scroll-place')) {
      onScroll(Math.round(target.scrollTop));
    }
  }
  // Scroll events do not bubble, but they are heard on the way down.
  root.addEventListener('scroll', hear, { capture: true, passive: true });
  return () => root.removeEventListener('scroll', hear, { capture: true });
}
