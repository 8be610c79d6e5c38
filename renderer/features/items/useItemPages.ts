import { onScopeDispose, type Ref } from 'vue';
import { listen, request } from '../../ipc.ts';
import { useAfterWork } from '../work/useAfterWork.ts';
import { isNarrowed, type ItemQuery } from './item-query.ts';
import { useShelfStore } from './shelf.store.ts';
import { useClearWhenShorter } from './useClearWhenShorter.ts';
import { usePages, type Pages } from './usePages.ts';

export type ItemPages = Pages<ItemQuery>;

// A page that arrives changes little on screen: what is there is read again a few times a second.
const pauseMs = 250;
const unionPauseMs = 700;

/**
 * The pages of one list of one account, or of all, read again when they change. A lasting list is come back to as it is,
 * whatever it was narrowed to.
 */
export function useItemPages(query: Ref<ItemQuery>, isLasting = false): ItemPages {
  const shelf = useShelfStore();
  const pages = usePages(
    query,
    (asked, page) => request('items.list', { ...asked, page }),
    shelf.pagesOf(query.value),
  );
  const { facts, shown } = pages;

  function note(isComplete: boolean): void {
    const { scope } = query.value;
    // Of nothing the first page is waited for.
    if (isComplete || (facts.value?.total === 0 && scope !== 'all')) pages.reload();
    else pages.reloadWithin(scope === 'all' ? unionPauseMs : pauseMs);
  }

  // A search ends when its view does, and so does a comparison or a filter: nobody comes back to their lists.
  function shelve(): void {
    const known = facts.value;
    if (known === null) return;
    if (!isLasting && (shown.value.search !== '' || isNarrowed(shown.value))) return;
    shelf.put(
      shown.value,
      pages.inView().map((page) => ({ ...page, ...known })),
    );
  }

  onScopeDispose(
    listen('items.changed', (changed) => {
      const { scope, category } = query.value;
      const isShown = scope === 'all' || changed.accountId === scope;
      if (isShown && changed.category === category) note(changed.isComplete);
    }),
  );
  const reload = useAfterWork(pages.reload);
  onScopeDispose(
    listen('collections.changed', () => {
      const { filed, collections } = query.value.filter;
      if (filed === 'unfiled' || collections) reload();
    }),
  );
  onScopeDispose(
    listen('profileCollection.changed', () => {
      if (query.value.filter.filed) pages.reloadWithin(pauseMs);
    }),
  );
  // What a refresh no longer finds is nobody's doing: the rest of a selection outlasts it in every other list.
  useClearWhenShorter(
    () => facts.value?.total ?? 0,
    () => Boolean(shown.value.filter.filed ?? shown.value.filter.collections),
  );
  onScopeDispose(shelve);
  return pages;
}
