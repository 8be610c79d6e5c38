import { onScopeDispose, watch, type ComputedRef } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemList } from '../../ui/item-list.ts';
import { useSavedViewStore } from '../saved-views/saved-view.store.ts';
import type { ItemQuery } from './item-query.ts';
import { queryOf, useListChoices, type ListChoices } from './list-choices.ts';
import type { SelectableList } from './selection.store.ts';
import { useTrailStore } from './trail.store.ts';
import { useCategory, type CategoryModel } from './useCategory.ts';
import { useFilterChips, type FilterChips } from './useFilterChips.ts';
import { useShownItems } from './useShownItems.ts';

export interface ItemListModel extends CategoryModel, FilterChips {
  readonly choices: ListChoices;
  readonly selectable: SelectableList;
  /** As it is shown; its name is the view's. */
  readonly shown: ComputedRef<Omit<ItemList, 'label'>>;
}

/** One list of one account, or of all, for its whole life. `given` are choices of its own. */
export function useItemList(scope: Scope, category: string, given: ListChoices | null): ItemListModel {
  const savedViews = useSavedViewStore();
  const choices = given ?? useListChoices(scope);
  restore(scope, category, choices);
  const model = useCategory(scope, category, choices, given !== null);
  const { list, ...shown } = useShownItems(model.pages, () => model.body.value.kind === 'loading');

  const selectable = { ...shown.selectable, scope, choices: () => queryOf(scope, category, choices) };

  watch(
    () => queryOf(scope, category, choices),
    (content) => (savedViews.shown = content),
    { immediate: true },
  );
  onScopeDispose(() => (savedViews.shown = null));

  return { ...model, ...useFilterChips(scope, category, choices), choices, selectable, shown: list };
}

/** A list that is come back to from the page of one of its items shows what it did. */
function restore(scope: Scope, category: string, choices: ListChoices): void {
  const kept = useTrailStore().returningTo()?.choices as ItemQuery | null | undefined;
  if (kept?.scope !== scope || kept.category !== category) return;
  choices.search.value = kept.search;
  choices.sort.value = kept.sort;
  choices.owned.value = kept.owned;
  choices.filter.value = kept.filter;
}
