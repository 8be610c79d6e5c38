import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Account, AccountsState } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

type LoadState = 'loading' | 'ready' | 'failed';

/** Who there is, and whose inventory is on screen. */
export const useAccountStore = defineStore('accounts', () => {
  const notices = useNoticeStore();
  const accounts = shallowRef<readonly Account[]>([]);
  const currentId = shallowRef<number | null>(null);
  const state = shallowRef<LoadState>('loading');
  const error = shallowRef<AppError | null>(null);
  const isFollowing = shallowRef(false);
  const current = computed(() => accounts.value.find(({ id }) => id === currentId.value) ?? null);

  function take(news: AccountsState): void {
    accounts.value = news.accounts;
    currentId.value = news.currentId;
    state.value = 'ready';
  }

  async function load(): Promise<void> {
    try {
      take(await request('accounts.list', {}));
    } catch (thrown) {
      error.value = toAppError(thrown);
      state.value = 'failed';
    }
  }

  async function exploreDemo(): Promise<void> {
    await report(async () => take(await request('accounts.exploreDemo', {})));
  }

  /** Adds a public inventory and shows it. Throws the AppError, so that a form can show it beside its field. */
  async function follow(text: string): Promise<Account> {
    const account = await request('accounts.follow', { text });
    take(await request('accounts.select', { accountId: account.id }));
    return account;
  }

  async function select(accountId: number): Promise<void> {
    if (accountId === currentId.value) return;
    await report(async () => take(await request('accounts.select', { accountId })));
  }

  async function remove(accountId: number): Promise<void> {
    await report(async () => take(await request('accounts.remove', { accountId })));
  }

  async function report(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  listen('accounts.changed', take);
  useMenuCommand('followAccount', () => (isFollowing.value = true));

  return {
    accounts,
    currentId,
    current,
    state,
    error,
    isFollowing,
    load,
    exploreDemo,
    follow,
    select,
    remove,
  };
});
