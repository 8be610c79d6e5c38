// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCollectibleChoicesStore } from '../../renderer/features/collectibles/collectible-choices.store.ts';
import CollectibleHistory from '../../renderer/features/collectibles/CollectibleHistory.vue';
import { i18n } from '../../renderer/i18n.ts';
import type { CollectibleDays } from '../../shared/collectibles.ts';
import { dayOf } from '../../shared/days.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const today = dayOf(Date.now());

/** An account of which one day is kept. */
function keptOn(accountId: number, day: number): CollectibleDays {
  const ones = { values: [10], copies: [1], items: [1], unpriced: [0] };
  return { accountId, isAwaited: true, days: [day], ...ones };
}

/** A month of Marlo and Bo together, as a table; `notWhole` names those whose newest reading is not whole. */
async function show(kept: readonly CollectibleDays[], notWhole: readonly number[] = []) {
  const accounts = [sampleAccount({ id: 7 }), sampleAccount({ id: 8, displayName: 'Bo' })];
  installBridge({
    'accounts.list': () => ({ accounts, scope: 'all' }),
    'accounts.rememberPlace': () => null,
    'collectibles.history': () => ({ accounts: kept, daysAhead: 0 }),
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  const choices = useCollectibleChoicesStore();
  choices.history.lines = 'together';
  choices.history.range = 'month';
  choices.history.shape = 'table';
  const props = { scope: 'all', notWhole } as const;
  const wrapper = mount(CollectibleHistory, { props, global: { plugins: [pinia, i18n] } });
  await flushPromises();
  return { wrapper, choices };
}

it('days that are kept called not kept, because the accounts were read on different ones', async () => {
  const { wrapper, choices } = await show([keptOn(7, today), keptOn(8, today - 90)]);
  const state = wrapper.get('[data-testid="state"]');
  expect(state.text()).toContain('No day in this time has every account');
  await state.get('button').trigger('click');
  expect(choices.history.lines).toBe('byAccount');
  expect(wrapper.get('[data-testid="history-table"]').text()).toContain('10');
  wrapper.unmount();
});

it('a day that one unreadable limited keeps out for good, without a word of why', async () => {
  const words = 'The newest refresh of Bo is not kept as a day';
  const none = await show([], [8]);
  expect(none.wrapper.get('[data-testid="state"]').text()).toContain(words);
  none.wrapper.unmount();
  const some = await show([keptOn(7, today), keptOn(8, today)], [8]);
  expect(some.wrapper.get('[data-testid="history-notes"]').text()).toContain(words);
  some.wrapper.unmount();
  const whole = await show([keptOn(7, today)]);
  expect(whole.wrapper.text()).not.toContain('is not kept as a day');
  whole.wrapper.unmount();
});
