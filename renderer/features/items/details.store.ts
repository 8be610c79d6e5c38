import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Container, ContentsPart, ItemMakeup } from '../../../shared/contents.ts';
import { toAppError, type AppError } from '../../../shared/errors.ts';
import type { Item, ItemDetails, ItemRef } from '../../../shared/items.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import { request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { bareItem } from './bare-item.ts';
import { useSelectionStore } from './selection.store.ts';
import { useListAccount } from './useListAccount.ts';

/** The item whose details are open. */
export const useDetailsStore = defineStore('details', () => {
  const accounts = useAccountStore();
  const selection = useSelectionStore();
  const notices = useNoticeStore();
  const list = useListAccount();
  const item = shallowRef<Item | null>(null);
  const details = shallowRef<ItemDetails | null>(null);
  /** What it contains and what it is a part of, over all accounts. */
  const makeup = shallowRef<ItemMakeup | null>(null);
  const error = shallowRef<AppError | null>(null);
  const isRefreshing = shallowRef(false);
  const chosenOwner = shallowRef<number | null>(null);

  /** The account of the list it was opened from, where that has one of its own. */
  const listAccount = shallowRef<number | null>(null);

  /** Whose facts are shown: the account of the list, else the one on screen, or over all accounts the chosen owner. */
  const accountId = computed(() => listAccount.value ?? accounts.currentId ?? chosenOwner.value);

  /**
   * Over all accounts as one of its owners has it, or as `owner` does, who may have it no more. `account` is that of a list
   * which is of one account, whoever is on screen.
   */
  async function open(wanted: Item, owner = ownerOf(wanted), account: number | null = null): Promise<void> {
    const isSame = owner === chosenOwner.value && account === listAccount.value;
    if (item.value && itemKey(item.value) === itemKey(wanted) && isSame) return;
    if (!item.value || itemKey(item.value) !== itemKey(wanted)) makeup.value = null;
    item.value = wanted;
    listAccount.value = account;
    details.value = null;
    chosenOwner.value = owner;
    await load();
  }

  /** One that the open one contains or is a part of, as the same account has it, or over all accounts one that does. */
  function openRelated(ref: ItemRef, facts: ContentsPart | Container): Promise<void> {
    const standings = 'standings' in facts && accounts.scope === 'all' ? facts.standings : [];
    const owners = standings.filter(({ standing }) => standing === 'owned');
    const related = bareItem(ref, facts, owners);
    return open(related, ownerOf(related) ?? accountId.value, listAccount.value);
  }

  /** The same from the list on screen. */
  function openFromList(wanted: Item): Promise<void> {
    return open(wanted, ownerOf(wanted), list.account.value);
  }

  /** Going through items stays with one owner for as long as that one has them. */
  function ownerOf({ owners }: Item): number | null {
    const isOwner = owners.some((owner) => owner.accountId === chosenOwner.value);
    return isOwner ? chosenOwner.value : (owners[0]?.accountId ?? null);
  }

  async function chooseOwner(owner: number): Promise<void> {
    if (owner === chosenOwner.value) return;
    chosenOwner.value = owner;
    details.value = null;
    await load();
  }

  /** Shows what is saved at once, then asks Roblox for the rest. */
  async function load(): Promise<void> {
    const wanted = item.value;
    const owner = accountId.value;
    if (!wanted || owner === null) return;
    const input = { accountId: owner, item: { type: wanted.type, id: wanted.id } };
    const isWanted = () => item.value === wanted && accountId.value === owner;
    error.value = null;
    isRefreshing.value = true;
    void loadMakeup(input, isWanted);
    try {
      const saved = await request('items.details', input);
      if (!isWanted()) return;
      details.value = saved;
      const fresh = await request('items.refreshDetails', input);
      if (isWanted()) details.value = fresh;
    } catch (thrown) {
      if (isWanted()) error.value = toAppError(thrown);
    } finally {
      if (isWanted()) isRefreshing.value = false;
    }
  }

  // What cannot be read is not shown: the rest of the details says why.
  async function loadMakeup(input: RequestInput<'items.details'>, isWanted: () => boolean): Promise<void> {
    try {
      const saved = await request('items.makeup', { item: input.item });
      if (!isWanted()) return;
      makeup.value = saved;
      const fresh = await request('items.refreshMakeup', input);
      if (isWanted()) makeup.value = fresh;
    } catch {
      // Left as it was.
    }
  }

  function close(): void {
    item.value = null;
    details.value = null;
    makeup.value = null;
    error.value = null;
  }

  async function openInBrowser(wanted: Item): Promise<void> {
    const owner = list.account.value ?? accounts.currentId ?? ownerOf(wanted) ?? accountId.value;
    if (owner === null) return;
    try {
      const ref = { type: wanted.type, id: wanted.id };
      await request('items.openInBrowser', { accountId: owner, item: ref });
    } catch (thrown) {
      notices.showError(toAppError(thrown));
    }
  }

  watch(
    () => selection.latest,
    (latest) => {
      if (item.value && latest) void openFromList(latest);
    },
  );
  watch(() => accounts.scope, close);

  return {
    item,
    details,
    makeup,
    error,
    isRefreshing,
    accountId,
    open,
    openFromList,
    openRelated,
    chooseOwner,
    load,
    close,
    openInBrowser,
  };
});
