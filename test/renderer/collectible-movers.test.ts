// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCollectibleChoicesStore } from '../../renderer/features/collectibles/collectible-choices.store.ts';
import CollectibleMovers from '../../renderer/features/collectibles/CollectibleMovers.vue';
import { daysAsked } from '../../renderer/features/collectibles/mover-days.ts';
import { useDetailsStore } from '../../renderer/features/items/details.store.ts';
import { itemPathPattern } from '../../renderer/features/items/item-path.ts';
import { useTrailStore } from '../../renderer/features/items/trail.store.ts';
import { i18n } from '../../renderer/i18n.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { CollectibleMovers as Movers } from '../../shared/collectibles.ts';
import { dayOf } from '../../shared/days.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const none = { items: 0, copies: 0, value: 0 };
const crown = { type: 'Asset', id: 9, name: 'Crown' } as const;

/** Two accounts, compared in their order; the crown that went up is the second one's. */
const movers: Movers = {
  compared: [7, 8].map((accountId) => ({ accountId, from: 1, to: 2 })),
  ...{
    notCompared: [],
    isElsewhere: false,
    before: 10,
    after: 15,
    repriced: 5,
    gained: none,
    lost: none,
    learnt: 0,
  },
  up: [{ item: crown, copies: 1, from: 10, to: 15, change: 5, percent: 50 }],
  ...{ upCount: 1, downCount: 0, down: [], gainedItems: [], lostItems: [] },
};

async function showMovers(scope: Scope, found: Movers, choose: () => void = () => undefined) {
  const accounts = [
    sampleAccount({ id: 7, visibility: 'hidden', kind: 'followed' }),
    sampleAccount({ id: 8 }),
  ];
  installBridge({
    'accounts.list': () => ({ accounts, scope }),
    'accounts.rememberPlace': () => null,
    'collectibles.movers': () => found,
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  choose();
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
  return { wrapper, router };
}

async function clickMover(scope: Scope) {
  const { wrapper, router } = await showMovers(scope, movers);
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

it('nothing to compare told as if nothing were kept, as if a refresh would help, or as if it were still compared', async () => {
  const nothing = { ...movers, compared: [], up: [], upCount: 0 };
  const said = async (scope: Scope, facts: Partial<Movers>, choose?: () => void) =>
    (await showMovers(scope, { ...nothing, ...facts }, choose)).wrapper.get('[data-testid="state"]').text();
  expect(await said(8, {})).toContain('After the next complete refreshes');
  expect(await said(7, {})).toContain('This inventory is hidden');
  expect(await said(8, { notCompared: [8] })).toContain('So far one day is kept');
  const elsewhere = await said(8, { notCompared: [8], isElsewhere: true });
  expect(elsewhere).toContain('No two kept days lie in this time');
  expect(elsewhere).toContain('Show all');
  const reversed = await said(8, {}, () => {
    const { movers: chosen } = useCollectibleChoicesStore();
    Object.assign(chosen, { preset: 'custom', from: '2026-11-20', to: '2026-11-01' });
  });
  expect(reversed).toContain('The first day is after the last one');
});

it('days of one’s own that begin with all there are, or that what was typed is lost', async () => {
  const { wrapper } = await showMovers(8, movers);
  const choices = useCollectibleChoicesStore();
  const today = dayOf(Date.now());
  const days = () => daysAsked(choices.movers.preset, choices.movers, today);
  const choose = (id: string) => wrapper.get(`[data-testid="mover-days-${id}"] input`).setValue(true);
  await choose('week');
  const week = days();
  await choose('custom');
  expect(choices.movers.preset).toBe('custom');
  expect(days()).toEqual(week);
  choices.movers.from = '2026-01-02';
  await choose('month');
  await choose('custom');
  expect(choices.movers.from).toBe('2026-01-02');
});
