import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import {
  timelineKinds,
  type TimelineCursor,
  type TimelineKind,
  type TimelineRefresh,
} from '../../../shared/timeline.ts';
import { listen, request } from '../../ipc.ts';
import { useAccountStore } from '../accounts/account.store.ts';

type Phase = 'loading' | 'ready' | 'failed';

/** The timeline of the scope on screen, as far as it was scrolled. */
export const useTimelineStore = defineStore('timeline', () => {
  const accounts = useAccountStore();
  /** Those wanted; none chosen is all of them. */
  const kinds = shallowRef<readonly TimelineKind[]>([]);
  const search = shallowRef('');
  const refreshes = shallowRef<readonly TimelineRefresh[]>([]);
  const phase = shallowRef<Phase>('loading');
  const error = shallowRef<AppError | null>(null);
  /** Whether more was told since than is shown. */
  const hasNews = shallowRef(false);
  let next: TimelineCursor | null = null;
  let reading: symbol | null = null;

  /** What of it is shown. */
  function asked() {
    const wanted = kinds.value.length === 0 ? [...timelineKinds] : [...kinds.value];
    return { scope: accounts.scope ?? 'all', kinds: wanted, search: search.value };
  }

  function read(before: TimelineCursor | null) {
    return request('timeline.list', { before, ...asked() });
  }

  /** Reads anew from the newest entry on. What is shown stays until the answer is there. */
  async function load(): Promise<void> {
    const own = Symbol('read');
    reading = own;
    try {
      const page = await read(null);
      if (reading !== own) return;
      refreshes.value = page.refreshes;
      next = page.next;
      phase.value = 'ready';
      hasNews.value = false;
    } catch (thrown) {
      if (reading !== own) return;
      error.value = toAppError(thrown);
      phase.value = 'failed';
    }
    reading = null;
  }

  async function loadMore(): Promise<void> {
    if (reading !== null || next === null) return;
    const own = Symbol('read');
    reading = own;
    try {
      const page = await read(next);
      if (reading !== own) return;
      refreshes.value = joinPages(refreshes.value, page.refreshes);
      next = page.next;
    } catch {
      // What is shown stays; scrolling on asks again.
    }
    if (reading === own) reading = null;
  }

  function toggle(kind: TimelineKind): void {
    const isChosen = kinds.value.includes(kind);
    kinds.value = isChosen ? kinds.value.filter((one) => one !== kind) : [...kinds.value, kind];
  }

  function showAll(): void {
    kinds.value = [];
    search.value = '';
  }

  watch(
    () => accounts.scope,
    () => {
      refreshes.value = [];
      phase.value = 'loading';
      void load();
    },
    { immediate: true },
  );
  watch([kinds, search], () => void load());
  // Rows that slid away under somebody who reads would be worse than news that wait.
  listen('timeline.changed', ({ accountId }) => {
    if (accountId === null) return;
    if (refreshes.value.length === 0) void load();
    else hasNews.value = true;
  });

  return { kinds, search, refreshes, phase, error, hasNews, load, loadMore, asked, toggle, showAll };
});

/** A refresh that was cut at the end of a page goes on in the next one. */
export function joinPages(
  before: readonly TimelineRefresh[],
  more: readonly TimelineRefresh[],
): readonly TimelineRefresh[] {
  const last = before.at(-1);
  const [first, ...rest] = more;
  if (!last || !first || last.id !== first.id) return [...before, ...more];
  return [...before.slice(0, -1), { ...last, entries: [...last.entries, ...first.entries] }, ...rest];
}
