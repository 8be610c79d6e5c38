import { onScopeDispose, shallowReactive, watch } from 'vue';
import type { Collection } from '../../../shared/collections.ts';
import { listen, request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCollectionStore } from './collection.store.ts';

// The start, a switch and a refresh belong to what is on screen.
const pauseMs = 1500;
// Of hundreds only those a person sees without scrolling far.
const mostCounted = 24;

/** How many items each of the first smart collections has, counted from the cache whenever there is nothing else to do. */
export function useCollectionCounts(): ReadonlyMap<number, number> {
  const collections = useCollectionStore();
  const accounts = useAccountStore();
  const counts = shallowReactive(new Map<number, number>());
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function recount(): void {
    clearTimeout(timer);
    if (!collections.collections.some(({ view }) => view)) return;
    timer = setTimeout(() => void countAll(), pauseMs);
  }

  async function countAll(): Promise<void> {
    const own = ++round;
    const smart = collections.collections.filter(({ view }) => view);
    for (const collection of smart.slice(0, mostCounted)) {
      await new Promise((resolve) => requestIdleCallback(resolve));
      if (own !== round) return;
      const count = await countItems(collection);
      if (count === null) counts.delete(collection.id);
      else counts.set(collection.id, count);
    }
  }

  async function countItems({ view }: Collection): Promise<number | null> {
    if (!view || (view.scope !== 'all' && !accounts.find(view.scope))) return null;
    // A count that cannot be had is none: the view itself says why.
    const page = await request('items.list', { ...view, page: 0 }).catch(() => null);
    return page === null || page.savedAt === null ? null : page.total;
  }

  watch(() => [collections.collections, accounts.accounts.length], recount, { immediate: true });
  const stopListening = listen('items.changed', ({ isComplete }) => {
    if (isComplete) recount();
  });
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
    stopListening();
  });
  return counts;
}
