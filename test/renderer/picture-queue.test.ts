// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { holdPictures, usePicturePace, whenPictureMayShow } from '../../renderer/ui/picture-queue.ts';

const isScrolling = ref(false);
const scope = effectScope();
let shown: number[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  shown = [];
  scope.run(() => usePicturePace(() => isScrolling.value));
});
afterEach(async () => {
  isScrolling.value = false;
  await nextTick();
  vi.useRealTimers();
});

const ask = (number: number) => whenPictureMayShow(() => shown.push(number));

describe('the picture queue', () => {
  it('lets pictures of a view at rest show at once, or opening one would be slow', () => {
    [1, 2, 3, 4, 5].forEach(ask);
    expect(shown).toEqual([1, 2, 3, 4, 5]);
  });

  it('keeps what is held back until it may come, and loses none of it', async () => {
    const release = holdPictures();
    [1, 2].forEach(ask);
    isScrolling.value = true;
    await nextTick();
    isScrolling.value = false;
    await nextTick();
    vi.runAllTimers();
    expect(shown).toEqual([]);
    release();
    expect(shown).toEqual([1, 2]);
    ask(3);
    expect(shown).toEqual([1, 2, 3]);
  });

  it('lets few show in each frame of a scroll, or a fling would paint hundreds at once', async () => {
    isScrolling.value = true;
    await nextTick();
    [1, 2, 3, 4, 5].forEach(ask);
    expect(shown).toEqual([]);
    vi.advanceTimersToNextFrame();
    expect(shown).toEqual([1, 2]);
    vi.advanceTimersToNextFrame();
    vi.advanceTimersToNextFrame();
    expect(shown).toEqual([1, 2, 3, 4, 5]);
  });

  it('never shows one that was given up, or a tile long gone would fetch its picture', async () => {
    isScrolling.value = true;
    await nextTick();
    const giveUps = [1, 2, 3].map(ask);
    giveUps[0]?.();
    vi.advanceTimersToNextFrame();
    expect(shown).toEqual([2, 3]);
  });

  it('shows all that wait when the scroll ends, or the view at rest would fill slowly', async () => {
    isScrolling.value = true;
    await nextTick();
    [1, 2, 3, 4, 5].forEach(ask);
    isScrolling.value = false;
    await nextTick();
    expect(shown).toEqual([1, 2, 3, 4, 5]);
  });

  it('ends its pace with the grid, or pictures of every other view would trickle for good', async () => {
    isScrolling.value = true;
    await nextTick();
    scope.stop();
    ask(1);
    expect(shown).toEqual([1]);
  });
});
