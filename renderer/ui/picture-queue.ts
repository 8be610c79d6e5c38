import { onScopeDispose, watch } from 'vue';

// Two pictures a frame keep up with a wheel turned fast. All that pass in a fling, at once, cost every fourth frame.
const perFrame = 2;

const waiting = new Set<() => void>();
let isPaced = false;
let isHeld = false;
let frame = 0;

/**
 * Calls `show` when a picture may be asked for: at once, or after the first paint, or, while a grid is scrolling, a few a
 * frame in the order of asking. Returns how to give up the place: a picture that has left the view again is never fetched.
 */
export function whenPictureMayShow(show: () => void): () => void {
  if (!isPaced && !isHeld) {
    show();
    return () => undefined;
  }
  waiting.add(show);
  if (!isHeld) frame ||= requestAnimationFrame(showNext);
  return () => void waiting.delete(show);
}

/** Keeps all pictures back until what is returned is called: to ask for a screen of them delays its first paint. */
export function holdPictures(): () => void {
  isHeld = true;
  return () => {
    isHeld = false;
    if (isPaced) frame ||= requestAnimationFrame(showNext);
    else showUpTo(waiting.size);
  };
}

/** Paces all pictures while `isScrolling`. */
export function usePicturePace(isScrolling: () => boolean): void {
  watch(isScrolling, setPaced);
  onScopeDispose(() => setPaced(false));
}

function setPaced(now: boolean): void {
  isPaced = now;
  if (!isPaced && !isHeld) showUpTo(waiting.size);
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
