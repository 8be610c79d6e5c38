import { defineStore } from 'pinia';
import { shallowReactive, shallowRef, watch } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemFilter, ItemSort, OwnedFilter } from '../../../shared/views.ts';
import type { ItemListLook } from '../../ui/item-list.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** How lists of items are shown: order and look by scope, filters in every category until another scope is shown. */
export const useListStore = defineStore('list', () => {
  const accounts = useAccountStore();
  const sorts = shallowReactive(new Map<Scope, ItemSort>());
  const looks = shallowReactive(new Map<Scope, ItemListLook>());
  const owned = shallowRef<OwnedFilter>('any');
  const filter = shallowRef<ItemFilter>({});
  let carriedSearch = '';

  function sortOf(scope: Scope): ItemSort {
    return sorts.get(scope) ?? 'newest';
  }

  function setSort(scope: Scope, sort: ItemSort): void {
    sorts.set(scope, sort);
  }

  function lookOf(scope: Scope): ItemListLook {
    return looks.get(scope) ?? 'comfortable';
  }

  function setLook(scope: Scope, look: ItemListLook): void {
    looks.set(scope, look);
  }

  function clearFilters(): void {
    owned.value = 'any';
    filter.value = {};
  }

  /** Takes what is searched for along to the list that is shown next. */
  function carrySearch(text: string): void {
    carriedSearch = text;
  }

  function takeCarriedSearch(): string {
    const text = carriedSearch;
    carriedSearch = '';
    return text;
  }

  // A comparison belongs to the accounts it was made over: one that is gone cannot lack anything.
  watch(() => [accounts.scope, ...accounts.accounts.map(({ id }) => id)].join(), clearFilters);

  return {
    ...{ owned, filter, clearFilters, sortOf, setSort, lookOf, setLook },
    ...{ carrySearch, takeCarriedSearch },
  };
});
