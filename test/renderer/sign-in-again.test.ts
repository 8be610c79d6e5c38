// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { TooltipProvider } from 'reka-ui';
import { describe, expect, it } from 'vitest';
import { h } from 'vue';
import { useAccountDialogStore } from '../../renderer/features/accounts/account-dialog.store.ts';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import AccountBanner from '../../renderer/features/accounts/AccountBanner.vue';
import AccountLine from '../../renderer/features/accounts/AccountLine.vue';
import CategoryView from '../../renderer/features/items/CategoryView.vue';
import { i18n } from '../../renderer/i18n.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Account } from '../../shared/accounts.ts';
import type { Category } from '../../shared/categories.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount, samplePage } from './samples.ts';

const hats: Category = {
  key: 'own/AssetType/8/',
  name: 'Hats',
  list: 'own',
  type: 'AssetType',
  id: 8,
  filter: null,
  itemCount: 1,
};

/** The banner and the view below it, after a refresh that failed. */
async function open(facts: Partial<Account>, code: ErrorCode, savedAt: number | null = 1) {
  const account = sampleAccount({ kind: 'signedIn', ...facts });
  installBridge({
    'accounts.list': () => ({ accounts: [account], scope: account.id }),
    'items.list': () => samplePage(0, savedAt === null ? 0 : 1, { savedAt }),
    'items.refresh': () => {
      throw new AppError(code, '');
    },
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  const view = () =>
    h(CategoryView, { scope: account.id, category: hats, groupName: null, title: null, choices: null });
  const wrapper = mount(TooltipProvider, {
    slots: { default: () => [h(AccountBanner), view()] },
    global: { plugins: [pinia, i18n] },
  });
  await flushPromises();
  const has = (testId: string) => wrapper.find(`[data-testid="${testId}"]`).exists();
  return { account, wrapper, has };
}

describe('an account that Roblox wants signed in again', () => {
  it('told the same twice, by its banner and by its view', async () => {
    const ended = { signIn: 'needed', signInReason: 'sessionEnded' } as const;
    const { has, wrapper } = await open(ended, 'sessionEnded');
    expect(has('sign-in-again-banner')).toBe(true);
    expect(has('error-banner')).toBe(false);
    wrapper.unmount();
    const unsaved = await open(ended, 'sessionEnded', null);
    expect(unsaved.wrapper.text().split('Roblox asks you to sign in again')).toHaveLength(2);
    expect(unsaved.wrapper.find('[data-testid="state"]').text()).toContain('Not saved on this computer yet');
    unsaved.wrapper.unmount();
  });

  it('a second step that can only be tried again, in vain', async () => {
    for (const savedAt of [1, null]) {
      const { account, has, wrapper } = await open({}, 'challengeRequired', savedAt);
      expect(has('sign-in-again-banner')).toBe(false);
      await wrapper.find('[data-testid="view-sign-in-again"]').trigger('click');
      expect(useAccountDialogStore().open).toEqual({ kind: 'add', again: account.id });
      wrapper.unmount();
    }
  });

  it('another error swallowed, or a sign-in offered to who has none', async () => {
    const ended = { signIn: 'needed', signInReason: 'sessionEnded' } as const;
    const { has, wrapper } = await open(ended, 'unreachable');
    expect(has('error-banner')).toBe(true);
    wrapper.unmount();
    const followed = await open({ kind: 'followed', signIn: 'none' }, 'challengeRequired');
    expect(followed.has('error-banner')).toBe(true);
    expect(followed.has('view-sign-in-again')).toBe(false);
    followed.wrapper.unmount();
  });
});

describe('the line of an account', () => {
  it('a session of this run only passed off as kept, or a kept one as of this run only', () => {
    installBridge({});
    const lines = (['thisRun', 'kept'] as const).map((signIn) => {
      const account = sampleAccount({ kind: 'signedIn', signIn });
      const global = { plugins: [createPinia(), i18n] };
      return mount(AccountLine, { props: { account, now: 1 }, global });
    });
    const words = lines.map((line) => line.find('[data-testid="account-kind"]').text());
    expect(words).toEqual(['Signed in for this run', 'Signed in']);
  });
});
