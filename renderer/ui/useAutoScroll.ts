import { onWatcherCleanup, watch } from 'vue';
import { laterModule } from '../later-parts.ts';

const library = laterModule(() => import('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'));

/** Has what scrolls move along under what is dragged to its edge. */
export function useAutoScroll(scroller: () => HTMLElement | null | undefined): void {
  watch(
    scroller,
    (element) => {
      if (!element) return;
      let stop: (() => void) | undefined;
      let isGone = false;
      void library.then(
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
