import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { timelineKinds, type TimelineCursor, type TimelineRefresh } from '../../../shared/timeline.ts';
import { listen, request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { joinPages } from './timeline.store.ts';

export interface ItemHistory {
  /** null until it is read. */
  readonly refreshes: Readonly<ShallowRef<readonly TimelineRefresh[] | null>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  readonly next: Readonly<ShallowRef<TimelineCursor | null>>;
  readonly loadMore: () => Promise<void>;
}

/** What the timeline has of one item, over all accounts. */
export function useItemHistory(item: () => ItemRef): ItemHistory {
  const refreshes = shallowRef<readonly TimelineRefresh[] | null>(null);
  const error = shallowRef<AppError | null>(null);
  const next = shallowRef<TimelineCursor | null>(null);
  let round = 0;

  async function load(before: TimelineCursor | null): Promise<void> {
    const { type, id } = item();
    const own = ++round;
    try {
      const kinds = [...timelineKinds];
      const page = await request('timeline.list', {
        ...{ scope: 'all', kinds, search: '', before, item: { type, id } },
      });
      if (own !== round) return;
      refreshes.value = before ? joinPages(refreshes.value ?? [], page.refreshes) : page.refreshes;
      next.value = page.next;
      error.value = null;
    } catch (thrown) {
      if (own === round) error.value = toAppError(thrown);
    }
  }

  onScopeDispose(listen('timeline.changed', () => void load(null)));
  watch(
    () => itemKey(item()),
    () => {
      refreshes.value = null;
      void load(null);
    },
    { immediate: true },
  );

  return { refreshes, error, next, loadMore: () => load(next.value) };
}
