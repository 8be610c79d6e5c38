import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { ItemPage, ListPage } from '../../../shared/views.ts';
import { PageBook } from './page-book.ts';

/** What is known of the whole list, from the newest of its pages. */
export type ListFacts<Page> = Omit<Page, 'items' | 'page'>;
export type ItemListFacts = ListFacts<ItemPage>;

export interface Pages<Query, Page extends ListPage<Item> = ItemPage> {
  /** null until the first page is there. */
  readonly facts: Readonly<ShallowRef<ListFacts<Page> | null>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  /** Changes whenever `itemAt` answers differently. */
  readonly version: Readonly<Ref<number>>;
  /** The list on screen: what is asked for, or the one before it until that is there. */
  readonly shown: Readonly<ShallowRef<Query>>;
  readonly itemAt: (index: number) => Page['items'][number] | undefined;
  /** What is loaded of the pages in view. */
  readonly inView: () => readonly Page[];
  readonly show: (first: number, last: number) => void;
  readonly loadRange: (first: number, last: number) => Promise<void>;
  readonly reload: () => void;
  /** Reloads once, however often it is called within that time. */
  readonly reloadWithin: (milliseconds: number) => void;
}

/**
 * The pages of one list, fetched around what is in view and kept in plain memory. `before` are pages of the list that is
 * asked for first, from another time.
 */
export function usePages<Query, Page extends ListPage<Item> = ItemPage>(
  query: Readonly<Ref<Query>>,
  read: (asked: Query, page: number) => Promise<Page>,
  before: readonly Page[] = [],
): Pages<Query, Page> {
  const facts = shallowRef<ListFacts<Page> | null>(null);
  const error = shallowRef<AppError | null>(null);
  const version = shallowRef(0);
  /** What `book` is about. */
  const shown = shallowRef(query.value) as ShallowRef<Query>;
  let book = open(query.value, before);
  let view = { first: 0, last: 0 };
  let total = 0;
  let pending: PageBook<Page> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(asked: Query, known: readonly Page[] = []): PageBook<Page> {
    const fresh: PageBook<Page> = new PageBook(
      (page) => read(asked, page),
      (page, isNew) => {
        if (fresh === book) take(page, isNew);
      },
      known,
    );
    return fresh;
  }

  function take(page: Page, isNew = true): void {
    const now = factsOf(page);
    total = page.total;
    if (JSON.stringify(now) !== JSON.stringify(facts.value)) facts.value = now;
    error.value = null;
    if (isNew) version.value += 1;
  }

  async function fill(): Promise<void> {
    const own = book;
    try {
      await own.show(view.first, view.last, Math.max(total, 1));
      // A change that came while these pages were on their way has outdated them already.
      await own.show(view.first, view.last, Math.max(total, 1));
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
    if (error.value && query.value !== shown.value) {
      void change();
      return;
    }
    book.outdate();
    void fill();
  }

  // The list on screen stays until the first page of the next one is there.
  async function change(): Promise<void> {
    const asked = query.value;
    const next = open(asked);
    pending = next;
    try {
      const first = await next.firstPage();
      if (pending !== next) return;
      book = next;
      shown.value = asked;
      // Its top is shown, in a window as high as before.
      view = { first: 0, last: view.last - view.first };
      take(first);
      void fill();
    } catch (thrown) {
      if (pending === next) error.value = toAppError(thrown);
    }
  }

  watch(query, change);
  onScopeDispose(() => {
    clearTimeout(timer);
    pending = undefined;
  });
  if (before[0]) take(before[0]);
  void fill();

  return {
    ...{ facts, error, version: readonly(version), shown, show, reload },
    itemAt: (index) => book.itemAt(index),
    inView: () => book.pagesIn(view.first, view.last),
    loadRange: async (first, last) => {
      await book.load(first, last);
    },
    reloadWithin(milliseconds) {
      timer ??= setTimeout(reload, milliseconds);
    },
  };
}

function factsOf<Page extends ListPage<Item>>(page: Page): ListFacts<Page> {
  const facts = Object.entries(page).filter(([name]) => name !== 'items' && name !== 'page');
  return Object.fromEntries(facts) as ListFacts<Page>;
}
