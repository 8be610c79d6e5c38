// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePlaceStore } from '../../renderer/features/accounts/place.store.ts';
import { restoreScroll } from '../../renderer/features/accounts/scroll-place.ts';
import type { ViewPlace } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';

const hats: ViewPlace = { path: '/category/hats', scrollTop: 40 };

describe('the remembered places', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('a request for every pixel scrolled', async () => {
    const saved: unknown[] = [];
    installBridge({ 'accounts.rememberPlace': (input) => (saved.push(input), null) });
    setActivePinia(createPinia());
    const places = usePlaceStore();
    for (let scrollTop = 0; scrollTop < 500; scrollTop += 1) places.remember(7, { ...hats, scrollTop });
    places.remember('all', hats);
    await vi.runAllTimersAsync();
    expect(saved).toEqual([
      { scope: 7, place: { ...hats, scrollTop: 499 } },
      { scope: 'all', place: hats },
    ]);
  });

  it('a place asked for twice, or a newer one overwritten by what was saved', async () => {
    const bridge = installBridge({ 'accounts.place': () => hats, 'accounts.rememberPlace': () => null });
    setActivePinia(createPinia());
    const places = usePlaceStore();
    expect(places.known(7)).toBe(undefined);
    const reading = places.read(7);
    places.remember(7, { path: '/profile-collection', scrollTop: 0 });
    await reading;
    await places.read(7);
    expect(places.known(7)?.path).toBe('/profile-collection');
    expect(bridge.asked).toEqual(['accounts.place']);
  });

  it('a place that cannot be read stopping the switch', async () => {
    installBridge({});
    setActivePinia(createPinia());
    const places = usePlaceStore();
    expect(await places.read(7)).toBe(null);
    expect(places.known(7)).toBe(null);
  });
});

describe('bringing the scroll back', () => {
  function scrollerOf(height: number): HTMLElement {
    const scroller = document.createElement('div');
    scroller.setAttribute('data-scroll-place', '');
    Object.defineProperty(scroller, 'clientHeight', { value: 100 });
    Object.defineProperty(scroller, 'scrollHeight', { value: height, writable: true });
    return scroller;
  }

  it('rows that arrive later never scrolled to', async () => {
    const root = document.createElement('div');
    restoreScroll(root, 700);
    const scroller = scrollerOf(2000);
    root.append(scroller);
    await vi.waitFor(() => expect(scroller.scrollTop).toBe(700));
  });

  it('a person who scrolls meanwhile pulled back', async () => {
    const root = document.createElement('div');
    restoreScroll(root, 700);
    root.dispatchEvent(new Event('wheel'));
    const scroller = scrollerOf(2000);
    root.append(scroller);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(scroller.scrollTop).toBe(0);
  });
});
