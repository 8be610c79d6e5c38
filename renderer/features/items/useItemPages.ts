import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { ItemPage } from '../../../shared/views.ts';
import { listen, request } from '../../ipc.ts';
import { isNarrowed, queryKey, type ItemQuery } from './item-query.ts';
import { PageBook } from './page-book.ts';
import { useShelfStore } from './shelf.store.ts';

/** What is known of the whole list, from the newest of its pages. */
export type ItemListFacts = Omit<ItemPage, 'items' | 'page'>;

export interface ItemPages {
  /** null until the first page is there. */
  readonly facts: Readonly<ShallowRef<ItemListFacts | null>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  /** Changes whenever `itemAt` answers differently. */
  readonly version: Readonly<Ref<number>>;
  /** Changes when another search or order is on screen. */
  readonly listing: Readonly<Ref<number>>;
  /** The list on screen: what is asked for, or the one before it until that is there. */
  readonly shown: Readonly<ShallowRef<ItemQuery>>;
  readonly itemAt: (index: number) => Item | undefined;
  readonly show: (first: number, last: number) => void;
  readonly loadRange: (first: number, last: number) => Promise<void>;
  readonly reload: () => void;
}

// A page that arrives changes little on screen: what is there is read again a few times a second.
const pauseMs = 250;
const unionPauseMs = 700;

/**
 * The pages of one list, fetched around what is in view, kept in plain memory and read again when they change. A lasting
 * list is come back to as it is, whatever it was narrowed to.
 */
export function useItemPages(query: Ref<ItemQuery>, isLasting = false): ItemPages {
  const facts = shallowRef<ItemListFacts | null>(null);
  const error = shallowRef<AppError | null>(null);
  const version = shallowRef(0);
  const listing = shallowRef(0);
  const shelf = useShelfStore();
  const before = shelf.pagesOf(query.value);
  /** What `book` is about. */
  const shown = shallowRef(query.value);
  let book = open(query.value, before);
  let view = { first: 0, last: 0 };
  let pending: PageBook | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(asked: ItemQuery, known: readonly ItemPage[] = []): PageBook {
    const fresh: PageBook = new PageBook(
      (page) => request('items.list', { ...asked, page }),
      (page, isNew) => {
        if (fresh === book) take(page, isNew);
      },
      known,
    );
    return fresh;
  }

  function take({ total, savedAt, accountsUnknown, unreadableRows }: ItemPage, isNew = true): void {
    const now = { total, savedAt, accountsUnknown, unreadableRows };
    if (JSON.stringify(now) !== JSON.stringify(facts.value)) facts.value = now;
    error.value = null;
    if (isNew) version.value += 1;
  }

  async function fill(): Promise<void> {
    const own = book;
    try {
      await own.show(view.first, view.last, Math.max(facts.value?.total ?? 0, 1));
      // A change that came while these pages were on their way has outdated them already.
      await own.show(view.first, view.last, Math.max(facts.value?.total ?? 0, 1));
    } catch (thrown) {
      if (own === book) error.value = toAppError(thrown);
    }
  }

  function show(first: number, last: number): void {
    view = { first, last };
    void fill();
  }

  function reload(): void {
    clearTimeout(timer);
    timer = undefined;
    // What was asked for last and could not be had is still wanted.
    if (error.value && queryKey(query.value) !== queryKey(shown.value)) {
      void change(query.value);
      return;
    }
    book.outdate();
    void fill();
  }

  // The list on screen stays until the first page of the next one is there.
  async function change(asked: ItemQuery): Promise<void> {
    const next = open(asked);
    pending = next;
    try {
      const first = await next.firstPage();
      if (pending !== next) return;
      book = next;
      shown.value = asked;
      // Its top is shown, in a window as high as before.
      view = { first: 0, last: view.last - view.first };
      listing.value += 1;
      take(first);
      void fill();
    } catch (thrown) {
      if (pending === next) error.value = toAppError(thrown);
    }
  }

  function note(isComplete: boolean): void {
    // Of nothing the first page is waited for.
    if (isComplete || (facts.value?.total === 0 && query.value.scope !== 'all')) reload();
    else timer ??= setTimeout(reload, query.value.scope === 'all' ? unionPauseMs : pauseMs);
  }

  // A search ends when its view does, and so does a comparison or a filter: nobody comes back to their lists.
  function shelve(): void {
    const known = facts.value;
    if (known === null) return;
    if (!isLasting && (shown.value.search !== '' || isNarrowed(shown.value))) return;
    const pages = book.pagesIn(view.first, view.last).map((page) => ({ ...page, ...known }));
    shelf.put(shown.value, pages);
  }

  watch(query, (asked) => void change(asked));
  onScopeDispose(
    listen('items.changed', (changed) => {
      const { scope, category } = query.value;
      const isShown = scope === 'all' || changed.accountId === scope;
      if (isShown && changed.category === category) note(changed.isComplete);
    }),
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    pending = undefined;
  });
  onScopeDispose(shelve);
  if (before[0]) take(before[0]);
  void fill();

  return {
    facts,
    error,
    version: readonly(version),
    listing: readonly(listing),
    shown,
    itemAt: (index) => book.itemAt(index),
    show,
    loadRange: async (first, last) => {
      await book.load(first, last);
    },
    reload,
  };
}
