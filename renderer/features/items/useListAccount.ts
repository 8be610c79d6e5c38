import { computed, type ComputedRef } from 'vue';
import { say } from '../../i18n.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useSelectionStore } from './selection.store.ts';

export interface ListAccount {
  /** The account that the list on screen is of, whoever else is; null for a list of all, or of nobody. */
  readonly account: ComputedRef<number | null>;
  /** Why the profile collection on screen is not that of the list; null when it is. */
  readonly obstacle: ComputedRef<string | null>;
  /** The same for something that is shown of an account. */
  readonly obstacleOf: (accountId: number | null) => string | null;
}

/** Whose items the list on screen shows: a smart collection is of one account, whoever is on screen. */
export function useListAccount(): ListAccount {
  const accounts = useAccountStore();
  const selection = useSelectionStore();

  const account = computed(() => {
    const scope = selection.list?.().scope;
    return typeof scope === 'number' ? scope : null;
  });
  function obstacleOf(accountId: number | null): string | null {
    if (accountId === null || accountId === accounts.currentId) return null;
    const found = accounts.find(accountId);
    return say('collection.ofAnother', { name: found ? accountName(found) : say('filters.goneAccount') });
  }

  return { account, obstacle: computed(() => obstacleOf(account.value)), obstacleOf };
}
