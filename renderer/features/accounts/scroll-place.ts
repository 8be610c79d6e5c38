const giveUpMs = 4000;
const personMoves = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Scrolls whatever marks itself `data-scroll-place` below `root` to a place, as soon as it is there and long enough:
 * its rows may still be on their way. Observers run before the next paint, so no frame shows the top first. A person
 * who moves meanwhile wins. Returns how to give up.
 */
export function restoreScroll(root: HTMLElement, scrollTop: number): () => void {
  const observer = new MutationObserver(attempt);
  const timer = setTimeout(stop, giveUpMs);

  function attempt(): void {
    const scroller = root.querySelector<HTMLElement>('[data-scroll-place]');
    if (!scroller) return;
    const reach = scroller.scrollHeight - scroller.clientHeight;
    if (reach <= 0) return;
    scroller.scrollTop = Math.min(scrollTop, reach);
    if (reach >= scrollTop) stop();
  }

  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    personMoves.forEach((name) => root.removeEventListener(name, stop, true));
  }

  personMoves.forEach((name) => root.addEventListener(name, stop, { capture: true, passive: true }));
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
  attempt();
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
