import { onScopeDispose, watch, type Ref } from 'vue';
import type { CollectionItem, CollectionSort } from '../../../shared/collections.ts';
import type { Item } from '../../../shared/items.ts';
import type { ItemPage } from '../../../shared/views.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { usePages, type Pages } from '../items/usePages.ts';
import { useWorkStore } from '../work/work.store.ts';

export interface CollectionQuery {
  readonly search: string;
  readonly sort: CollectionSort;
}

export type CollectionPages = Pages<CollectionQuery>;

// Owners and prices that a refresh brings change little on screen.
const pauseMs = 700;

/** The pages of one collection, read again when it changes or its items do. */
export function useCollectionPages(id: number, query: Readonly<Ref<CollectionQuery>>): CollectionPages {
  const works = useWorkStore();
  const pages = usePages(query, (asked, page) => read(id, asked, page));
  let isOutdated = false;

  function reload(): void {
    isOutdated = false;
    pages.reload();
  }

  // Laying out a list of a hundred thousand takes longer than each part of what changes it.
  watch(
    () => works.shown === null,
    (isOver) => {
      if (isOver && isOutdated) reload();
    },
  );
  const stopListening = [
    listen('collections.changed', ({ items }) => {
      if (!items.includes(id)) return;
      if (works.shown) isOutdated = true;
      else reload();
    }),
    listen('items.changed', () => pages.reloadWithin(pauseMs)),
  ];
  onScopeDispose(() => stopListening.forEach((stop) => stop()));
  return pages;
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
