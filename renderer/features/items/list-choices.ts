import { computed, shallowRef, watch, type Ref, type WritableComputedRef } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemFilter, ItemSort, OwnedFilter } from '../../../shared/views.ts';
import type { ItemQuery } from './item-query.ts';
import { filterIn, ownedIn, sortsOffered } from './item-filter.ts';
import { useListStore } from './list.store.ts';

/** What of a list is shown, and in which order. */
export interface ListChoices {
  readonly search: Ref<string>;
  /** The order on screen; to write it is to pick one. */
  readonly sort: Ref<ItemSort>;
  readonly owned: Ref<OwnedFilter>;
  readonly filter: Ref<ItemFilter>;
}

/** The choices of a category: a search of its own, the rest as the scope had it in the category before. */
export function useListChoices(scope: Scope): ListChoices {
  const list = useListStore();
  const search = shallowRef(list.takeCarriedSearch());
  const usual = computed({
    get: () => list.sortOf(scope),
    set: (sort) => list.setSort(scope, sort),
  });
  const owned = computed({ get: () => list.owned, set: (wanted) => (list.owned = wanted) });
  const filter = computed({ get: () => list.filter, set: (wanted) => (list.filter = wanted) });
  return { search, sort: useSearchOrder(search, usual), owned, filter };
}

/** The best match while something is searched for, until the person picks another order; afterwards what was usual. */
export function useSearchOrder(
  search: Readonly<Ref<string>>,
  usual: Ref<ItemSort>,
  picked: Ref<ItemSort | null> = shallowRef(null),
): WritableComputedRef<ItemSort> {
  const isSearching = computed(() => search.value.trim() !== '');
  watch(isSearching, () => (picked.value = null), { flush: 'sync' });
  return computed({
    get: () => (isSearching.value ? (picked.value ?? 'relevance') : usual.value),
    set(sort) {
      if (isSearching.value) picked.value = sort;
      else usual.value = sort;
    },
  });
}

/** What is asked for by these choices in one view: what makes no sense there is left out. */
export function queryOf(scope: Scope, category: string, choices: ListChoices): ItemQuery {
  const search = choices.search.value.trim();
  const sort = choices.sort.value;
  return {
    scope,
    category,
    search,
    sort: sortsOffered(category, search !== '').includes(sort) ? sort : 'newest',
    owned: ownedIn(scope, category, choices.owned.value),
    filter: filterIn(scope, category, choices.filter.value),
  };
}
