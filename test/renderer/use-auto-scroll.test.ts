// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { defineComponent, h, useTemplateRef } from 'vue';
import { useAutoScroll } from '../../renderer/ui/useAutoScroll.ts';

const { autoScrollForElements } = vi.hoisted(() => ({ autoScrollForElements: vi.fn(() => vi.fn()) }));
vi.mock('@atlaskit/pragmatic-drag-and-drop-auto-scroll/element', () => ({ autoScrollForElements }));

const Scroller = defineComponent({
  setup() {
    const element = useTemplateRef<HTMLElement>('element');
    useAutoScroll(() => element.value);
    return () => h('div', { ref: 'element' });
  },
});

it('a drag before the window was ever idle that scrolls nothing', async () => {
  const scroller = mount(Scroller);
  await flushPromises();
  expect(autoScrollForElements).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('pointermove'));
  await vi.waitFor(() => {
    expect(autoScrollForElements).toHaveBeenCalledWith({ element: scroller.element as HTMLElement });
  });
});
