import { onScopeDispose, type Ref } from 'vue';
import type { CollectionItem, CollectionSort } from '../../../shared/collections.ts';
import type { Item } from '../../../shared/items.ts';
import type { ItemPage } from '../../../shared/views.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useClearWhenShorter } from '../items/useClearWhenShorter.ts';
import { usePages, type Pages } from '../items/usePages.ts';
import { useAfterWork } from '../work/useAfterWork.ts';

export interface CollectionQuery {
  readonly search: string;
  readonly sort: CollectionSort;
}

export type CollectionPages = Pages<CollectionQuery>;

// Owners and prices that a refresh brings change little on screen.
const pauseMs = 700;

/** The pages of one collection, read again when it changes or its items do. */
export function useCollectionPages(id: number, query: Readonly<Ref<CollectionQuery>>): CollectionPages {
  const pages = usePages(query, (asked, page) => read(id, asked, page));
  const reload = useAfterWork(pages.reload);
  const stopListening = [
    listen('collections.changed', ({ items }) => {
      if (items.includes(id)) reload();
    }),
    listen('items.changed', () => pages.reloadWithin(pauseMs)),
  ];
  useClearWhenShorter(() => pages.facts.value?.total ?? 0);
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
