import type { Scope } from './accounts.ts';
import type { Item, ItemType } from './items.ts';

/**
 * Which items of a view are wanted by who has them: duplicates (two accounts have it; of one account, more than one
 * copy), or over all accounts those that one account lacks.
 */
export type OwnedFilter = 'any' | 'duplicates' | { readonly missingFrom: number };

/**
 * `relevance` is how well a name fits the search, and `newest` where there is none. `serial` is the lowest first, items
 * without one last. Value is the recent average price, else the price; unknown comes last in both directions.
 */
export const itemSorts = [
  'relevance',
  'newest',
  'oldest',
  'nameAscending',
  'nameDescending',
  'serial',
  'valueDescending',
  'valueAscending',
  'category',
] as const;
export type ItemSort = (typeof itemSorts)[number];

/** Inclusive on both ends; null leaves an end open. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** Which items of a view are wanted by what they are. All that is given must hold; what is absent leaves nothing out. */
export interface ItemFilter {
  /** Category keys: of use in all items and in saved views. */
  readonly categories?: readonly string[];
  readonly types?: readonly ItemType[];
  /** Account ids, of which one at least has the item: of use in scope `all`. */
  readonly ownedBy?: readonly number[];
  /** `unfiled` is in no collection, neither a local one nor the profile collection of an account of the view. */
  readonly filed?: 'inProfileCollection' | 'unfiled';
  /** Ids of local collections, of which one at least has the item itself. */
  readonly collections?: readonly number[];
  /** Whether the accounts of the view have collectible copies of it. */
  readonly isLimited?: boolean;
  /** One copy at least that can be traded, or that is on hold. */
  readonly hold?: 'tradable' | 'onHold';
  /** In Robux: the recent average price, else the price. Items of unknown value are left out. */
  readonly price?: Range;
  /** Epoch milliseconds at which the newest copy was got. Items of unknown age are left out. */
  readonly acquired?: Range;
}

/** What a view shows, whatever it is called: asked for anew each time with `items.list`. */
export interface ViewContent {
  /** An account that is gone since is kept here: only the person removes a view. */
  readonly scope: Scope;
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  readonly owned: OwnedFilter;
  readonly filter: ItemFilter;
}

/** A view the person named, to come back to. */
export interface SavedView extends ViewContent {
  readonly id: number;
  readonly name: string;
}

/** One page of a list. Pages are numbered from 0 and hold `pageSize` rows, the last one fewer. */
export interface ListPage<Row extends Item> {
  readonly items: readonly Row[];
  readonly page: number;
  readonly total: number;
  /**
   * Epoch milliseconds when the refresh behind these items was complete, the oldest one in scope `all`; null while a
   * first one is still to come. An account that shows its inventory to nobody, or is asked no more, is not waited for.
   */
  readonly savedAt: number | null;
  /** In scope `all`: the accounts none of whose items are known here, because no refresh of them was ever complete. */
  readonly accountsUnknown: readonly number[];
  /** Rows Roblox sent that could not be read in that refresh; they are counted, never shown. */
  readonly unreadableRows: number;
}

/** One page of a view. */
export type ItemPage = ListPage<Item>;
