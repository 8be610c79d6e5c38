import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { ItemFilter, ItemSort, OwnedFilter, SavedView } from '../../../shared/views.ts';
import { isSameContent, useSavedViewStore, type ViewContent } from '../saved-views/saved-view.store.ts';
import { queryOf, useSearchOrder, type ListChoices } from './list-choices.ts';

export interface SavedChoices {
  readonly choices: ListChoices;
  /** Whether the screen shows something else than what was saved. */
  readonly isChanged: ComputedRef<boolean>;
  readonly discard: () => void;
  readonly keep: () => Promise<void>;
}

/** The choices of a saved view: its own, changed or not, and told to the store so that changes outlive the page. */
export function useSavedChoices(view: () => SavedView): SavedChoices {
  const savedViews = useSavedViewStore();
  const { scope, category } = view();
  const search = shallowRef('');
  const usual = shallowRef<ItemSort>('newest');
  const picked = shallowRef<ItemSort | null>(null);
  const owned = shallowRef<OwnedFilter>('any');
  const filter = shallowRef<ItemFilter>({});
  const choices = { search, sort: useSearchOrder(search, usual, picked), owned, filter };

  function set(content: ViewContent): void {
    search.value = content.search;
    usual.value = content.search === '' ? content.sort : 'newest';
    picked.value = content.search === '' || content.sort === 'relevance' ? null : content.sort;
    owned.value = content.owned;
    filter.value = content.filter;
  }

  set(savedViews.drafts.get(view().id) ?? view());
  const content = computed(() => queryOf(scope, category, choices));
  const isChanged = computed(() => !isSameContent(view(), content.value));
  watch([content, view], () => savedViews.keepDraft(view(), content.value));

  return {
    choices,
    isChanged,
    discard: () => set(view()),
    keep: () => savedViews.update(view(), content.value),
  };
}
