import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { Scope } from '../../../shared/accounts.ts';
import type { CollectiblePage } from '../../../shared/collectibles.ts';
import type { RequestInput } from '../../../shared/ipc.ts';
import { mostUnfolded } from '../../../shared/collectible-requests.ts';
import { listen, request } from '../../ipc.ts';
import { useTrailStore } from '../items/trail.store.ts';
import { useShownItems, type ShownItems } from '../items/useShownItems.ts';
import { usePages, type Pages } from '../items/usePages.ts';

export type CopyQuery = Omit<RequestInput<'collectibles.list'>, 'page'>;

export interface CopyListChoices {
  readonly search: () => string;
  readonly sort: () => CopyQuery['sort'];
  /** Whether there is a place for copies below their item. */
  readonly hasFolds: () => boolean;
}

export interface CopyList extends ShownItems {
  readonly pages: Pages<CopyQuery, CollectiblePage>;
  /** Shows the copies of an item below it, or hides them. */
  readonly setUnfolded: (assetId: number, isUnfolded: boolean) => void;
  readonly show: (first: number, last: number) => void;
  readonly isLoading: ComputedRef<boolean>;
  /** What of it is shown, for a view that is come back to. */
  readonly asked: () => CopyQuery;
}

/** What was shown of these collectibles when the page of one was opened; null for who does not come back from there. */
export function keptChoices(scope: Scope): CopyQuery | null {
  const kept = useTrailStore().returningTo()?.choices as Partial<CopyQuery> | null | undefined;
  return kept?.scope === scope && kept.unfolded ? (kept as CopyQuery) : null;
}

/** The copies of a scope, or its items with their copies folded under them, in the order asked for. */
export function useCopyList(
  scope: Scope,
  isGrouped: boolean,
  { search, sort, hasFolds }: CopyListChoices,
): CopyList {
  const kept = keptChoices(scope);
  const unfolded = shallowRef<readonly number[]>(kept?.isGrouped === isGrouped ? kept.unfolded : []);
  const asked = (): CopyQuery => {
    return { scope, search: search(), sort: sort(), isGrouped, unfolded: hasFolds() ? unfolded.value : [] };
  };
  const query: Ref<CopyQuery> = shallowRef(asked());
  const pages = usePages(query, (wanted, page) => request('collectibles.list', { ...wanted, page }));
  const isLoading = computed(() => pages.facts.value === null);
  let inView = { first: 0, last: 0 };

  watch([search, sort, unfolded, hasFolds], () => (query.value = asked()));
  // Where somebody unfolds an item the list goes on as it is, wherever it is scrolled to.
  watch(pages.shown, () => pages.show(inView.first, inView.last));

  function show(first: number, last: number): void {
    inView = { first, last };
    pages.show(first, last);
  }

  function setUnfolded(assetId: number, isUnfolded: boolean): void {
    const others = unfolded.value.filter((id) => id !== assetId);
    // The one unfolded longest ago makes room.
    unfolded.value = isUnfolded ? [...others, assetId].slice(-mostUnfolded) : others;
  }

  onScopeDispose(
    listen('collectibles.changed', ({ accountId }) => {
      if (scope === 'all' || scope === accountId) pages.reload();
    }),
  );

  return { ...useShownItems(pages, () => isLoading.value), pages, setUnfolded, show, isLoading, asked };
}
