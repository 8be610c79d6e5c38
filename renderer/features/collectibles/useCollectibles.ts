import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { isHiddenHere, type Scope } from '../../../shared/accounts.ts';
import type { CollectibleTotals } from '../../../shared/collectibles.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountFailure } from '../../../shared/refreshing.ts';
import { request } from '../../ipc.ts';
import { useRefresh, type Refresh } from '../../useRefresh.ts';
import { isHiddenSaid } from '../accounts/account-state.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useConnectivityStore } from '../connectivity/connectivity.store.ts';
import { useCollectibleData } from './useCollectibleData.ts';

/** What stands in the middle of the view. */
export type CollectiblesBody =
  { readonly kind: 'ready' | 'loading' | 'empty' } | { readonly kind: 'unsaved'; readonly error: AppError };

export interface CollectiblesModel {
  readonly totals: Readonly<ShallowRef<CollectibleTotals | null>>;
  readonly refresh: Refresh;
  readonly body: ComputedRef<CollectiblesBody>;
  /** What went wrong although there is something to show. */
  readonly trouble: ComputedRef<AppError | null>;
  /** The accounts the newest refresh over all of them failed for. */
  readonly failures: Readonly<ShallowRef<readonly AccountFailure[]>>;
  /** Epoch milliseconds of the oldest reading that is shown; null while there is none. */
  readonly savedAt: ComputedRef<number | null>;
}

/** The collectibles of one account, or of all: their totals from the library at once, and a refresh behind them. */
export function useCollectibles(scope: Scope): CollectiblesModel {
  const accounts = useAccountStore();
  const connectivity = useConnectivityStore();
  const { data: totals, error: readError } = useCollectibleData(scope, () =>
    request('collectibles.totals', { scope }),
  );
  const failures = shallowRef<readonly AccountFailure[]>([]);
  const refresh = useRefresh(async (isForced) => {
    const outcome = await request('collectibles.refresh', { scope, isForced });
    failures.value = outcome.failures ?? [];
  });
  void refresh.run(false);
  onScopeDispose(refresh.reset);

  const failure = computed(() => (refresh.state.value.phase === 'failed' ? refresh.state.value.error : null));
  const savedAt = computed(() => {
    const dates = totals.value?.accounts.flatMap((account) => account.savedAt ?? []) ?? [];
    return dates.length === 0 ? null : Math.min(...dates);
  });

  // Roblox has said so before, and is asked again behind it.
  const account = computed(() => (scope === 'all' ? undefined : accounts.find(scope)));
  const hidden = computed(() => {
    const isHidden = account.value !== undefined && isHiddenHere(account.value);
    return isHidden ? new AppError('inventoryHidden', 'Hidden when last asked') : null;
  });

  const body = computed<CollectiblesBody>(() => {
    if (totals.value && savedAt.value !== null)
      return { kind: totals.value.together.copies > 0 ? 'ready' : 'empty' };
    const error = readError.value ?? failure.value ?? (totals.value && hidden.value);
    if (error) return { kind: 'unsaved', error };
    // All accounts have answered as far as they will: they may show their limiteds to nobody.
    const isSettled = scope === 'all' && totals.value !== null && refresh.state.value.phase === 'idle';
    return { kind: isSettled ? 'empty' : 'loading' };
  });

  const trouble = computed(() => {
    const error = readError.value ?? failure.value;
    // The account's own banner says that much.
    if (error?.code === 'inventoryHidden' && account.value && isHiddenSaid(account.value)) return null;
    return savedAt.value === null || !error || connectivity.isSaidAlready(error) ? null : error;
  });

  return { totals, refresh, body, trouble, failures, savedAt };
}
