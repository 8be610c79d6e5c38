import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue';

// Rows are there so far beside the view; the one with the focus may be further away.
const furthest = 3;

/**
 * What a row of the list shows, by its distance from the view in rows: in view (0) always the newest, beside it the newest
 * a frame later for each row of distance. To draw all rows at once would hold up the window.
 */
export function useNearestFirst<Value>(newest: () => Value): ComputedRef<(distance: number) => Value> {
  const before = shallowRef(newest()) as ShallowRef<Value>;
  const reach = shallowRef(furthest);
  let frame = 0;

  function goOn(): void {
    reach.value += 1;
    if (reach.value >= furthest) before.value = newest();
    frame = reach.value < furthest ? requestAnimationFrame(goOn) : 0;
  }

  watch(newest, () => {
    cancelAnimationFrame(frame);
    reach.value = 0;
    frame = requestAnimationFrame(goOn);
  });
  onScopeDispose(() => cancelAnimationFrame(frame));

  return computed(() => {
    const now = newest();
    const then = before.value;
    const reached = reach.value;
    return (distance) => (distance <= reached ? now : then);
  });
}
