import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { CollectionSort } from '../../../shared/collections.ts';
import type { Item } from '../../../shared/items.ts';
import { itemKey } from '../../item-key.ts';
import { useSelectionStore } from '../items/selection.store.ts';
import { useTrailStore } from '../items/trail.store.ts';
import { useShownItems, type ShownItems } from '../items/useShownItems.ts';
import { useCollectionStore } from './collection.store.ts';
import { useShownCollectionStore } from './shown-collection.store.ts';
import { useCollectionPages, type CollectionPages, type CollectionQuery } from './useCollectionPages.ts';

export interface FilledCollection extends ShownItems {
  readonly pages: CollectionPages;
  readonly search: Ref<string>;
  readonly sort: Ref<CollectionSort>;
  readonly body: ComputedRef<'items' | 'loading' | 'empty' | 'no-results' | 'error'>;
}

/** The list of one collection filled by hand, for as long as it is on screen. */
export function useFilledCollection(id: number): FilledCollection {
  const collections = useCollectionStore();
  const selection = useSelectionStore();
  const shownCollection = useShownCollectionStore();
  const kept = useTrailStore().returningTo()?.choices as CollectionQuery | null | undefined;
  const search = shallowRef(kept?.search ?? '');
  const sort = shallowRef<CollectionSort>(kept?.sort ?? 'custom');
  const query = computed<CollectionQuery>(() => ({ search: search.value.trim(), sort: sort.value }));
  const pages = useCollectionPages(id, query);
  const { list, ...shown } = useShownItems(pages, () => body.value === 'loading');
  const selectable = { ...shown.selectable, choices: () => query.value };
  const { total } = selectable;

  const body = computed(() => {
    if (total() > 0) return 'items';
    if (pages.error.value) return 'error';
    if (pages.facts.value === null) return 'loading';
    return pages.shown.value.search === '' ? 'empty' : 'no-results';
  });

  /** Moves the selected items together. */
  async function arrange(to: 'first' | 'last' | 'before' | 'after'): Promise<void> {
    const inOrder = selectedInOrder();
    const [first] = inOrder;
    if (!first) return;
    const end = total() - inOrder.length;
    const steps = { first: 0, last: end, before: first.index - 1, after: first.index + 1 };
    const position = Math.min(end, Math.max(0, steps[to]));
    const items = inOrder.map(({ item }) => item);
    await collections.arrange(id, items, position);
  }

  // What is selected is loaded.
  function selectedInOrder(): readonly { readonly item: Item; readonly index: number }[] {
    const found: { readonly item: Item; readonly index: number }[] = [];
    for (let index = 0; index < total(); index += 1) {
      const item = pages.itemAt(index);
      if (item && selection.chosen.has(itemKey(item))) found.push({ item, index });
    }
    return found;
  }

  async function countBefore(index: number, keys: ReadonlySet<string>): Promise<number> {
    // Those picked up in an earlier visit may not be loaded yet.
    if (countIn(total(), keys) < keys.size) await pages.loadRange(0, Math.max(0, index - 1));
    return countIn(index, keys);
  }

  function countIn(end: number, keys: ReadonlySet<string>): number {
    let count = 0;
    for (let index = 0; index < end; index += 1) {
      const item = pages.itemAt(index);
      if (item && keys.has(itemKey(item))) count += 1;
    }
    return count;
  }

  watch(
    [pages.shown, total],
    ([shown]) => {
      const canArrange = shown.sort === 'custom' && shown.search === '';
      shownCollection.shown = {
        ...{ id, canArrange, total: total(), countBefore },
        arrange: (to) => void arrange(to),
      };
    },
    { immediate: true },
  );
  watch(pages.shown, selection.clear);
  selection.clear();
  onScopeDispose(() => (shownCollection.shown = null));

  return { pages, search, sort, body, selectable, list };
}
