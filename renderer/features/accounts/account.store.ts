import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Account, AccountsState, Scope } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { useMenuCommand } from '../../useMenuCommand.ts';
import { useNoticeStore } from '../notices/notice.store.ts';

type LoadState = 'loading' | 'ready' | 'failed';

/** Who there is, and whose inventory is on screen. */
export const useAccountStore = defineStore('accounts', () => {
  const notices = useNoticeStore();
  const accounts = shallowRef<readonly Account[]>([]);
  /** What is on screen: one account, or all of them together. */
  const scope = shallowRef<Scope | null>(null);
  const state = shallowRef<LoadState>('loading');
  const error = shallowRef<AppError | null>(null);
  const isFollowing = shallowRef(false);
  /** null while all accounts are shown together. */
  const current = computed(() => accounts.value.find(({ id }) => id === scope.value) ?? null);
  const currentId = computed(() => current.value?.id ?? null);

  function take(news: AccountsState): void {
    accounts.value = news.accounts;
    scope.value = news.scope;
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
    take(await request('accounts.select', { scope: account.id }));
    return account;
  }

  async function select(wanted: Scope): Promise<void> {
    if (wanted === scope.value) return;
    await report(async () => take(await request('accounts.select', { scope: wanted })));
  }

  async function remove(accountId: number): Promise<void> {
    await report(async () =>
      take(await request('accounts.signOut', { accountId, atRoblox: false, library: 'delete' })),
    );
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
    scope,
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
