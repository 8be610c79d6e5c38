import { onWatcherCleanup, watch } from 'vue';
import { laterModule } from '../later-parts.ts';

const library = laterModule(() => import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'));
// It takes part in drags that begin once it is there: also in one of the first second, before the window was ever idle.
window.addEventListener('pointermove', library.hurry, { once: true });

/** Has what scrolls move along under what is dragged to its edge. */
export function useAutoScroll(scroller: () => HTMLElement | null | undefined): void {
  watch(
    scroller,
    (element) => {
      if (!element) return;
      let stop: (() => void) | undefined;
      let isGone = false;
      void library.whenThere.then(
        ({ autoScrollForElements }) => {
          if (!isGone) stop = autoScrollForElements({ element });
        },
        // Whatever is dragged can be dropped all the same.
        () => undefined,
      );
      onWatcherCleanup(() => {
        isGone = true;
        stop?.();
      });
    },
    { immediate: true },
  );
}
