// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import UiTree from '../../renderer/ui/UiTree.vue';

const nodes = [
  {
    key: 'accessories',
    label: 'Accessories',
    count: null,
    children: [
      { key: 'own/AssetType/8/', label: 'Head', count: '12,000' },
      { key: 'own/AssetType/42/', label: 'Face', count: null },
    ],
  },
  { key: 'own/AssetType/41/', label: 'Hair', count: '3' },
];

function mountTree(expanded: readonly string[]) {
  return mount(UiTree, {
    attachTo: document.body,
    props: { label: 'Inventory', nodes, chosen: 'own/AssetType/41/', expanded: new Set(expanded) },
  });
}

let tree: ReturnType<typeof mountTree>;
afterEach(() => tree.unmount());

describe('the tree', () => {
  it('has one tab stop: the chosen line', () => {
    tree = mountTree(['accessories']);
    const stops = tree.findAll('[tabindex="0"]');
    expect(stops.map((stop) => stop.attributes('data-key'))).toEqual(['own/AssetType/41/']);
  });

  it.each(['own/AssetType/41/', 'accessories'])(
    'the focus lost by %s when the lines are put in another order',
    async (key) => {
      tree = mountTree([]);
      const line = tree.get(`[data-key="${key}"]`);
      (line.element as HTMLElement).focus();
      await tree.setProps({ nodes: nodes.toReversed() });
      expect(document.activeElement?.getAttribute('data-key')).toBe(key);
    },
  );

  it('opens a group with the right arrow, enters it, and leaves it with the left one', async () => {
    tree = mountTree([]);
    const group = tree.get('[data-key="accessories"]');
    await group.trigger('focus');
    await group.trigger('keydown', { key: 'ArrowRight' });
    expect(tree.emitted('toggle')).toEqual([['accessories']]);
    await tree.setProps({ expanded: new Set(['accessories']) });
    await group.trigger('keydown', { key: 'ArrowRight' });
    await nextTick();
    expect(document.activeElement?.getAttribute('data-key')).toBe('own/AssetType/8/');
    await tree.get('[data-key="own/AssetType/8/"]').trigger('keydown', { key: 'ArrowLeft' });
    await nextTick();
    expect(document.activeElement?.getAttribute('data-key')).toBe('accessories');
  });

  it('chooses with Enter and finds by first letter', async () => {
    tree = mountTree(['accessories']);
    const hair = tree.get('[data-key="own/AssetType/41/"]');
    await hair.trigger('keydown', { key: 'f' });
    await nextTick();
    expect(document.activeElement?.textContent).toContain('Face');
    await tree.get('[data-key="own/AssetType/42/"]').trigger('keydown', { key: 'Enter' });
    expect(tree.emitted('choose')).toEqual([['own/AssetType/42/']]);
  });

  it('a place with places in it that cannot be chosen, or deeper ones that are not shown', async () => {
    const deepest = { key: '3', label: 'Snow', count: '1', isPlace: true };
    const inside = { key: '2', label: 'Winter', count: '2', isPlace: true, children: [deepest] };
    const places = [{ key: '1', label: 'Hats', count: '3', isPlace: true, children: [inside] }];
    tree = mount(UiTree, {
      attachTo: document.body,
      props: { label: 'Collections', nodes: places, chosen: null, expanded: new Set(['1', '2']) },
    });
    expect(tree.findAll('[role="treeitem"]').map((line) => line.attributes('aria-level'))).toEqual([
      ...['1', '2', '3'],
    ]);
    await tree.get('[data-key="2"]').trigger('click');
    await tree.get('[data-key="1"] .opener').trigger('click');
    expect(tree.emitted('choose')).toEqual([['2']]);
    expect(tree.emitted('toggle')).toEqual([['1']]);
  });
});
