import { computed, watch, type ComputedRef } from 'vue';
import type { SavedView } from '../../../shared/views.ts';
import { isSameContent, useSavedViewStore } from '../saved-views/saved-view.store.ts';
import { queryOf, type ListChoices } from './list-choices.ts';
import { useFixedChoices } from './useFixedChoices.ts';

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
  const { choices, set } = useFixedChoices(savedViews.drafts.get(view().id) ?? view());
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
