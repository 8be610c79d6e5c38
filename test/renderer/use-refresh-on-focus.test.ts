// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it, onTestFinished } from 'vitest';
import { effectScope } from 'vue';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useCategory } from '../../renderer/features/items/useCategory.ts';
import { useRefreshOnFocus } from '../../renderer/features/refresh/useRefreshOnFocus.ts';
import type { Account, Scope } from '../../shared/accounts.ts';
import { AppError } from '../../shared/errors.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, sampleChoices, samplePage } from './samples.ts';

const hats = 'own/AssetType/8/';
const done = { wasNeeded: false };

/** A list on screen, and the window coming to the front. */
async function open(
  scope: Scope,
  how: { isWished?: boolean; account?: Partial<Account>; answer?: () => typeof done } = {},
) {
  const { isWished = true, account = {}, answer = () => done } = how;
  setActivePinia(createPinia());
  const refreshes: unknown[] = [];
  const bridge = installBridge({
    'accounts.list': () => ({ accounts: [sampleAccount({ id: 7, ...account })], scope }),
    'items.list': () => samplePage(0, 1),
    'items.refresh': (input) => {
      refreshes.push(input);
      return answer();
    },
    'settings.read': () => ({ ...defaultSettings, refreshesOnFocus: isWished }),
  });
  await useAccountStore().load();
  const app = effectScope();
  const view = effectScope();
  onTestFinished(() => app.stop());
  onTestFinished(() => view.stop());
  app.run(() => useRefreshOnFocus());
  view.run(() => useCategory(scope, hats, sampleChoices()));
  await flushPromises();
  const focus = async () => {
    refreshes.length = 0;
    window.dispatchEvent(new Event('focus'));
    await flushPromises();
    return refreshes;
  };
  return { asked: bridge.asked, focus, view };
}

describe('the window coming to the front', () => {
  it.each([7, 'all'] as const)(
    'every list of scope %s refreshed, or a paused refresh going on',
    async (scope) => {
      const { asked, focus } = await open(scope);
      expect(await focus()).toEqual([{ scope, category: hats, isForced: false }]);
      expect(asked.filter((name) => name.startsWith('refresh.'))).toEqual([]);
    },
  );

  it.each([
    ['nobody wished it', { isWished: false }],
    ['the account is archived', { account: { kind: 'archived' } as const }],
  ])('asking Roblox although %s', async (_why, how) => {
    expect(await (await open(7, how)).focus()).toEqual([]);
  });

  it('asking for a list that was left', async () => {
    const { focus, view } = await open(7);
    view.stop();
    expect(await focus()).toEqual([]);
  });

  it('asking before the time Roblox gave', async () => {
    const answer = () => {
      throw new AppError('rateLimited', 'slow', { retryAt: Date.now() + 60_000 });
    };
    expect(await (await open(7, { answer })).focus()).toEqual([]);
  });
});
