import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Item, ItemDetails } from '../../../shared/models.ts';
import { request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useSelectionStore } from './selection.store.ts';

/** The item whose details are open. */
export const useDetailsStore = defineStore('details', () => {
  const accounts = useAccountStore();
  const selection = useSelectionStore();
  const notices = useNoticeStore();
  const item = shallowRef<Item | null>(null);
  const details = shallowRef<ItemDetails | null>(null);
  const error = shallowRef<AppError | null>(null);
  const isRefreshing = shallowRef(false);

  async function open(wanted: Item): Promise<void> {
    if (item.value && itemKey(item.value) === itemKey(wanted)) return;
    item.value = wanted;
    details.value = null;
    await load();
  }

  /** Shows what is saved at once, then asks Roblox for the rest. */
  async function load(): Promise<void> {
    const wanted = item.value;
    const accountId = accounts.currentId;
    if (!wanted || accountId === null) return;
    const input = { accountId, item: { type: wanted.type, id: wanted.id } };
    error.value = null;
    isRefreshing.value = true;
    try {
      const saved = await request('items.details', input);
      if (item.value !== wanted) return;
      details.value = saved;
      const fresh = await request('items.refreshDetails', input);
      if (item.value === wanted) details.value = fresh;
    } catch (thrown) {
      if (item.value === wanted) error.value = toAppError(thrown);
    } finally {
      if (item.value === wanted) isRefreshing.value = false;
    }
  }

  function close(): void {
    item.value = null;
    details.value = null;
    error.value = null;
  }

  async function openInBrowser(wanted: Item): Promise<void> {
    if (accounts.currentId === null) return;
    try {
      const ref = { type: wanted.type, id: wanted.id };
      await request('items.openInBrowser', { accountId: accounts.currentId, item: ref });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  watch(
    () => selection.latest,
    (latest) => {
      if (item.value && latest) void open(latest);
    },
  );
  watch(() => accounts.currentId, close);

  return { item, details, error, isRefreshing, open, load, close, openInBrowser };
});
