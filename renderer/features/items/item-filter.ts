import { allItemsKey } from '../../../shared/category-keys.ts';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemFilter, ItemSort, OwnedFilter, Range } from '../../../shared/views.ts';

export type FilterPart = keyof ItemFilter;

const ownParts: readonly FilterPart[] = ['filed', 'isLimited', 'hold', 'acquired'];

/**
 * The filters that make sense in a view: only own lists say what somebody has, one category is of one kind, and anything can be
 * in a local collection.
 */
export function partsOffered(scope: Scope, category: string): readonly FilterPart[] {
  const own = category.startsWith('own/') ? ownParts : [];
  const allItems: readonly FilterPart[] = category === allItemsKey ? ['categories', 'types'] : [];
  const allAccounts: readonly FilterPart[] = scope === 'all' ? ['ownedBy'] : [];
  return [...allAccounts, ...allItems, ...own, 'collections', 'price'];
}

/** What a filter says in a view, and nothing else: the same for every way of saying it. */
export function filterIn(scope: Scope, category: string, filter: ItemFilter): ItemFilter {
  const offered = partsOffered(scope, category);
  const said = Object.entries(filter).filter(([part, value]) => {
    return offered.includes(part as FilterPart) && saysSomething(value as ItemFilter[FilterPart]);
  });
  // In one order, so that two of them can be told apart by their text.
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function saysSomething(value: ItemFilter[FilterPart]): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || !isOpen(value as Range);
}

function isOpen({ from, to }: Range): boolean {
  return from === null && to === null;
}

/** Which comparison of owners a view can make: duplicates wherever there are copies, what one lacks over all accounts. */
export function ownedIn(scope: Scope, category: string, owned: OwnedFilter): OwnedFilter {
  if (!category.startsWith('own/')) return 'any';
  return typeof owned === 'object' && scope !== 'all' ? 'any' : owned;
}

/** The orders a view can have. The best match needs something to be searched for. */
export function sortsOffered(category: string, isSearching: boolean): readonly ItemSort[] {
  return [
    ...(isSearching ? (['relevance'] as const) : []),
    ...(['newest', 'oldest', 'nameAscending', 'nameDescending'] as const),
    ...(category.startsWith('own/') ? (['serial'] as const) : []),
    ...(['valueDescending', 'valueAscending'] as const),
    ...(category === allItemsKey ? (['category'] as const) : []),
  ];
}

/** The filter with one part said anew, or with undefined not at all. */
export function withPart<Part extends FilterPart>(
  filter: ItemFilter,
  part: Part,
  value: ItemFilter[Part] | undefined,
): ItemFilter {
  const others = Object.entries(filter).filter(([each]) => each !== part);
  return Object.fromEntries(value === undefined ? others : [...others, [part, value]]);
}

/** How many filters are on, the comparison of owners among them. */
export function countFilters(filter: ItemFilter, owned: OwnedFilter): number {
  return Object.keys(filter).length + (owned === 'any' ? 0 : 1);
}
