import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CollectionItem, CollectionSort } from '../../../shared/collections.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Item } from '../../../shared/items.ts';
import type { ItemPage } from '../../../shared/views.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { PageBook } from '../items/page-book.ts';

export interface CollectionQuery {
  readonly search: string;
  readonly sort: CollectionSort;
}

export interface CollectionPages {
  /** null until the first page is there. */
  readonly total: Readonly<ShallowRef<number | null>>;
  readonly error: Readonly<ShallowRef<AppError | null>>;
  /** Changes whenever `itemAt` answers differently. */
  readonly version: Readonly<Ref<number>>;
  /** The list on screen: what is asked for, or the one before it until that is there. */
  readonly shown: Readonly<ShallowRef<CollectionQuery>>;
  readonly itemAt: (index: number) => Item | undefined;
  readonly show: (first: number, last: number) => void;
  readonly loadRange: (first: number, last: number) => Promise<void>;
  readonly reload: () => void;
}

// Owners and prices that a refresh brings change little on screen.
const pauseMs = 700;

/** The pages of one collection, fetched around what is in view, and read again when it changes or its items do. */
export function useCollectionPages(id: number, query: Ref<CollectionQuery>): CollectionPages {
  const total = shallowRef<number | null>(null);
  const error = shallowRef<AppError | null>(null);
  const version = shallowRef(0);
  const shown = shallowRef(query.value);
  let book = open(query.value);
  let view = { first: 0, last: 0 };
  let pending: PageBook | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(asked: CollectionQuery): PageBook {
    const fresh: PageBook = new PageBook(
      (page) => read(id, asked, page),
      (page, isNew) => {
        if (fresh === book) take(page, isNew);
      },
    );
    return fresh;
  }

  function take(page: ItemPage, isNew = true): void {
    total.value = page.total;
    error.value = null;
    if (isNew) version.value += 1;
  }

  async function fill(): Promise<void> {
    const own = book;
    try {
      await own.show(view.first, view.last, Math.max(total.value ?? 0, 1));
      // A change that came while these pages were on their way has outdated them already.
      await own.show(view.first, view.last, Math.max(total.value ?? 0, 1));
    } catch (thrown) {
      if (own === book) error.value = toAppError(thrown);
    }
  }

  function reload(): void {
    clearTimeout(timer);
    timer = undefined;
    book.outdate();
    void fill();
  }

  // The list on screen stays until the first page of the next one is there.
  async function change(asked: CollectionQuery): Promise<void> {
    const next = open(asked);
    pending = next;
    try {
      const first = await next.firstPage();
      if (pending !== next) return;
      book = next;
      shown.value = asked;
      view = { first: 0, last: view.last - view.first };
      take(first);
      void fill();
    } catch (thrown) {
      if (pending === next) error.value = toAppError(thrown);
    }
  }

  watch(query, (asked) => void change(asked));
  const stopListening = [
    listen('collections.changed', ({ items }) => {
      if (items.includes(id)) reload();
    }),
    listen('items.changed', () => (timer ??= setTimeout(reload, pauseMs))),
  ];
  onScopeDispose(() => {
    clearTimeout(timer);
    pending = undefined;
    stopListening.forEach((stop) => stop());
  });
  void fill();

  return {
    ...{ total, error, shown, reload },
    version: readonly(version),
    itemAt: (index) => book.itemAt(index),
    show(first, last) {
      view = { first, last };
      void fill();
    },
    loadRange: async (first, last) => {
      await book.load(first, last);
    },
  };
}

async function read(id: number, asked: CollectionQuery, page: number): Promise<ItemPage> {
  const answer = await request('collections.items', { id, ...asked, page });
  return {
    ...{ page: answer.page, total: answer.total, items: answer.items.map(named) },
    ...{ savedAt: null, accountsUnknown: [], unreadableRows: 0 },
  };
}

/** An item that has no name is called by its number, and one that is gone says so. */
function named(item: CollectionItem): Item {
  const name = item.name === '' ? say('details.unnamed', { id: String(item.id) }) : item.name;
  return { ...item, name: item.isDeleted ? say('collections.deleted', { name }) : name };
}
