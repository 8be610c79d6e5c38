// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { usePreparedViews } from '../../renderer/features/items/usePreparedViews.ts';
import { router } from '../../renderer/router.ts';
import type { RequestInput } from '../../shared/ipc.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, samplePage } from './samples.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('reading ahead: the wrong category, Roblox asked, or the start made to wait', async () => {
  const read: RequestInput<'items.list'>[] = [];
  const category = { key: 'own/AssetType/8/', name: 'Hats', list: 'own', type: 'AssetType', id: 8 } as const;
  const group = {
    name: 'Accessories',
    displayName: 'Accessories',
    categories: [{ ...category, filter: null, itemCount: null }],
  };
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [1, 2, 3].map((id) => sampleAccount({ id })), scope: 1 }),
    'accounts.place': ({ scope }) =>
      scope === 3 ? { path: '/category/own%2FAssetType%2F41%2F', scrollTop: 0 } : null,
    'categories.list': () => ({ own: [group], favorites: [], allItemCount: null, savedAt: 1 }),
    'categories.refresh': () => ({ wasNeeded: false }),
    'items.list': (input) => {
      read.push(input);
      return samplePage(0, 1);
    },
  });
  setActivePinia(createPinia());
  await useAccountStore().load();
  const wrapper = mount(defineComponent({ setup: usePreparedViews, render: () => null }), {
    global: { plugins: [router] },
  });
  await flushPromises();
  expect(read).toEqual([]);
  await vi.advanceTimersByTimeAsync(3000);
  expect(read.map(({ scope, category: key }) => `${scope} ${key}`)).toEqual([
    '2 own/AssetType/8/',
    '3 own/AssetType/41/',
    'all own/AssetType/8/',
  ]);
  expect(bridge.asked.filter((name) => name.endsWith('refresh'))).toEqual(['categories.refresh']);
  wrapper.unmount();
});
