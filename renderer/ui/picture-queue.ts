import { onScopeDispose, watch } from 'vue';

// Two pictures a frame keep up with a wheel turned fast. All that pass in a fling, at once, cost every fourth frame.
const perFrame = 2;

const waiting = new Set<() => void>();
let isPaced = false;
let frame = 0;

/**
 * Calls `show` when a picture may be asked for: at once, or, while a grid is scrolling, a few a frame in the order of
 * asking. Returns how to give up the place: a picture that has left the view again is never fetched.
 */
export function whenPictureMayShow(show: () => void): () => void {
  if (!isPaced) {
    show();
    return () => undefined;
  }
  waiting.add(show);
  frame ||= requestAnimationFrame(showNext);
  return () => void waiting.delete(show);
}

/** Paces all pictures while `isScrolling`. */
export function usePicturePace(isScrolling: () => boolean): void {
  watch(isScrolling, setPaced);
  onScopeDispose(() => setPaced(false));
}

function setPaced(now: boolean): void {
  isPaced = now;
  if (!isPaced) showUpTo(waiting.size);
}

function showNext(): void {
  showUpTo(perFrame);
  frame = waiting.size > 0 ? requestAnimationFrame(showNext) : 0;
}

function showUpTo(count: number): void {
  for (const show of [...waiting].slice(0, count)) {
    waiting.delete(show);
    show();
  }
}
