// @vitest-environment happy-dom
import { Crown } from '@lucide/vue';
import { mount } from '@vue/test-utils';
import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { missingPictures, type MissingPictures } from '../../renderer/ui/missing-picture.ts';
import { usePicturePace } from '../../renderer/ui/picture-queue.ts';
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

describe('a thumbnail that comes to show another item', () => {
  const hat = { source: 'thumb/Asset-1-150', glyph: Crown };
  const other = { source: 'thumb/Asset-2-150', glyph: Crown };

  it('the picture of the one before beside the name of the next, while pictures wait for a scroll to end', async () => {
    const isScrolling = shallowRef(false);
    const scope = effectScope();
    scope.run(() => usePicturePace(() => isScrolling.value));
    const thumbnail = mount(UiThumbnail, { props: hat });
    isScrolling.value = true;
    await nextTick();
    await thumbnail.setProps(other);
    expect(thumbnail.get('img').attributes('src')).toBeUndefined();
    isScrolling.value = false;
    await nextTick();
    await nextTick();
    expect(thumbnail.get('img').attributes('src')).toBe(other.source);
    scope.stop();
  });

  it('a picture known to be missing asked for again, or one that is there passing for missing', async () => {
    const blocked = { reason: 'blocked', againInMs: null } as const;
    const reasons: MissingPictures = {
      explain: () => Promise.resolve(blocked),
      recall: (source) => (source === other.source ? blocked : null),
      onReturn: () => () => undefined,
    };
    const provide = { [missingPictures as symbol]: reasons };
    const thumbnail = mount(UiThumbnail, { props: hat, global: { provide } });
    await thumbnail.setProps(other);
    expect(thumbnail.attributes('data-reason')).toBe('blocked');
    expect(thumbnail.get('img').attributes('src')).toBeUndefined();
    await thumbnail.setProps(hat);
    expect(thumbnail.attributes('data-reason')).toBeUndefined();
    expect(thumbnail.find('svg').exists()).toBe(false);
    expect(thumbnail.get('img').attributes('src')).toBe(hat.source);
  });
});
