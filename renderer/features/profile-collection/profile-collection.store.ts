import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { AppError, toAppError, type ErrorCode } from '../../../shared/errors.ts';
import type { CollectionChange, Item, ProfileCollection } from '../../../shared/models.ts';
import { listen, request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { useRefresh } from '../../useRefresh.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useConnectivityStore } from '../connectivity/connectivity.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { wordOutcome } from './change-words.ts';

export type ChangeKind = 'add' | 'remove';

// The contract takes at most this many items in one request.
const mostPerRequest = 1000;

/** The profile collection of the account on screen, and the one way to change it. */
export const useProfileCollectionStore = defineStore('profileCollection', () => {
  const accounts = useAccountStore();
  const connectivity = useConnectivityStore();
  const notices = useNoticeStore();
  const collection = shallowRef<ProfileCollection | null>(null);
  const error = shallowRef<AppError | null>(null);
  const isChanging = shallowRef(false);
  const refresh = useRefresh((isForced) => refreshCurrent(isForced));

  const keys = computed(() => new Set(collection.value?.items.map(itemKey)));

  /** Why the collection cannot be changed now; null when it can. */
  const obstacle = computed<ErrorCode | null>(() => {
    if (!accounts.current?.canEdit) return 'accountReadOnly';
    return connectivity.isOffline ? 'workingOffline' : null;
  });

  /** Adds or removes items, tells how it went, and never throws: behind drag, menu, keyboard and buttons alike. */
  async function change(kind: ChangeKind, items: readonly Item[]): Promise<void> {
    const accountId = accounts.currentId;
    if (accountId === null || items.length === 0 || isChanging.value) return;
    if (obstacle.value) {
      notices.showError(new AppError(obstacle.value, 'The collection cannot be changed'));
      return;
    }
    isChanging.value = true;
    try {
      const changes = await send(kind, accountId, items);
      const { tone, title, lines } = wordOutcome(kind, changes, items);
      notices.show(tone, title, lines);
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    } finally {
      isChanging.value = false;
    }
    await load(accountId);
  }

  async function load(accountId: number): Promise<void> {
    try {
      const answer = await request('profileCollection.list', { accountId });
      if (accountId !== accounts.currentId) return;
      collection.value = answer;
      error.value = null;
    } catch (thrown) {
      if (accountId === accounts.currentId) error.value = toAppError(thrown);
    }
  }

  async function refreshCurrent(isForced: boolean): Promise<void> {
    const accountId = accounts.currentId;
    if (accountId === null) return;
    const { wasNeeded } = await request('profileCollection.refresh', { accountId, isForced });
    if (wasNeeded) await load(accountId);
  }

  watch(
    () => accounts.currentId,
    async (accountId) => {
      collection.value = null;
      if (accountId === null) return;
      await load(accountId);
      if (accountId === accounts.currentId) void refresh.run(false);
    },
    { immediate: true, flush: 'sync' },
  );

  listen('profileCollection.changed', ({ accountId }) => {
    if (accountId === accounts.currentId) void load(accountId);
  });

  return {
    collection,
    error,
    keys,
    obstacle,
    isChanging,
    change,
    refreshState: refresh.state,
    refresh: refresh.run,
  };
});

async function send(
  kind: ChangeKind,
  accountId: number,
  items: readonly Item[],
): Promise<readonly CollectionChange[]> {
  const changes: CollectionChange[] = [];
  for (let first = 0; first < items.length; first += mostPerRequest) {
    const refs = items.slice(first, first + mostPerRequest).map(({ type, id }) => ({ type, id }));
    changes.push(...(await request(`profileCollection.${kind}`, { accountId, items: refs })));
  }
  return changes;
}
