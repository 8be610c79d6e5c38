import { computed, reactive, type ComputedRef, type Ref } from 'vue';
import type { ItemType } from '../../../shared/items.ts';
import type { ItemFilter } from '../../../shared/views.ts';
import { formatList, formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import type { MenuChoice } from '../../ui/menu-entry.ts';
import { accountName } from '../accounts/account-name.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCategoryStore } from '../categories/category.store.ts';
import { useCollectionStore } from '../collections/collection.store.ts';
import { withPart, type FilterPart } from './item-filter.ts';

/** A filter of which any number of lines can be chosen. */
export interface FilterList {
  readonly part: 'ownedBy' | 'categories' | 'types' | 'collections';
  readonly label: string;
  readonly choices: readonly MenuChoice[];
  chosen: readonly string[];
  /** What is chosen, for the button. */
  readonly words: string;
}

const kinds: readonly ItemType[] = ['Asset', 'Bundle', 'Badge', 'GamePass', 'Avatar'];
const mostNames = 2;

/** The filters of a view that are lists: who owns it, in which category it is, of which kind, in which collection. */
export function useFilterLists(
  filter: Ref<ItemFilter>,
  offered: Readonly<Ref<readonly FilterPart[]>>,
): ComputedRef<readonly FilterList[]> {
  const accounts = useAccountStore();
  const categories = useCategoryStore();
  const collections = useCollectionStore();

  const owners = computed(() =>
    accounts.accounts.map((account) => ({ id: String(account.id), label: accountName(account) })),
  );
  // Names repeat across groups: there are shirts in two of them.
  const places = computed(() =>
    (categories.tree?.own ?? []).flatMap((group, at) =>
      group.categories.map(({ key, name }, index) => ({
        id: key,
        label: group.categories.length > 1 ? `${group.displayName}: ${name}` : group.displayName,
        beginsGroup: index === 0 && at > 0 && group.categories.length > 1,
      })),
    ),
  );
  // What fills itself is asked for by a search, not filed in.
  const filed = computed(() =>
    collections.collections
      .filter(({ view }) => view === null)
      .map((collection) => ({
        id: String(collection.id),
        label: [...collections.pathOf(collection), collection].map(({ name }) => name).join(' › '),
      })),
  );
  const types = computed(() => kinds.map((id) => ({ id, label: say(`filters.kinds.${id}`) })));

  function listOf(
    part: FilterList['part'],
    label: string,
    none: string,
    choices: Readonly<Ref<readonly MenuChoice[]>>,
    set: (ids: readonly string[]) => void,
  ): FilterList {
    const chosen = computed({
      get: () => (filter.value[part] ?? []).map(String),
      set,
    });
    const words = computed(() => {
      const names = chosen.value.flatMap((id) => choices.value.find((each) => each.id === id)?.label ?? []);
      if (names.length === 0) return none;
      const more = names.length - mostNames;
      if (more <= 0) return formatList(names);
      const number = formatNumber(more);
      return say('filters.more', { names: formatList(names.slice(0, mostNames)), number });
    });
    return reactive({ part, label, choices, chosen, words });
  }

  const lists = [
    listOf('ownedBy', say('filters.owner'), say('filters.ownerAny'), owners, (ids) =>
      set('ownedBy', ids.map(Number)),
    ),
    listOf('categories', say('filters.category'), say('filters.showAll'), places, (ids) =>
      set('categories', ids),
    ),
    listOf('types', say('filters.kind'), say('filters.showAll'), types, (ids) => {
      set('types', ids as readonly ItemType[]);
    }),
    listOf('collections', say('filters.collections'), say('filters.collectionsAny'), filed, (ids) =>
      set('collections', ids.map(Number)),
    ),
  ];

  function set<Part extends FilterPart>(part: Part, value: ItemFilter[Part]): void {
    const isNothing = Array.isArray(value) && value.length === 0;
    filter.value = withPart(filter.value, part, isNothing ? undefined : value);
  }

  // A filter by collections that are gone can still be taken off.
  const isOffered = ({ part, choices, chosen }: FilterList) =>
    offered.value.includes(part) && (part !== 'collections' || choices.length + chosen.length > 0);
  return computed(() => lists.filter(isOffered));
}
