import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import type { ItemSort, OwnedFilter } from '../../../shared/models.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** How lists of items are shown, the same in every category. */
export const useListStore = defineStore('list', () => {
  const accounts = useAccountStore();
  const sort = shallowRef<ItemSort>('newest');
  const owned = shallowRef<OwnedFilter>('any');

  // A comparison belongs to the accounts it was made over: one that is gone cannot lack anything.
  watch(
    () => [accounts.scope, ...accounts.accounts.map(({ id }) => id)].join(),
    () => (owned.value = 'any'),
  );

  return { sort, owned };
});
