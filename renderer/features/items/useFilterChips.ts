import { computed, type ComputedRef } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import type { ItemFilter } from '../../../shared/views.ts';
import { formatDate, formatList, formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCategoryStore } from '../categories/category.store.ts';
import { useCollectionStore } from '../collections/collection.store.ts';
import { filterIn, ownedIn, withPart, type FilterPart } from './item-filter.ts';
import type { ListChoices } from './list-choices.ts';

/** One filter that is on, in words. */
export interface FilterChip {
  readonly id: FilterPart | 'owned';
  readonly label: string;
}

export interface FilterChips {
  readonly chips: ComputedRef<readonly FilterChip[]>;
  readonly remove: (id: FilterChip['id']) => void;
  readonly clear: () => void;
}

const mostNames = 2;

/** The filters of a view that are on, worded, and how to take them off. */
export function useFilterChips(scope: Scope, category: string, choices: ListChoices): FilterChips {
  const accounts = useAccountStore();
  const categories = useCategoryStore();
  const collections = useCollectionStore();

  function nameOf(accountId: number): string {
    const account = accounts.find(accountId);
    return account ? accountName(account) : say('filters.goneAccount');
  }

  function collectionName(id: number): string {
    return collections.find(id)?.name ?? say('filters.goneCollection');
  }

  const words: { readonly [Part in FilterPart]: (value: NonNullable<ItemFilter[Part]>) => string } = {
    categories: (keys) =>
      listSome(keys.map((key) => categories.find(key)?.name ?? say('filters.goneCategory'))),
    types: (types) => listSome(types.map((type) => say(`filters.kinds.${type}`))),
    ownedBy: (ids) => say('filters.ownedBy', { names: listSome(ids.map(nameOf)) }),
    filed: (filed) => say(`filters.${filed}`),
    collections: (ids) => say('filters.inCollections', { names: listSome(ids.map(collectionName)) }),
    isLimited: (isLimited) => say(isLimited ? 'filters.isLimited' : 'filters.notLimited'),
    hold: (hold) => say(`filters.${hold}`),
    price: ({ from, to }) => {
      if (from === null) return say('filters.priceMost', { to: formatNumber(to ?? 0) });
      if (to === null) return say('filters.priceLeast', { from: formatNumber(from) });
      return say('filters.priceBetween', { from: formatNumber(from), to: formatNumber(to) });
    },
    acquired: ({ from, to }) => {
      if (from === null) return say('filters.acquiredUntil', { to: formatDate(to ?? 0) });
      if (to === null) return say('filters.acquiredSince', { from: formatDate(from) });
      return say('filters.acquiredBetween', { from: formatDate(from), to: formatDate(to) });
    },
  };

  function word<Part extends FilterPart>(part: Part, filter: ItemFilter): string {
    const value = filter[part];
    return value === undefined ? '' : words[part](value);
  }

  const ownedWords = computed(() => {
    const owned = ownedIn(scope, category, choices.owned.value);
    if (typeof owned === 'object') return say('owned.missingFrom', { name: nameOf(owned.missingFrom) });
    if (owned === 'any') return null;
    return scope === 'all' ? say('owned.duplicatesShort') : say('filters.copiesDuplicates');
  });

  const chips = computed<readonly FilterChip[]>(() => {
    const filter = filterIn(scope, category, choices.filter.value);
    const parts = Object.keys(filter) as FilterPart[];
    const compared = ownedWords.value === null ? [] : [{ id: 'owned' as const, label: ownedWords.value }];
    return [...compared, ...parts.map((id) => ({ id, label: word(id, filter) }))];
  });

  function remove(id: FilterChip['id']): void {
    if (id === 'owned') choices.owned.value = 'any';
    else choices.filter.value = withPart(choices.filter.value, id, undefined);
  }

  function clear(): void {
    choices.owned.value = 'any';
    choices.filter.value = {};
  }

  return { chips, remove, clear };
}

/** A few names as a sentence lists them, and how many more there are. */
function listSome(names: readonly string[]): string {
  const more = names.length - mostNames;
  if (more <= 1) return formatList(names);
  return say('filters.more', {
    names: formatList(names.slice(0, mostNames)),
    number: formatNumber(more),
  });
}
