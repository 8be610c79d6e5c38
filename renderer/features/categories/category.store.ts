import { defineStore } from 'pinia';
import { computed } from 'vue';
import { allItemsKey } from '../../../shared/category-keys.ts';
import type { Scope } from '../../../shared/accounts.ts';
import type { Category, CategoryTree } from '../../../shared/categories.ts';
import { isPlacesTab, placesCategory, placesKey, placesTabs } from '../../../shared/places.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useScopedData } from '../../useScopedData.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useAccountsGone } from '../accounts/useAccountsGone.ts';

/** The category tree of the account on screen, or of all of them together. */
export const useCategoryStore = defineStore('categories', () => {
  const accounts = useAccountStore();
  const { data, error, reload, refresh, prepare, forget } = useScopedData<Scope, CategoryTree>({
    key: () => accounts.scope,
    read: (scope) => request('categories.list', { scope }),
    refresh: (scope, isForced) => request('categories.refresh', { scope, isForced }),
  });
  const tree = computed(() => data.value);
  useAccountsGone(forget);

  const all = computed<readonly Category[]>(() => {
    if (!tree.value) return [];
    return [...tree.value.own, ...tree.value.favorites].flatMap((group) => group.categories);
  });

  // Not one of Roblox's: the view over all of them, told apart by its key alone.
  const allItems = computed<Category>(() => ({
    key: allItemsKey,
    name: say('categories.allItems'),
    list: 'own',
    type: '',
    id: 0,
    filter: null,
    itemCount: tree.value?.allItemCount ?? null,
  }));

  function find(key: string): Category | undefined {
    if (key === allItemsKey && tree.value) return allItems.value;
    return all.value.find((category) => category.key === key) ?? findPlaces(key);
  }

  /** A tab of places that Roblox does not list for others than the account itself. */
  function findPlaces(key: string): Category | undefined {
    const tab = placesTabs.find((one) => placesKey(one) === key);
    return tab && all.value.some(isPlacesTab) ? placesCategory(key, say(`places.${tab}`)) : undefined;
  }

  /** The group a category belongs to, null when it is the only one there. */
  function groupNameOf(category: Category): string | null {
    const groups = tree.value ? [...tree.value.own, ...tree.value.favorites] : [];
    const group = groups.find(({ categories }) => categories.some(({ key }) => key === category.key));
    return group && group.categories.length > 1 ? group.displayName : null;
  }

  function isShown(accountId: number): boolean {
    return accounts.scope === 'all' || accounts.scope === accountId;
  }

  /** What was cached may have been cleared while it is on screen: then it is asked for as when it was never seen. */
  async function reloadOrAsk(): Promise<void> {
    await reload();
    if (tree.value?.savedAt === null && refresh.state.value.phase === 'idle') await refresh.run(false);
  }

  listen('categories.changed', ({ accountId }) => {
    if (isShown(accountId)) void reloadOrAsk();
  });
  // A finished refresh knows how many items its category has.
  listen('items.changed', ({ accountId, isComplete }) => {
    if (isComplete && isShown(accountId)) void reload();
  });

  return {
    tree,
    error,
    all,
    find,
    groupNameOf,
    prepare,
    refreshState: refresh.state,
    refresh: refresh.run,
  };
});
