import { computed, type ComputedRef } from 'vue';
import type { ItemList } from '../../ui/item-list.ts';
import { useProfileCollectionStore } from '../profile-collection/profile-collection.store.ts';
import { useSelectionStore, type SelectableList } from './selection.store.ts';
import { useOwnerFaces } from './useOwnerFaces.ts';
import type { Pages } from './usePages.ts';

export interface ShownItems {
  readonly selectable: SelectableList;
  /** As it is shown; its name is the view's. */
  readonly list: ComputedRef<Omit<ItemList, 'label'>>;
}

const placeholders = 60;

/** The items of a list as they stand on screen. */
export function useShownItems(
  pages: Pages<{ readonly search: string }>,
  isLoading: () => boolean,
): ShownItems {
  const selection = useSelectionStore();
  const profile = useProfileCollectionStore();
  const faces = useOwnerFaces();
  const total = () => pages.facts.value?.total ?? 0;

  const list = computed(() => ({
    total: isLoading() ? placeholders : total(),
    itemAt: pages.itemAt,
    version: pages.version.value,
    selected: selection.chosen,
    marked: profile.keys,
    underWay: profile.marks,
    faces: faces.value,
    isBusy: isLoading(),
    search: pages.shown.value.search,
  }));

  return { selectable: { total, itemAt: pages.itemAt, loadRange: pages.loadRange }, list };
}
