// @vitest-environment happy-dom
import { Crown } from '@lucide/vue';
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import UiThumbnail from '../../renderer/ui/UiThumbnail.vue';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a thumbnail that is not there', () => {
  it('shows its glyph, asks once more, and then lets be', async () => {
    const thumbnail = mount(UiThumbnail, { props: { source: 'thumb/Asset-1-150', glyph: Crown } });
    await thumbnail.get('img').trigger('error');
    expect(thumbnail.find('svg').exists()).toBe(true);
    expect(thumbnail.get('img').attributes('src')).toBe('thumb/Asset-1-150');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(thumbnail.get('img').attributes('src')).toBe('thumb/Asset-1-150?again=1');
    await thumbnail.get('img').trigger('error');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(thumbnail.get('img').attributes('src')).toBe('thumb/Asset-1-150?again=1');
    await thumbnail.get('img').trigger('load');
    expect(thumbnail.find('svg').exists()).toBe(false);
  });
});
