import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { AppError } from '../../../shared/errors.ts';
import type { ItemSort } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { useRefresh, type Refresh } from '../../useRefresh.ts';
import { useItemPages, type ItemPages } from './useItemPages.ts';

/** What stands in the middle of a category's view. */
export type CategoryBody =
  | { readonly kind: 'items' | 'loading' | 'empty' | 'no-results' }
  | { readonly kind: 'error' | 'offline'; readonly error: AppError };

export interface CategoryModel {
  readonly pages: ItemPages;
  readonly refresh: Refresh;
  readonly body: ComputedRef<CategoryBody>;
  /** What went wrong although there is something to show. */
  readonly trouble: ComputedRef<AppError | null>;
}

const typingPauseMs = 60;

/** One category of one account: its pages from the cache at once, and a refresh behind them. */
export function useCategory(
  accountId: number,
  category: string,
  search: Ref<string>,
  sort: Ref<ItemSort>,
): CategoryModel {
  const query = shallowRef({ accountId, category, search: search.value.trim(), sort: sort.value });
  const pages = useItemPages(query);
  const refresh = useRefresh((isForced) => request('items.refresh', { accountId, category, isForced }));

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch([search, sort], ([text, order], [textBefore]) => {
    clearTimeout(timer);
    const change = () => (query.value = { accountId, category, search: text.trim(), sort: order });
    if (text === textBefore) change();
    else timer = setTimeout(change, typingPauseMs);
  });

  onScopeDispose(
    listen('items.changed', (changed) => {
      if (changed.accountId === accountId && changed.category === category)
        refresh.progress(changed.received);
    }),
  );
  onScopeDispose(() => clearTimeout(timer));
  void refresh.run(false);

  const failure = computed(() => (refresh.state.value.phase === 'failed' ? refresh.state.value.error : null));

  const body = computed<CategoryBody>(() => {
    const facts = pages.facts.value;
    if (facts && facts.total > 0) return { kind: 'items' };
    // Nothing is found among nothing: before the first refresh is complete that says little.
    if (query.value.search !== '' && facts && facts.savedAt !== null) return { kind: 'no-results' };
    const error = pages.error.value ?? failure.value;
    if (error?.code === 'workingOffline' && facts?.savedAt === null) return { kind: 'offline', error };
    if (error && facts?.savedAt == null) return { kind: 'error', error };
    if (!facts || facts.savedAt === null) return { kind: 'loading' };
    return { kind: 'empty' };
  });

  const trouble = computed(() => {
    const isShown = body.value.kind === 'error' || body.value.kind === 'offline';
    const error = pages.error.value ?? failure.value;
    return isShown || error?.code === 'workingOffline' ? null : error;
  });

  return { pages, refresh, body, trouble };
}
