// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import { useNearestFirst } from '../../renderer/ui/useNearestFirst.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] }));
afterEach(() => void vi.useRealTimers());

it('a row beside the view left behind by a change, or the view itself waiting', async () => {
  const newest = shallowRef('a');
  const scope = effectScope();
  const shownAt = scope.run(() => useNearestFirst(() => newest.value));
  const shown = () => [0, 1, 3, 900].map((distance) => shownAt?.value(distance)).join('');
  const frame = async () => {
    vi.advanceTimersToNextFrame();
    await nextTick();
  };
  newest.value = 'b';
  await nextTick();
  expect(shown()).toBe('baaa');
  await frame();
  expect(shown()).toBe('bbaa');
  newest.value = 'c';
  await nextTick();
  expect(shown()[0]).toBe('c');
  for (let frames = 0; frames < 4; frames += 1) await frame();
  expect(shown()).toBe('cccc');
  scope.stop();
});
