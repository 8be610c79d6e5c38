import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { allItemsKey } from '../../../shared/category-keys.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Category, CategoryTree } from '../../../shared/models.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { useRefresh } from '../../useRefresh.ts';
import { useAccountStore } from '../accounts/account.store.ts';

/** The category tree of the account on screen. */
export const useCategoryStore = defineStore('categories', () => {
  const accounts = useAccountStore();
  const tree = shallowRef<CategoryTree | null>(null);
  const error = shallowRef<AppError | null>(null);
  const refresh = useRefresh((isForced) => refreshCurrent(isForced));

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
    return all.value.find((category) => category.key === key);
  }

  /** The group a category belongs to, null when it is the only one there. */
  function groupNameOf(category: Category): string | null {
    const groups = tree.value ? [...tree.value.own, ...tree.value.favorites] : [];
    const group = groups.find(({ categories }) => categories.some(({ key }) => key === category.key));
    return group && group.categories.length > 1 ? group.displayName : null;
  }

  async function load(accountId: number): Promise<void> {
    try {
      const answer = await request('categories.list', { accountId });
      if (accountId !== accounts.currentId) return;
      tree.value = answer;
      error.value = null;
    } catch (thrown) {
      if (accountId === accounts.currentId) error.value = toAppError(thrown);
    }
  }

  async function refreshCurrent(isForced: boolean): Promise<void> {
    const accountId = accounts.currentId;
    if (accountId === null) return;
    const { wasNeeded } = await request('categories.refresh', { accountId, isForced });
    if (wasNeeded) await load(accountId);
  }

  watch(
    () => accounts.currentId,
    async (accountId) => {
      tree.value = null;
      if (accountId === null) return;
      await load(accountId);
      if (accountId === accounts.currentId) void refresh.run(false);
    },
    { immediate: true, flush: 'sync' },
  );

  listen('categories.changed', ({ accountId }) => {
    if (accountId === accounts.currentId) void load(accountId);
  });
  // A finished refresh knows how many items its category has.
  listen('items.changed', ({ accountId, isComplete }) => {
    if (isComplete && accountId === accounts.currentId) void load(accountId);
  });

  return { tree, error, all, find, groupNameOf, refreshState: refresh.state, refresh: refresh.run };
});
