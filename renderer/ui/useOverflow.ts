import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue';

/** Whether an element holds more than it can show at once: then it scrolls, and keys have to reach it. */
export function useOverflow(element: () => HTMLElement | null): Readonly<Ref<boolean>> {
  const overflows = shallowRef(false);
  const observer = new ResizeObserver(() => {
    const now = element();
    overflows.value = now !== null && now.scrollHeight > now.clientHeight;
  });
  watch(
    element,
    (now) => {
      observer.disconnect();
      if (!now) return;
      observer.observe(now);
      for (const part of now.children) observer.observe(part);
    },
    { flush: 'post' },
  );
  onScopeDispose(() => observer.disconnect());
  return readonly(overflows);
}
