import { computed, useTemplateRef, type ComputedRef } from 'vue';
import type { GridHandle } from './grid-handle.ts';

interface ScrollerHandle extends GridHandle {
  readonly scroller: HTMLElement | null;
}

export interface ItemScroller {
  readonly scroller: ComputedRef<HTMLElement | null>;
  /** What a component around a UiItemScroller exposes of it. */
  readonly handle: { readonly [Key in keyof GridHandle]: GridHandle[Key] | ComputedRef<GridHandle[Key]> };
}

/** The UiItemScroller at the ref `frame` of this component, or what is around one there. */
export function useItemScroller(): ItemScroller {
  const frame = useTemplateRef<ScrollerHandle>('frame');
  return {
    scroller: computed(() => frame.value?.scroller ?? null),
    handle: {
      canvas: computed(() => frame.value?.canvas ?? null),
      focus: () => frame.value?.focus(),
      scrollToTop: () => frame.value?.scrollToTop(),
      bringBack: (index, scrollTop) => frame.value?.bringBack(index, scrollTop),
    },
  };
}
