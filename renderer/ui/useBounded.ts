import { computed, shallowRef, type ComputedRef } from 'vue';

export interface Bounded<Row> {
  readonly rows: ComputedRef<readonly Row[]>;
  /** How many more there are. */
  readonly left: ComputedRef<number>;
  readonly showMore: () => void;
}

const step = 200;

/** The first of many rows, and more when wanted: what nobody scrolls to costs nothing. */
export function useBounded<Row>(all: () => readonly Row[]): Bounded<Row> {
  const shown = shallowRef(step);
  const rows = computed(() => all().slice(0, shown.value));
  const left = computed(() => Math.max(0, all().length - shown.value));
  return { rows, left, showMore: () => (shown.value += step) };
}
