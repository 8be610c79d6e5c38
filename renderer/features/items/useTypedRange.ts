import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Range } from '../../../shared/views.ts';
import { readRange, type TypedEnd } from './filter-input.ts';

export interface RangeFormat {
  readonly read: (text: string, end: 'from' | 'to') => TypedEnd;
  readonly write: (value: number | null) => string;
}

export interface TypedRange {
  readonly from: ShallowRef<string>;
  readonly to: ShallowRef<string>;
  /** Why what was typed cannot be meant. The range stays as it was, and the text too. */
  readonly problem: Readonly<ShallowRef<'unreadable' | 'reversed' | null>>;
  /** Empties the fields, whatever they say. */
  readonly clear: () => void;
}

const typingPauseMs = 300;

/** The two fields of a range filter: what is typed is applied after a moment, and as it stands when the fields go. */
export function useTypedRange(
  { read, write }: RangeFormat,
  range: () => Range | undefined,
  apply: (range: Range) => void,
): TypedRange {
  const from = shallowRef(write(range()?.from ?? null));
  const to = shallowRef(write(range()?.to ?? null));
  const problem = shallowRef<'unreadable' | 'reversed' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function typed(): Range | 'unreadable' | 'reversed' {
    return readRange(read(from.value, 'from'), read(to.value, 'to'));
  }

  function take(): void {
    clearTimeout(timer);
    timer = undefined;
    const now = typed();
    problem.value = typeof now === 'string' ? now : null;
    if (typeof now !== 'string' && !isSame(now, range())) apply(now);
  }

  watch([from, to], () => {
    clearTimeout(timer);
    timer = setTimeout(take, typingPauseMs);
  });
  // Taken off elsewhere: the fields say so. What they say themselves stays as it was written.
  watch(range, (now) => {
    const own = typed();
    if (timer !== undefined || (typeof own !== 'string' && isSame(own, now))) return;
    from.value = write(now?.from ?? null);
    to.value = write(now?.to ?? null);
  });
  onScopeDispose(() => {
    if (timer !== undefined) take();
  });

  function clear(): void {
    from.value = '';
    to.value = '';
    problem.value = null;
  }

  return { from, to, problem, clear };
}

function isSame(one: Range, other: Range | undefined): boolean {
  return one.from === (other?.from ?? null) && one.to === (other?.to ?? null);
}
