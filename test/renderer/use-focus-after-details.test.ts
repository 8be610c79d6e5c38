// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useDetailsStore } from '../../renderer/features/items/details.store.ts';
import { useFocusAfterDetails } from '../../renderer/features/items/useFocusAfterDetails.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleItem } from './samples.ts';

const accounts = [1, 2].map((id) => sampleAccount({ id }));

async function start() {
  installBridge({
    'accounts.list': () => ({ accounts, scope: 1 }),
    'accounts.select': ({ scope }) => ({ accounts, scope }),
  });
  setActivePinia(createPinia());
  const focus = vi.fn();
  const store = useAccountStore();
  await store.load();
  const details = useDetailsStore();
  effectScope().run(() => useFocusAfterDetails(() => ({ focus })));
  await details.open(sampleItem(7));
  return { focus, store, details };
}

describe('the focus after details', () => {
  it('lost when they are closed', async () => {
    const { focus, details } = await start();
    details.close();
    await flushPromises();
    expect(focus).toHaveBeenCalledOnce();
  });

  it('taken from where another account was chosen, whose list nobody has reached for', async () => {
    const { focus, store, details } = await start();
    await store.select(2);
    await flushPromises();
    expect(details.item).toBeNull();
    expect(focus).not.toHaveBeenCalled();
    await details.open(sampleItem(8));
    details.close();
    await flushPromises();
    expect(focus).toHaveBeenCalledOnce();
  });
});
