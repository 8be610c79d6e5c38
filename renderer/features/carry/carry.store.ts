import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { Item } from '../../../shared/items.ts';
import { formatNumber } from '../../format.ts';
import { say } from '../../i18n.ts';
import { useAccountStore } from '../accounts/account.store.ts';
import { useCollectionStore } from '../collections/collection.store.ts';
import { readShares } from '../collections/read-shares.ts';
import { useSelectionStore } from '../items/selection.store.ts';
import { useListAccount } from '../items/useListAccount.ts';
import { useNoticeStore } from '../notices/notice.store.ts';
import { useProfileCollectionStore } from '../profile-collection/profile-collection.store.ts';
import { pairOf, type Pair } from './drags.ts';
import { judgeCollection } from './judge-collection.ts';
import { judgeItems, type ItemLoad } from './judge-items.ts';
import type { Load, Place, Point } from './load.ts';
import { refuse, type Verdict } from './verdict.ts';
import { usePutDown } from './usePutDown.ts';

/** The place under the pointer. */
interface Over {
  readonly place: Place;
  readonly point: Point;
  readonly wantsCopy: boolean;
}

/**
 * What is being carried, by a drag or in the hand, where it could go, and the one action that puts it there: behind
 * drags, clicks and keys alike.
 */
export const useCarryStore = defineStore('carry', () => {
  const accounts = useAccountStore();
  const collections = useCollectionStore();
  const notices = useNoticeStore();
  const selection = useSelectionStore();
  const profile = useProfileCollectionStore();
  const lists = useListAccount();
  /** What the mouse drags now. */
  const dragged = shallowRef<Load | null>(null);
  /** What was picked up, until it is put down or put back. */
  const inHand = shallowRef<Load | null>(null);
  /** Whether what is in hand stays where it was taken from as well. */
  const isCopy = shallowRef(false);
  const over = shallowRef<Over | null>(null);
  /** What was put somewhere last, so that it can be shown there. */
  const landed = shallowRef<Load | null>(null);
  /** For those who cannot see it. */
  const news = shallowRef('');
  const shares = shallowRef<ReadonlyMap<number, number>>(new Map());
  const load = computed(() => dragged.value ?? inHand.value);
  const name = computed(() => (inHand.value ? nameOf(inHand.value) : ''));

  function isOwned({ ownedBy, owners }: Item, { scope, from }: ItemLoad): boolean {
    // A favourite is in its list whether it is owned or not.
    if (ownedBy) return ownedBy.some(({ accountId }) => accountId === accounts.currentId);
    // A list of one account names no owners, and a collection all there are.
    if (owners.length === 0) return from.kind !== 'collection' && scope === accounts.scope;
    return owners.some(({ accountId }) => accountId === accounts.currentId);
  }

  function obstacleOf({ scope }: ItemLoad): string | null {
    return lists.obstacleOf(scope === 'all' ? null : scope);
  }

  const facts = {
    ...{ find: collections.find, childrenOf: collections.childrenOf, pathOf: collections.pathOf },
    get shares() {
      return shares.value;
    },
    get profile() {
      const { keys, obstacle, refusedAssetTypes } = profile;
      return { keys, obstacle, obstacleOf, refusedAssetTypes, isOwned };
    },
  };
  const carryOut = usePutDown(facts);
  /** Where the load is held, and what would become of it there: a pointer that rests is told of what comes in later. */
  const hovered = computed(() => {
    if (!over.value || !load.value) return null;
    const { place, point, wantsCopy } = over.value;
    return { place, point, verdict: judge(place, wantsCopy) };
  });

  /** What would become of the load at a place; `wantsCopy` leaves items where they are as well. */
  function judge(place: Place, wantsCopy = isCopy.value): Verdict {
    const now = load.value;
    if (!now) return refuse('');
    const pair = pairOf(now, place);
    if (!pair) return refuse(say(now.kind === 'items' ? 'carry.onlyCollections' : 'carry.onlyItems'));
    if (pair.kind === 'items') return judgeItems(pair.load, pair.place, wantsCopy, facts);
    return judgeCollection(pair.load.id, pair.place, facts);
  }

  function pickUp(picked: Load, wantsCopy = false): void {
    inHand.value = picked;
    isCopy.value = wantsCopy;
    over.value = null;
    news.value = say('carry.pickedUp', { what: nameOf(picked) });
  }

  /** Lets go of what is in hand: it stays where it was. */
  function putBack(): void {
    if (!inHand.value) return;
    inHand.value = null;
    over.value = null;
    news.value = say('carry.putBack');
  }

  function startDrag(picked: Load): void {
    inHand.value = null;
    dragged.value = picked;
  }

  function endDrag(): void {
    dragged.value = null;
    over.value = null;
  }

  function hover(place: Place | null, point: Point, wantsCopy = isCopy.value): void {
    over.value = place && load.value ? { place, point, wantsCopy } : null;
  }

  function leave(): void {
    over.value = null;
  }

  /** Says what would become of it at a place that was reached by the keyboard. */
  function announce(place: Place): void {
    if (inHand.value) news.value = judge(place).words;
  }

  /** Whether it is there now. Otherwise the reason was told; what is in hand stays in hand, for another place. */
  async function putDown(place: Place, wantsCopy = isCopy.value): Promise<boolean> {
    const now = load.value;
    if (!now) return false;
    const verdict = judge(place, wantsCopy);
    const pair = pairOf(now, place);
    over.value = null;
    if (!verdict.isAllowed || !pair) {
      notices.show('neutral', verdict.words);
      return false;
    }
    const wasInHand = inHand.value === now;
    // A second click while the first one is under way is not for this load any more.
    if (wasInHand) inHand.value = null;
    const isDone = await carryOut(pair, verdict.isCopy);
    if (isDone) {
      landed.value = now;
      if (hasLeft(pair, verdict.isCopy)) selection.clear();
    } else if (wasInHand) inHand.value ??= now;
    return isDone;
  }

  function tellNowhere(): void {
    notices.show('neutral', say('carry.nowhere'), [say('carry.nowhereHint')]);
  }

  function nameOf(carried: Load): string {
    if (carried.kind === 'items') {
      const { length } = carried.items;
      return say('carry.items', { number: formatNumber(length) }, length);
    }
    return say('carry.collection', { name: collections.find(carried.id)?.name ?? '' });
  }

  // Which collections have them is there by the time the pointer has reached one, and kept true: an undo may change it.
  watch([load, () => collections.collections], async ([now], [before]) => {
    if (now !== before) shares.value = new Map();
    if (now?.kind !== 'items') return;
    const known = await readShares(now.items).catch(() => new Map<number, number>());
    if (now === load.value) shares.value = known;
  });

  // What is in the trash is in hand no longer, and nothing can be moved out of it.
  watch(
    () => collections.collections,
    () => {
      const now = inHand.value;
      if (now?.kind === 'collection' && !collections.find(now.id)) inHand.value = null;
      if (now?.kind !== 'items' || now.from.kind !== 'collection' || collections.find(now.from.id)) return;
      inHand.value = { ...now, from: { kind: 'library' } };
    },
  );

  return {
    ...{ dragged, inHand, isCopy, hovered, landed, news, load, name },
    ...{ judge, pickUp, putBack, startDrag, endDrag, hover, leave, announce, tellNowhere, putDown },
  };
});

/** Whether items are not in the list any more that they were taken from: they cannot stay selected in it. */
function hasLeft(pair: Pair, isCopied: boolean): boolean {
  if (pair.kind !== 'items' || isCopied) return false;
  const { from } = pair.load;
  if (from.kind === 'library') return false;
  return !(from.kind === 'collection' && pair.place.kind === 'among' && from.id === pair.place.id);
}
