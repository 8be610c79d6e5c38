import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { AppError } from '../../../shared/errors.ts';
import { isHiddenHere, type Scope } from '../../../shared/accounts.ts';
import type { AccountFailure } from '../../../shared/refreshing.ts';
import { listen, request } from '../../ipc.ts';
import { useRefresh, type Refresh } from '../../useRefresh.ts';
import { isHiddenSaid } from '../accounts/account-state.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { usePlaceStore } from '../accounts/place.store.ts';
import { useConnectivityStore } from '../connectivity/connectivity.store.ts';
import { queryKey } from './item-query.ts';
import { queryOf, type ListChoices } from './list-choices.ts';
import { useItemPages, type ItemPages } from './useItemPages.ts';

/** What stands in the middle of a category's view. */
export type CategoryBody =
  /** `no-results`: no item fits search and filters. `no-match`: none passes the comparison alone. `not-read`: one of them cannot be compared yet. */
  | { readonly kind: 'items' | 'loading' | 'empty' | 'no-results' | 'no-match' | 'not-read' }
  | { readonly kind: 'error' | 'offline'; readonly error: AppError };

export interface CategoryModel {
  readonly pages: ItemPages;
  readonly refresh: Refresh;
  readonly body: ComputedRef<CategoryBody>;
  /** What went wrong although there is something to show. */
  readonly trouble: ComputedRef<AppError | null>;
  /** The accounts the newest refresh over all of them failed for. */
  readonly failures: Readonly<Ref<readonly AccountFailure[]>>;
}

// Pages arrive faster than anybody reads their number.
const progressMs = 150;

/** One category of one account, or of all: its pages from the cache at once, and a refresh behind them. */
export function useCategory(
  scope: Scope,
  category: string,
  choices: ListChoices,
  isLasting = false,
): CategoryModel {
  const asked = () => queryOf(scope, category, choices);
  const query = shallowRef(asked());
  const pages = useItemPages(query, isLasting);
  const accounts = useAccountStore();
  const places = usePlaceStore();
  const connectivity = useConnectivityStore();
  const failures = shallowRef<readonly AccountFailure[]>([]);
  const refresh = useRefresh(async (isForced) => {
    const outcome = await request('items.refresh', { scope, category, isForced });
    failures.value = outcome.failures ?? [];
  });

  // Every letter is asked for at once: the answers of older ones are dropped, and what is shown stays until then.
  watch([choices.search, choices.sort, choices.owned, choices.filter], () => {
    // Another account is chosen: what narrowed this list ends with it.
    if (places.isMoving) return;
    const next = asked();
    if (queryKey(next) !== queryKey(query.value)) query.value = next;
  });

  const received = new Map<number, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tellProgress(): void {
    timer = undefined;
    refresh.progress([...received.values()].reduce((sum, count) => sum + count, 0));
  }

  onScopeDispose(
    listen('items.changed', (changed) => {
      const isShown = scope === 'all' || changed.accountId === scope;
      if (!isShown || changed.category !== category) return;
      // Its end says 0: over several accounts those before it stay counted.
      if (!changed.isComplete || scope !== 'all') received.set(changed.accountId, changed.received);
      timer ??= setTimeout(tellProgress, progressMs);
    }),
  );
  onScopeDispose(() => clearTimeout(timer));
  void refresh.run(false);

  const failure = computed(() => (refresh.state.value.phase === 'failed' ? refresh.state.value.error : null));

  // Roblox has said so before, and is asked again behind it.
  const account = computed(() => (scope === 'all' ? undefined : accounts.find(scope)));
  const hidden = computed(() => {
    const isHidden = account.value !== undefined && isHiddenHere(account.value);
    return isHidden && pages.facts.value ? new AppError('inventoryHidden', 'Hidden when last asked') : null;
  });

  const body = computed<CategoryBody>(() => {
    const facts = pages.facts.value;
    // Of the list on screen: another one may be on its way.
    const { search: text, owned: comparison, filter } = pages.shown.value;
    const lacking = typeof comparison === 'object' ? comparison.missingFrom : null;
    // Before its own items are known, an account would seem to lack everything.
    if (lacking !== null && facts?.accountsUnknown.includes(lacking))
      return { kind: refresh.state.value.phase === 'running' ? 'loading' : 'not-read' };
    if (facts && facts.total > 0) return { kind: 'items' };
    // All accounts have answered as far as they will: one may show its items to nobody.
    const isSettled = scope === 'all' && refresh.state.value.phase === 'idle';
    const isKnown = facts !== null && (facts.savedAt !== null || isSettled);
    // Nothing is found among nothing: before the first refresh is complete that says little.
    if ((text !== '' || Object.keys(filter).length > 0) && isKnown) return { kind: 'no-results' };
    const error = pages.error.value ?? failure.value ?? hidden.value;
    if (error?.code === 'workingOffline' && facts?.savedAt === null) return { kind: 'offline', error };
    if (error && facts?.savedAt == null) return { kind: 'error', error };
    if (!isKnown) return { kind: 'loading' };
    return { kind: comparison === 'any' ? 'empty' : 'no-match' };
  });

  const trouble = computed(() => {
    const isShown = body.value.kind === 'error' || body.value.kind === 'offline';
    const error = pages.error.value ?? failure.value;
    // The account's own banner says that much, and since when.
    if (error?.code === 'inventoryHidden' && account.value && isHiddenSaid(account.value)) return null;
    return isShown || !error || connectivity.isSaidAlready(error) ? null : error;
  });

  return { pages, refresh, body, trouble, failures };
}
