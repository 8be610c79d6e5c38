import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import type { Account, AccountsState, FollowResult, Scope } from '../../../shared/accounts.ts';
import { listen, request } from '../../ipc.ts';
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
  /** null while all accounts are shown together. */
  const current = computed(() => accounts.value.find(({ id }) => id === scope.value) ?? null);
  const currentId = computed(() => current.value?.id ?? null);
  const active = computed(() => accounts.value.filter(({ kind }) => kind !== 'archived'));
  const archived = computed(() => accounts.value.filter(({ kind }) => kind === 'archived'));
  /** One account is its own union. */
  const canShowAll = computed(() => accounts.value.length > 1);
  let switches = 0;

  // While a switch is on its way, news of other things still names the scope of before.
  function take(news: AccountsState): void {
    accounts.value = news.accounts;
    const isKept = scope.value === 'all' || news.accounts.some(({ id }) => id === scope.value);
    if (switches === 0 || !isKept) scope.value = news.scope;
    state.value = 'ready';
  }

  function find(accountId: number): Account | undefined {
    return accounts.value.find(({ id }) => id === accountId);
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

  /** Follows every line of a list by itself. Throws only when the list as a whole is refused. */
  async function followAll(text: string): Promise<readonly FollowResult[]> {
    const results = await request('accounts.followAll', { text });
    take(await request('accounts.list', {}));
    return results;
  }

  /** Shows a scope at once, from what is cached; the main process hears of it afterwards. */
  async function select(wanted: Scope): Promise<void> {
    if (wanted === scope.value) return;
    const before = scope.value;
    scope.value = wanted;
    switches += 1;
    let news: AccountsState | null = null;
    try {
      news = await request('accounts.select', { scope: wanted });
    } catch (thrown) {
      if (scope.value === wanted) scope.value = before;
      notices.showError(toAppError(thrown));
    }
    switches -= 1;
    if (news) take(news);
  }

  /** Throws the AppError. */
  async function edit(input: RequestInput<'accounts.edit'>): Promise<void> {
    take(await request('accounts.edit', input));
  }

  /** Puts an account at a place of the list, counted from 0 without itself. */
  async function move(accountId: number, position: number): Promise<void> {
    await report(async () => take(await request('accounts.move', { accountId, position })));
  }

  /** Reads what the keychain did not give out before. */
  async function reopenKeychain(): Promise<void> {
    await report(async () => take(await request('signIn.reopenKeychain', {})));
  }

  /** Throws the AppError; the account is then as it was. */
  async function signOut(input: RequestInput<'accounts.signOut'>): Promise<void> {
    take(await request('accounts.signOut', input));
  }

  async function report(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  listen('accounts.changed', take);

  return {
    accounts,
    active,
    archived,
    canShowAll,
    scope,
    currentId,
    current,
    state,
    error,
    find,
    load,
    exploreDemo,
    follow,
    followAll,
    select,
    edit,
    move,
    reopenKeychain,
    signOut,
  };
});
