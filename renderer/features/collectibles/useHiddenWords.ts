import { computed, type ComputedRef } from 'vue';
import { isHiddenHere, type Scope } from '../../../shared/accounts.ts';
import { say } from '../../i18n.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** Whether the account is one nobody may look at, so that no refresh is going to keep a day of it, and that in words. */
export function useHiddenWords(scope: Scope): {
  readonly isHidden: ComputedRef<boolean>;
  readonly hiddenWords: () => { readonly title: string; readonly hint: string };
} {
  const accounts = useAccountStore();
  const isHidden = computed(() => {
    const account = scope === 'all' ? undefined : accounts.find(scope);
    return account !== undefined && isHiddenHere(account);
  });
  const hiddenWords = () => ({
    title: say('collectibles.hidden.title'),
    hint: say('collectibles.hidden.hint'),
  });
  return { isHidden, hiddenWords };
}
