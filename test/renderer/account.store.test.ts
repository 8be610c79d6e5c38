// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../renderer/features/accounts/account.store.ts';
import { useNoticeStore } from '../../renderer/features/notices/notice.store.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountsState, Scope } from '../../shared/accounts.ts';
import { installBridge } from './fake-bridge.ts';
import { sampleAccount } from './samples.ts';

const accounts = [1, 2, 3].map((id) => sampleAccount({ id, username: `user${id}` }));

async function open(select: (scope: Scope) => Promise<AccountsState>) {
  const bridge = installBridge({
    'accounts.list': () => ({ accounts, scope: 1 }),
    'accounts.select': ({ scope }) => select(scope),
  });
  setActivePinia(createPinia());
  const store = useAccountStore();
  await store.load();
  return { bridge, store };
}

describe('switching accounts', () => {
  it('a switch that waits for the main process', async () => {
    const { store } = await open(() => new Promise(() => undefined));
    void store.select(2);
    expect(store.currentId).toBe(2);
  });

  it('a switch undone by news of another account on its way', async () => {
    const { bridge, store } = await open(() => new Promise(() => undefined));
    void store.select('all');
    bridge.emit('accounts.changed', { accounts, scope: 1 });
    expect(store.scope).toBe('all');
  });

  it('the slower answer of two quick switches winning', async () => {
    const answers = new Map<Scope, (state: AccountsState) => void>();
    const { store } = await open((scope) => new Promise((resolve) => answers.set(scope, resolve)));
    void store.select(2);
    void store.select(3);
    answers.get(2)?.({ accounts, scope: 2 });
    await flushPromises();
    expect(store.scope).toBe(3);
    answers.get(3)?.({ accounts, scope: 3 });
    await flushPromises();
    expect(store.scope).toBe(3);
  });

  it('a refused switch that stays on screen without a word', async () => {
    const { store } = await open(() => Promise.reject(new AppError('accountUnknown', 'gone')));
    await store.select(2);
    expect(store.scope).toBe(1);
    expect(useNoticeStore().notices[0]?.title).toBe('That account is not in Satchel');
  });

  it('an account kept on screen after it is gone', async () => {
    const { bridge, store } = await open(() => new Promise(() => undefined));
    void store.select(3);
    bridge.emit('accounts.changed', { accounts: accounts.slice(0, 2), scope: 1 });
    expect(store.scope).toBe(1);
  });

  it('archived accounts numbered among those a shortcut shows', async () => {
    const { bridge, store } = await open(() => new Promise(() => undefined));
    bridge.emit('accounts.changed', {
      accounts: [sampleAccount({ id: 9, kind: 'archived' }), ...accounts],
      scope: 1,
    });
    expect(store.active.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(store.archived.map(({ id }) => id)).toEqual([9]);
  });
});
