import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import type { Item, ItemPage } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { PageBook } from './page-book.ts';

export type ItemQuery = Omit<RequestInput<'items.list'>, 'page'>;

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
  readonly itemAt: (index: number) => Item | undefined;
  readonly show: (first: number, last: number) => void;
  readonly loadRange: (first: number, last: number) => Promise<void>;
  readonly reload: () => void;
}

const unionPauseMs = 700;

/** The pages of one category, fetched around what is in view, kept in plain memory and read again when they change. */
export function useItemPages(query: Ref<ItemQuery>): ItemPages {
  const facts = shallowRef<ItemListFacts | null>(null);
  const error = shallowRef<AppError | null>(null);
  const version = shallowRef(0);
  const listing = shallowRef(0);
  let book = shelve(query.value);
  let view = { first: 0, last: 0 };
  let pending: PageBook | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function shelve(asked: ItemQuery): PageBook {
    const fresh: PageBook = new PageBook(
      (page) => request('items.list', { ...asked, page }),
      (page) => {
        if (fresh === book) take(page);
      },
    );
    return fresh;
  }

  function take({ total, savedAt, accountsUnknown, unreadableRows }: ItemPage): void {
    facts.value = { total, savedAt, accountsUnknown, unreadableRows };
    error.value = null;
    version.value += 1;
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
    book.outdate();
    void fill();
  }

  // The list on screen stays until the first page of the next one is there.
  async function change(asked: ItemQuery): Promise<void> {
    const next = shelve(asked);
    pending = next;
    try {
      const first = await next.firstPage();
      if (pending !== next) return;
      book = next;
      view = { first: 0, last: 0 };
      listing.value += 1;
      take(first);
    } catch (thrown) {
      if (pending === next) error.value = toAppError(thrown);
    }
  }

  function note(isComplete: boolean): void {
    // A page of one account out of many changes little: the whole is put together again once in a while.
    if (query.value.scope !== 'all' || isComplete) reload();
    else timer ??= setTimeout(reload, unionPauseMs);
  }

  watch(query, (asked) => void change(asked));
  onScopeDispose(
    listen('items.changed', (changed) => {
      const { scope, category } = query.value;
      const isShown = scope === 'all' || changed.accountId === scope;
      if (isShown && changed.category === category) note(changed.isComplete);
    }),
  );
  onScopeDispose(() => clearTimeout(timer));
  void fill();

  return {
    facts,
    error,
    version: readonly(version),
    listing: readonly(listing),
    itemAt: (index) => book.itemAt(index),
    show,
    loadRange: async (first, last) => {
      await book.load(first, last);
    },
    reload,
  };
}
