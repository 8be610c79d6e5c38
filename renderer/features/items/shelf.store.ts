import { defineStore } from 'pinia';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemPage } from '../../../shared/views.ts';
import { request } from '../../ipc.ts';
import { Recent } from '../../recent.ts';
import { useAccountsGone } from '../accounts/useAccountsGone.ts';
import { queryKey, type ItemQuery } from './item-query.ts';

interface Shelved {
  readonly query: string;
  readonly pages: readonly ItemPage[];
}

// More scopes than shortcuts, and of each only the pages that were in view: a few thousand items at most.
const mostShelved = 16;

/** The pages each scope was last seen with: a switch paints them at once, while fresh ones are on their way. */
export const useShelfStore = defineStore('shelf', () => {
  const shelves = new Recent<Scope, Shelved>(mostShelved);
  let forgotten = 0;

  /** None unless the very same list was put there. */
  function pagesOf(query: ItemQuery): readonly ItemPage[] {
    const shelved = shelves.get(query.scope);
    return shelved?.query === queryKey(query) ? shelved.pages : [];
  }

  function put(query: ItemQuery, pages: readonly ItemPage[]): void {
    if (pages.length > 0) shelves.put(query.scope, { query: queryKey(query), pages });
  }

  /** Reads the first page of a list ahead, unless its scope has one already. Throws the AppError. */
  async function prepare(query: ItemQuery): Promise<void> {
    if (shelves.get(query.scope)) return;
    const asOf = forgotten;
    const page = await request('items.list', { ...query, page: 0 });
    if (asOf === forgotten && !shelves.get(query.scope)) put(query, [page]);
  }

  useAccountsGone((isGone) => {
    forgotten += 1;
    shelves.drop(isGone);
  });

  return { pagesOf, put, prepare };
});
