import type { ViewContent } from '../../../shared/views.ts';
import { onScopeDispose, shallowReactive, watch } from 'vue';
import { listen, request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** Something that may show a view: what shows none is not counted. */
export interface Counted {
  readonly id: number;
  readonly view: ViewContent | null;
}

// The start, a switch and a refresh belong to what is on screen.
const pauseMs = 1500;
// Of hundreds of views only those a person sees without scrolling far.
const mostCounted = 24;

/** How many items each of the first views has, by id, counted from the cache whenever there is nothing else to do. */
export function useViewCounts(all: () => readonly Counted[]): ReadonlyMap<number, number> {
  const accounts = useAccountStore();
  const counts = shallowReactive(new Map<number, number>());
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function recount(): void {
    clearTimeout(timer);
    if (all().some(({ view }) => view)) timer = setTimeout(() => void countAll(), pauseMs);
  }

  async function countAll(): Promise<void> {
    const own = ++round;
    const wanted = all().filter(({ view }) => view);
    for (const { id, view } of wanted.slice(0, mostCounted)) {
      await new Promise((resolve) => requestIdleCallback(resolve));
      if (own !== round) return;
      const count = view && (await countItems(view));
      if (count === null) counts.delete(id);
      else counts.set(id, count);
    }
  }

  async function countItems(view: ViewContent): Promise<number | null> {
    if (view.scope !== 'all' && !accounts.find(view.scope)) return null;
    // A count that cannot be had is none: the view itself says why.
    const page = await request('items.list', { ...view, page: 0 }).catch(() => null);
    return page === null || page.savedAt === null ? null : page.total;
  }

  watch(() => [all(), accounts.accounts.length], recount, { immediate: true });
  const stopListening = [
    listen('items.changed', ({ isComplete }) => {
      if (isComplete) recount();
    }),
    listen('profileCollection.changed', recount),
    listen('collections.changed', recount),
  ];
  onScopeDispose(() => {
    round += 1;
    clearTimeout(timer);
    stopListening.forEach((stop) => stop());
  });
  return counts;
}
