// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { usePlaceStore } from '../../renderer/features/accounts/place.store.ts';
import SavedViewPage from '../../renderer/features/items/SavedViewPage.vue';
import { i18n } from '../../renderer/i18n.ts';
import { router } from '../../renderer/router.ts';
import type { SavedView } from '../../shared/views.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const view: SavedView = {
  id: 1,
  name: 'On hold',
  scope: 99,
  category: 'own/*',
  search: '',
  sort: 'newest',
  owned: 'any',
  filter: { hold: 'onHold' },
};

/** The page of a saved view while account 7 is on screen, beside account 8. */
async function open(id: number) {
  const accounts = [sampleAccount({ id: 7 }), sampleAccount({ id: 8, displayName: 'Bo' })];
  installBridge({
    'accounts.list': () => ({ accounts, scope: 7 }),
    'accounts.select': ({ scope }) => ({ accounts, scope }),
    'accounts.rememberPlace': () => null,
    'savedViews.list': () => [view, { ...view, id: 2, scope: 8 }],
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  await router.push(`/saved/${id}`);
  const wrapper = mount(SavedViewPage, { global: { plugins: [pinia, i18n, router] } });
  await flushPromises();
  return wrapper;
}

describe('the page of a saved view', () => {
  it('an account that is gone taken for an empty one', async () => {
    expect((await open(1)).text()).toContain('“On hold” is a view of an account that is gone');
  });

  it("another account's view showing the items of the one on screen", async () => {
    const wrapper = await open(2);
    expect(wrapper.text()).toContain('“On hold” is a view of Bo');
    await wrapper.get('button').trigger('click');
    expect(useAccountStore().scope).toBe(8);
    expect(usePlaceStore().known(8)?.path).toBe('/saved/2');
  });

  it('a deleted view leaving a blank page', async () => {
    expect((await open(3)).text()).toContain('This saved view is no longer there');
  });
});
