import { watch } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import { useAccountStore } from './account.store.ts';

/**
 * Says, before anything can be shown again, whose remembered data is no longer true when accounts come or go: theirs,
 * and that of all accounts together.
 */
export function useAccountsGone(forget: (isGone: (scope: Scope) => boolean) => void): void {
  const accounts = useAccountStore();
  watch(
    () => accounts.accounts.map(({ id }) => id).join(),
    () => {
      const ids = new Set<Scope>(accounts.accounts.map(({ id }) => id));
      forget((scope) => !ids.has(scope));
    },
    { flush: 'sync' },
  );
}
