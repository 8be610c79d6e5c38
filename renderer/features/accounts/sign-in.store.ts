import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { SignInOutcome } from '../../../shared/accounts.ts';
import { listen, request } from '../../ipc.ts';
import { say } from '../../i18n.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { accountName } from './account-name.ts';
import { useAccountStore } from './account.store.ts';

type Route = 'signIn.open' | 'signIn.paste' | 'signIn.retryKeychain' | 'signIn.keepForThisRun';
export type SignInWay = 'open' | 'paste';

/** Where a sign-in is. `keychain` holds a session in the main process that has nowhere to go yet. */
export type SignInPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly way: SignInWay }
  | { readonly kind: 'failed'; readonly way: SignInWay; readonly error: AppError }
  | { readonly kind: 'keychain'; readonly way: SignInWay; readonly isAsking: boolean };

/** The sign-in under way. The session itself never comes here. */
export const useSignInStore = defineStore('signIn', () => {
  const accounts = useAccountStore();
  const notices = useNoticeStore();
  const phase = shallowRef<SignInPhase>({ kind: 'idle' });
  /** The host the sign-in page last wanted to lead to in vain. */
  const refusedHost = shallowRef<string | null>(null);
  const isWaiting = computed(() => phase.value.kind === 'asking' && phase.value.way === 'open');
  let attempt = 0;

  /** Whether it ended with an account signed in. `again` is the account that was meant. */
  function start(way: SignInWay, again: number | null): Promise<boolean> {
    refusedHost.value = null;
    phase.value = { kind: 'asking', way };
    return ask(`signIn.${way}`, way, again);
  }

  function retryKeychain(again: number | null): Promise<boolean> {
    return askForKeychain('signIn.retryKeychain', again);
  }

  function keepForThisRun(again: number | null): Promise<boolean> {
    return askForKeychain('signIn.keepForThisRun', again);
  }

  /** Gives up whatever is under way; harmless when nothing is. */
  async function cancel(): Promise<void> {
    const { kind } = phase.value;
    attempt += 1;
    phase.value = { kind: 'idle' };
    refusedHost.value = null;
    if (kind !== 'asking' && kind !== 'keychain') return;
    try {
      await request('signIn.cancel', {});
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  async function askForKeychain(route: Route, again: number | null): Promise<boolean> {
    const way = 'way' in phase.value ? phase.value.way : 'open';
    phase.value = { kind: 'keychain', way, isAsking: true };
    return ask(route, way, again);
  }

  async function ask(route: Route, way: SignInWay, again: number | null): Promise<boolean> {
    const own = ++attempt;
    const known = new Set(accounts.accounts.filter(({ kind }) => kind === 'signedIn').map(({ id }) => id));
    try {
      const outcome = await request(route, {});
      await accounts.load();
      // Cancelled too late: the account is signed in all the same, and the person is told.
      if (own === attempt) phase.value = { kind: 'idle' };
      tell(outcome, known.has(outcome.accountId), again);
      void accounts.select(outcome.accountId);
      return own === attempt;
    } catch (thrown) {
      if (own === attempt) fail(way, toAppError(thrown));
      return false;
    }
  }

  function fail(way: SignInWay, error: AppError): void {
    if (error.code === 'keychainUnavailable') phase.value = { kind: 'keychain', way, isAsking: false };
    else phase.value = { kind: 'failed', way, error };
  }

  // One that was only followed is not renewed but new.
  function tell({ accountId }: SignInOutcome, wasSignedIn: boolean, again: number | null): void {
    const account = accounts.find(accountId);
    const name = account ? accountName(account) : String(accountId);
    const meant = again === null || again === accountId ? undefined : accounts.find(again);
    const lines = [
      ...(account?.signIn === 'thisRun' ? [say('accounts.signIn.thisRun')] : []),
      ...(meant ? [say('accounts.signIn.other', { name: accountName(meant) })] : []),
    ];
    const words = say(wasSignedIn ? 'accounts.signIn.renewed' : 'accounts.signIn.signedIn', { name });
    notices.show(meant ? 'neutral' : 'good', words, lines);
  }

  listen('signIn.hostRefused', ({ host }) => (refusedHost.value = host));

  return { phase, refusedHost, isWaiting, start, retryKeychain, keepForThisRun, cancel };
});
