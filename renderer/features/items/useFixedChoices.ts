import { shallowRef } from 'vue';
import type { ItemFilter, ItemSort, OwnedFilter } from '../../../shared/views.ts';
import type { ViewContent } from '../../../shared/views.ts';
import { useSearchOrder, type ListChoices } from './list-choices.ts';

export interface FixedChoices {
  readonly choices: ListChoices;
  /** Chooses what is kept. */
  readonly set: (content: ViewContent) => void;
}

/** Choices that begin with what was kept, and go along to no other list. */
export function useFixedChoices(content: ViewContent): FixedChoices {
  const search = shallowRef('');
  const usual = shallowRef<ItemSort>('newest');
  const picked = shallowRef<ItemSort | null>(null);
  const owned = shallowRef<OwnedFilter>('any');
  const filter = shallowRef<ItemFilter>({});
  const choices = { search, sort: useSearchOrder(search, usual, picked), owned, filter };

  function set(kept: ViewContent): void {
    search.value = kept.search;
    usual.value = kept.search === '' ? kept.sort : 'newest';
    picked.value = kept.search === '' || kept.sort === 'relevance' ? null : kept.sort;
    owned.value = kept.owned;
    filter.value = kept.filter;
  }

  set(content);
  return { choices, set };
}
