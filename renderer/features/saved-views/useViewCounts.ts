import { onScopeDispose, shallowReactive, watch } from 'vue';
import type { SavedView } from '../../../shared/views.ts';
import { listen, request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { contentOf, useSavedViewStore } from './saved-view.store.ts';

// The start, a switch and a refresh belong to what is on screen.
const pauseMs = 1500;
// Of hundreds of views only those a person sees without scrolling far.
const mostCounted = 24;

/** How many items each of the first saved views has, counted from the cache whenever there is nothing else to do. */
export function useViewCounts(): ReadonlyMap<number, number> {
  const savedViews = useSavedViewStore();
  const accounts = useAccountStore();
  const counts = shallowReactive(new Map<number, number>());
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function recount(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void countAll(), pauseMs);
  }

  async function countAll(): Promise<void> {
    const own = ++round;
    for (const view of savedViews.views.slice(0, mostCounted)) {
      await idle();
      if (own !== round) return;
      const count = await countItems(view);
      if (count === null) counts.delete(view.id);
      else counts.set(view.id, count);
    }
  }

  async function countItems(view: SavedView): Promise<number | null> {
    if (view.scope !== 'all' && !accounts.find(view.scope)) return null;
    // A count that cannot be had is none: the view itself says why.
    const page = await request('items.list', { ...contentOf(view), page: 0 }).catch(() => null);
    return page === null || page.savedAt === null ? null : page.total;
  }

  watch(() => [savedViews.views, accounts.accounts.length], recount, { immediate: true });
  const stopListening = [
    listen('items.changed', ({ isComplete }) => {
      if (isComplete && savedViews.views.length > 0) recount();
    }),
    listen('profileCollection.changed', () => {
      if (savedViews.views.length > 0) recount();
    }),
  ];
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
    stopListening.forEach((stop) => stop());
  });
  return counts;
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}
