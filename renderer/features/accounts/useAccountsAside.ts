import { computed, type ComputedRef } from 'vue';
import type { AccountFailure } from '../../../shared/refreshing.ts';
import { formatNumber } from '../../format.ts';
import { say, sayError } from '../../i18n.ts';
import { accountName } from './account-name.ts';
import { useAccountStore } from './account.store.ts';

export interface AccountsAside {
  readonly words: string;
  readonly reasons: string;
}

const mostReasons = 8;

/** Words for the accounts a view over all of them is without, and for those it could not bring up to date; null for none. */
export function useAccountsAside(
  unknown: () => readonly number[],
  failures: () => readonly AccountFailure[],
): ComputedRef<AccountsAside | null> {
  const accounts = useAccountStore();

  function reasonOf(id: number): string {
    const failure = failures().find(({ accountId }) => accountId === id);
    if (failure) return sayError(failure.error.code).title;
    const account = accounts.accounts.find((each) => each.id === id);
    return account?.kind === 'archived' ? sayError('accountArchived').title : say('owners.notRead');
  }

  return computed(() => {
    const ids = new Set([...unknown(), ...failures().map(({ accountId }) => accountId)]);
    const concerned = accounts.accounts.filter(({ id }) => ids.has(id));
    const [first] = concerned;
    if (!first) return null;
    const count = concerned.length;
    const name = count === 1 ? accountName(first) : say('owners.accounts', { number: formatNumber(count) });
    const lines = concerned.slice(0, mostReasons).map((account) => {
      return say('owners.reason', { name: accountName(account), reason: reasonOf(account.id) });
    });
    const more = count - lines.length;
    const rest = more > 0 ? [say('owners.more', { number: formatNumber(more) })] : [];
    return {
      words: say(unknown().length > 0 ? 'owners.without' : 'owners.notRefreshed', { name }),
      reasons: [...lines, ...rest].join('\n'),
    };
  });
}
