import { computed, type ComputedRef } from 'vue';
import { useCarryStore } from './carry.store.ts';
import type { Place } from './load.ts';

/** How a place that there is one of looks under what is carried, as classes of base.css. */
export function useZoneCue(kind: Place['kind']): ComputedRef<string | null> {
  const carry = useCarryStore();
  return computed(() => {
    if (carry.hovered?.place.kind !== kind) return null;
    return carry.hovered.verdict.isAllowed ? 'drop-cue' : 'drop-cue refused';
  });
}
