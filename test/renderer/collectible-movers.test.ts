// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import CollectibleMovers from '../../renderer/features/collectibles/CollectibleMovers.vue';
import { useDetailsStore } from '../../renderer/features/items/details.store.ts';
import { itemPathPattern } from '../../renderer/features/items/item-path.ts';
import { useTrailStore } from '../../renderer/features/items/trail.store.ts';
import { i18n } from '../../renderer/i18n.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { CollectibleMovers as Movers } from '../../shared/collectibles.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const none = { items: 0, copies: 0, value: 0 };
const crown = { type: 'Asset', id: 9, name: 'Crown' } as const;

/** Two accounts, compared in their order; the crown that went up is the second one's. */
const movers: Movers = {
  compared: [7, 8].map((accountId) => ({ accountId, from: 1, to: 2 })),
  ...{ notCompared: [], before: 10, after: 15, repriced: 5, gained: none, lost: none, learnt: 0 },
  up: [{ item: crown, copies: 1, from: 10, to: 15, change: 5, percent: 50 }],
  ...{ upCount: 1, downCount: 0, down: [], gainedItems: [], lostItems: [] },
};

async function clickMover(scope: Scope) {
  const accounts = [sampleAccount({ id: 7, visibility: 'hidden' }), sampleAccount({ id: 8 })];
  installBridge({
    'accounts.list': () => ({ accounts, scope }),
    'accounts.rememberPlace': () => null,
    'collectibles.movers': () => movers,
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  const component = { template: '' };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/collectibles', component },
      { path: itemPathPattern, name: 'item', component },
    ],
  });
  await router.push('/collectibles');
  useTrailStore().go(router);
  const wrapper = mount(CollectibleMovers, { props: { scope }, global: { plugins: [pinia, i18n, router] } });
  await flushPromises();
  await wrapper.get('[data-testid="mover"]').trigger('click');
  await flushPromises();
  return { path: router.currentRoute.value.path, details: useDetailsStore() };
}

it('a mover of all accounts shown as the first of them has it, who need not own it', async () => {
  const { path, details } = await clickMover('all');
  expect(details.item).toBeNull();
  expect(path).toBe('/item/Asset/9');
});

it('a mover of one account that takes the place of the list it is in', async () => {
  const { path, details } = await clickMover(8);
  expect(path).toBe('/collectibles');
  expect(details.item).toMatchObject(crown);
  expect(details.accountId).toBe(8);
});
