import { UserRound, Users } from '@lucide/vue';
import { computed, type ComputedRef } from 'vue';
import { useRouter } from 'vue-router';
import { say } from '../../i18n.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { faceOf } from '../collections/collection-icons.ts';
import { collectionPath } from '../collections/collection-path.ts';
import { useCollectionStore } from '../collections/collection.store.ts';
import type { PaletteLine } from './palette-line.ts';

/** The person's collections and accounts. */
export function useOwnLines(): ComputedRef<readonly PaletteLine[]> {
  const accounts = useAccountStore();
  const collections = useCollectionStore();
  const router = useRouter();

  const collectionLines = computed(() =>
    collections.collections.map((collection): PaletteLine => {
      const path = collections.pathOf(collection).map(({ name }) => name);
      return {
        ...{ key: `collection/${collection.id}`, group: 'collections', label: collection.name },
        ...{ hint: path.join(' › '), icon: faceOf(collection).icon, colour: faceOf(collection).colour },
        carryOut: () => void router.push(collectionPath(collection.id)),
      };
    }),
  );
  const accountLines = computed(() => {
    const lines = accounts.accounts.map((account): PaletteLine => ({
      ...{ key: `account/${account.id}`, group: 'accounts', label: accountName(account) },
      ...{ hint: `@${account.username}`, icon: UserRound },
      ...(account.colour ? { colour: `var(--account-${account.colour})` } : {}),
      carryOut: () => void accounts.select(account.id),
    }));
    if (!accounts.canShowAll) return lines;
    const all: PaletteLine = {
      ...{ key: 'account/all', group: 'accounts', label: say('accounts.all'), hint: '', icon: Users },
      carryOut: () => void accounts.select('all'),
    };
    return [all, ...lines];
  });

  return computed(() => [...collectionLines.value, ...accountLines.value]);
}
