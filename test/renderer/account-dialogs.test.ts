// @vitest-environment happy-dom
import { DOMWrapper, enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  useAccountDialogStore,
  type AccountDialog,
} from '../../renderer/features/accounts/account-dialog.store.ts';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import AccountDialogs from '../../renderer/features/accounts/AccountDialogs.vue';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { i18n } from '../../renderer/i18n.ts';
import { AppError } from '../../shared/errors.ts';
import type { RequestInput } from '../../shared/ipc.ts';
import type { Account } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

enableAutoUnmount(afterEach);
const page = new DOMWrapper(document.body);
const find = (testId: string) => page.find(`[data-testid="${testId}"]`);

async function open(
  dialog: AccountDialog,
  account: Account,
  answers: Parameters<typeof installBridge>[0] = {},
) {
  const accounts = [account];
  const bridge = installBridge({
    'accounts.list': () => ({ accounts, scope: account.id }),
    'accounts.pendingChanges': () => 0,
    ...answers,
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useAccountStore().load();
  mount(AccountDialogs, { global: { plugins: [pinia, i18n] }, attachTo: document.body });
  useAccountDialogStore().show(dialog);
  // Each dialog is a file of its own, loaded when it is wanted.
  await vi.dynamicImportSettled();
  await flushPromises();
  return bridge;
}

const signedIn = sampleAccount({ kind: 'signedIn', username: 'marlo', displayName: 'Marlo' });
const signOut: AccountDialog = { kind: 'signOut', accountId: signedIn.id, from: null };

describe('signing out', () => {
  it('changes on their way given up without asking', async () => {
    const bridge = await open(signOut, signedIn, { 'accounts.pendingChanges': () => 3 });
    const confirm = find('sign-out-confirm');
    expect(find('sign-out-pending').text()).toContain('3 changes');
    expect(confirm.attributes('disabled')).toBeDefined();
    await find('sign-out-give-up').setValue(true);
    expect(confirm.attributes('disabled')).toBeUndefined();
    expect(bridge.asked).not.toContain('accounts.signOut');
  });

  it('a failure at Roblox that leaves no way out', async () => {
    const asked: RequestInput<'accounts.signOut'>[] = [];
    await open(signOut, signedIn, {
      'accounts.signOut': (input) => {
        asked.push(input);
        if (input.atRoblox) throw new AppError('unreachable', 'no network');
        return { accounts: [], scope: null };
      },
    });
    await find('sign-out-session-end').find('input').trigger('change');
    await find('sign-out-confirm').trigger('click');
    await flushPromises();
    expect(find('sign-out-problem').text()).toContain('Roblox cannot be reached');
    await find('sign-out-only-here').trigger('click');
    await flushPromises();
    expect(asked.map(({ atRoblox, library }) => ({ atRoblox, library }))).toEqual([
      { atRoblox: true, library: 'archive' },
      { atRoblox: false, library: 'archive' },
    ]);
    expect(useNoticeStore().notices[0]?.title).toBe('Signed out Marlo');
    expect(find('sign-out-dialog').exists()).toBe(false);
  });

  it('a session offered to be ended where there is none', async () => {
    await open(signOut, { ...signedIn, kind: 'followed', signIn: 'none' });
    expect(find('sign-out-session-end').exists()).toBe(false);
    expect(find('sign-out-library-archive').exists()).toBe(true);
  });

  it('an archive offered to be archived', async () => {
    await open(signOut, { ...signedIn, kind: 'archived', signIn: 'none' });
    expect(find('sign-out-library-archive').exists()).toBe(false);
    expect(find('sign-out-confirm').text()).toBe('Delete library');
  });
});

describe('following several', () => {
  it('the lines that failed lost, or those that did not asked again', async () => {
    await open({ kind: 'add', again: null }, signedIn, {
      'accounts.followAll': ({ text }) =>
        text.split('\n').map((line) => ({
          text: line,
          accountId: line === 'nobody' ? null : signedIn.id,
          wasKnown: line === 'marlo',
          error: line === 'nobody' ? { code: 'userNotFound' as const, message: '' } : null,
        })),
    });
    await find('follow-list').setValue('marlo\nnobody\nbuilderman');
    await find('follow-list-submit').trigger('submit');
    await flushPromises();
    const results = page.findAll('[data-testid="follow-list-result"]');
    expect(results.map((line) => line.attributes('data-result'))).toEqual(['known', 'failed', 'followed']);
    expect(results[1]?.text()).toContain('Roblox knows no such user');
    expect((find('follow-list').element as HTMLTextAreaElement).value).toBe('nobody');
  });

  it('a list refused as a whole that says nothing and empties the field', async () => {
    await open({ kind: 'add', again: null }, signedIn, {
      'accounts.followAll': () => {
        throw new AppError('followListTooLong', 'too long');
      },
    });
    await find('follow-list').setValue('a\nb');
    await find('follow-list-submit').trigger('submit');
    await flushPromises();
    expect(find('follow-list-problem').text()).toContain('That list is too long');
    expect((find('follow-list').element as HTMLTextAreaElement).value).toBe('a\nb');
  });
});

describe('editing an account', () => {
  it('a nickname of spaces kept as a name', async () => {
    const edits: RequestInput<'accounts.edit'>[] = [];
    await open(
      { kind: 'edit', accountId: signedIn.id, from: null },
      { ...signedIn, nickname: 'Main' },
      {
        'accounts.edit': (input) => {
          edits.push(input);
          return { accounts: [signedIn], scope: signedIn.id };
        },
      },
    );
    await find('account-nickname').setValue('   ');
    await page.find('[data-colour="teal"] input').trigger('change');
    await find('edit-account-dialog').find('form').trigger('submit');
    await flushPromises();
    expect(edits).toEqual([{ accountId: signedIn.id, nickname: null, colour: 'teal' }]);
  });
});
