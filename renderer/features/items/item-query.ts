import type { RequestInput } from '../../../shared/ipc.ts';

/** One list of items in one order: everything about it but the page. */
export type ItemQuery = Omit<RequestInput<'items.list'>, 'page'>;

/** The same for the same list, and different for every other. */
export function queryKey({ scope, category, search, sort, owned, filter }: ItemQuery): string {
  return JSON.stringify([scope, category, search, sort, owned, filter]);
}

/** Whether filters or a comparison leave some of the list out. */
export function isNarrowed({ owned, filter }: ItemQuery): boolean {
  return owned !== 'any' || Object.keys(filter).length > 0;
}
