import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { itemKey } from '../../item-key.ts';
import type { NamedItem } from '../../named-item.ts';

/** What a swap still needs before it can be made. */
export type SwapNeed =
  | { readonly kind: 'nothing' }
  /** One at least has to come in. */
  | { readonly kind: 'in' }
  /** So many more have to go out. */
  | { readonly kind: 'out'; readonly count: number }
  /** So many are more than the whole collection takes. */
  | { readonly kind: 'fewer'; readonly count: number };

export interface SwapChoice {
  /** Keys of items. */
  readonly chosenIn: Ref<ReadonlySet<string>>;
  readonly chosenOut: Ref<ReadonlySet<string>>;
  readonly need: ComputedRef<SwapNeed>;
  readonly wanted: ComputedRef<readonly NamedItem[]>;
  readonly out: ComputedRef<readonly NamedItem[]>;
}

/**
 * Which items come into a full collection and which go out. All are to come in at first, or as many as it takes; what goes
 * out is nobody's to guess.
 */
export function useSwapChoice(
  items: readonly NamedItem[],
  inside: () => readonly NamedItem[],
  limit: () => number,
): SwapChoice {
  const pickedIn = shallowRef<ReadonlySet<string> | null>(null);
  const chosenIn = computed({
    get: () => pickedIn.value ?? new Set(items.slice(0, limit()).map(itemKey)),
    set: (picked) => (pickedIn.value = picked),
  });
  const chosenOut = shallowRef<ReadonlySet<string>>(new Set());
  const wanted = computed(() => items.filter((item) => chosenIn.value.has(itemKey(item))));
  // What is gone from the collection meanwhile need not go out any more.
  const out = computed(() => inside().filter((item) => chosenOut.value.has(itemKey(item))));

  const need = computed<SwapNeed>(() => {
    if (wanted.value.length === 0) return { kind: 'in' };
    const surplus = wanted.value.length - limit();
    if (surplus > 0) return { kind: 'fewer', count: surplus };
    const missing = inside().length - out.value.length + surplus;
    return missing > 0 ? { kind: 'out', count: missing } : { kind: 'nothing' };
  });

  return { chosenIn, chosenOut, need, wanted, out };
}
