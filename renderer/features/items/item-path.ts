import { itemTypes, type ItemRef } from '../../../shared/items.ts';

/** The router's pattern of an item's page. */
export const itemPathPattern = '/item/:type/:id';

/** The page of an item, as the router has it. */
export function itemPath({ type, id }: ItemRef): string {
  return `/item/${type}/${id}`;
}

/** The item an address names: undefined for one of no known type or of a number that is none. */
export function itemAt(type: unknown, id: unknown): ItemRef | undefined {
  const known = itemTypes.find((one) => one === type);
  const number = typeof id === 'string' && /^\d{1,16}$/.test(id) ? Number(id) : 0;
  return known && Number.isSafeInteger(number) && number > 0 ? { type: known, id: number } : undefined;
}
