// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import { readAmount } from '../../renderer/features/items/filter-input.ts';
import { useTypedRange } from '../../renderer/features/items/useTypedRange.ts';
import type { Range } from '../../shared/views.ts';

const amounts = { read: readAmount, write: (value: number | null) => (value === null ? '' : String(value)) };

async function start(before?: Range) {
  vi.useFakeTimers();
  const range = shallowRef<Range | undefined>(before);
  const scope = effectScope();
  const typed = scope.run(() =>
    useTypedRange(
      amounts,
      () => range.value,
      (now) => (range.value = now),
    ),
  );
  if (!typed) throw new Error('The scope has ended');
  const settle = async () => {
    await nextTick();
    vi.runAllTimers();
    await nextTick();
  };
  await settle();
  return { ...typed, range, scope, settle };
}

describe('the fields of a range', () => {
  it('a typing error that changes the filter, or loses what was typed', async () => {
    const { from, to, problem, range, settle } = await start({ from: 5, to: null });
    from.value = '5x';
    await settle();
    expect(problem.value).toBe('unreadable');
    expect([from.value, range.value]).toEqual(['5x', { from: 5, to: null }]);
    from.value = '50';
    to.value = '40';
    await settle();
    expect(problem.value).toBe('reversed');
    expect(range.value).toEqual({ from: 5, to: null });
    to.value = '400';
    await settle();
    expect(problem.value).toBeNull();
    expect(range.value).toEqual({ from: 50, to: 400 });
  });

  it('rewritten under the typing hand, or kept when the filter is taken off elsewhere', async () => {
    const { from, range, settle } = await start();
    from.value = '1.5k';
    await settle();
    expect([from.value, range.value]).toEqual(['1.5k', { from: 1500, to: null }]);
    range.value = undefined;
    await settle();
    expect(from.value).toBe('');
  });

  it('a typing error that outlives clearing everything', async () => {
    const { from, problem, range, clear, settle } = await start();
    from.value = 'abc';
    await settle();
    clear();
    await settle();
    expect([from.value, problem.value, range.value]).toEqual(['', null, undefined]);
  });

  it('the last letters lost when the fields go', async () => {
    const { from, range, scope } = await start();
    from.value = '12';
    await nextTick();
    scope.stop();
    expect(range.value).toEqual({ from: 12, to: null });
  });
});
