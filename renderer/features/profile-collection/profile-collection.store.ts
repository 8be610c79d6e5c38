import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { ProfileCollection } from '../../../shared/profile-collection.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { listen, request } from '../../ipc.ts';
import { itemKey } from '../../item-key.ts';
import type { NamedItem } from '../../named-item.ts';
import { useScopedData } from '../../useScopedData.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useAccountsGone } from '../accounts/useAccountsGone.ts';
import { useConnectivityStore } from '../connectivity/connectivity.store.ts';
import { useNoticeStore, type NoticeAction } from '../notices/notice.store.ts';
import { useUndoStore } from '../undo/undo.store.ts';
import { wordAccepted, wordMark, wordSwapped, type WaitsFor } from './change-words.ts';
import { tellRefusals } from './refusal-news.ts';
import { useSwapStore } from './swap.store.ts';

export type ChangeKind = 'add' | 'remove';

/** What is told of others that are not part of a change. */
export interface Rest {
  readonly line: string;
  readonly more: NoticeAction;
}

/** The profile collection of the account on screen, and the one way to change it. */
export const useProfileCollectionStore = defineStore('profileCollection', () => {
  const accounts = useAccountStore();
  const connectivity = useConnectivityStore();
  const notices = useNoticeStore();
  const swaps = useSwapStore();
  const undo = useUndoStore();
  const underWay = shallowRef(0);
  const isChanging = computed(() => underWay.value > 0);
  // All accounts together have no collection: each has its own.
  const { data, error, reload, refresh, forget } = useScopedData<number, ProfileCollection>({
    key: () => accounts.currentId,
    read: (accountId) => request('profileCollection.list', { accountId }),
    refresh: (accountId, isForced) => request('profileCollection.refresh', { accountId, isForced }),
  });
  const collection = computed(() => data.value);
  useAccountsGone(forget);
  tellRefusals();

  const keys = computed(() => new Set(collection.value?.items.map(itemKey)));
  const refusedAssetTypes = computed(() => collection.value?.refusedAssetTypes ?? []);
  /** Words for the marks of items with something under way, by item. */
  const marks = computed(() => {
    const { items = [], refused = [] } = collection.value ?? {};
    return new Map(
      [...items, ...refused].flatMap((item) => {
        const words = wordMark(item.change);
        const isRefused = item.change?.state === 'refused' || item.change?.state === 'parked';
        return words === null ? [] : [[itemKey(item), { words, isRefused }] as const];
      }),
    );
  });

  /** Why the collection cannot be changed now; null when it can. Without a network a change only waits. */
  const obstacle = computed<ErrorCode | null>(() => {
    if (accounts.scope === 'all') return 'accountNotChosen';
    const { current } = accounts;
    const mayWish =
      current?.canEdit === true || current?.signIn === 'needed' || current?.signIn === 'opening';
    return mayWish ? null : 'accountReadOnly';
  });

  /**
   * Adds or removes items, tells how it went, and never throws: behind drag, menu, keyboard and buttons alike. More than
   * the collection is known to take are asked about first. The answer is whether it was accepted.
   */
  function change(kind: ChangeKind, items: readonly NamedItem[], rest?: Rest): Promise<boolean> {
    const accountId = accounts.currentId;
    const news = items.filter((item) => !keys.value.has(itemKey(item)));
    if (kind === 'add' && accountId !== null && !obstacle.value && hasNoRoomFor(news.length))
      return swaps.offer(accountId, news, 'notSent');
    return changeAnyway(kind, items, rest);
  }

  /** The same, whatever the collection is known to take. */
  async function changeAnyway(kind: ChangeKind, items: readonly NamedItem[], rest?: Rest): Promise<boolean> {
    if (items.length === 0) return false;
    const total = formatNumber(items.length);
    const words = kind === 'add' ? 'work.addingToProfile' : 'work.removingFromProfile';
    return carryOut(async (accountId) => {
      const { outcome, isWhole } = await undo.carryOutInParts({
        items,
        word: (done) => say(words, { done: formatNumber(done), total }),
        async send(part, step) {
          const input = { accountId, items: part.map(refOf), ...(step === undefined ? {} : { step }) };
          await request(`profileCollection.${kind}`, input);
          return part;
        },
        join: (before, part) => [...before, ...part],
        tell(made) {
          const told = wordAccepted(kind, made, waitsFor());
          return rest ? { ...told, lines: [...told.lines, rest.line], more: rest.more } : told;
        },
      });
      return isWhole && outcome !== null;
    });
  }

  /** Takes some out so that others have room, as one change. Never throws. The answer is whether it was accepted. */
  function swap(out: readonly NamedItem[], wanted: readonly NamedItem[]): Promise<boolean> {
    return carryOut(async (accountId) => {
      const waiting = await undo.carryOut(
        () => request('profileCollection.swap', { accountId, out: out.map(refOf), in: wanted.map(refOf) }),
        () => wordSwapped(out, wanted, waitsFor()),
      );
      return waiting !== null;
    });
  }

  /** A second change while the first is on its way comes after it: it is none that nobody asked for. */
  async function carryOut(change: (accountId: number) => Promise<boolean>): Promise<boolean> {
    const accountId = accounts.currentId;
    if (obstacle.value || accountId === null) {
      notices.showError(
        new AppError(obstacle.value ?? 'accountNotChosen', 'The collection cannot be changed'),
      );
      return false;
    }
    underWay.value += 1;
    const isAccepted = await change(accountId);
    underWay.value -= 1;
    await reload();
    return isAccepted;
  }

  function hasNoRoomFor(count: number): boolean {
    const { items = [], limit = null } = collection.value ?? {};
    return limit !== null && count > 0 && items.length + count > limit;
  }

  function waitsFor(): WaitsFor {
    if (accounts.current?.signIn === 'needed') return 'signIn';
    return connectivity.isOffline ? 'network' : 'nothing';
  }

  listen('profileCollection.changed', ({ accountId }) => {
    if (accountId === accounts.currentId) void reload();
  });

  return {
    collection,
    error,
    keys,
    refusedAssetTypes,
    marks,
    obstacle,
    isChanging,
    change,
    changeAnyway,
    swap,
    refreshState: refresh.state,
    refresh: refresh.run,
  };
});

// The contract takes no more facts of an item than which one it is.
function refOf({ type, id }: ItemRef): ItemRef {
  return { type, id };
}
