import type { ErrorCode, ErrorData } from './errors.ts';

/** An archived account keeps its library, but is asked about at Roblox no more. */
export type AccountKind = 'signedIn' | 'followed' | 'demo' | 'archived';

/**
 * How it stands with an account's session, which itself is in no type: `opening` while the keychain is read, `kept`
 * there, `thisRun` in memory only, `needed` when the person has to sign in again.
 */
export type SignInState = 'none' | 'opening' | 'kept' | 'thisRun' | 'needed';

export const accountColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type AccountColour = (typeof accountColours)[number];

/** What is on screen: one account, or the union of all. */
export type Scope = number | 'all';

/** Where a scope was left: an address of the window, and pixels scrolled. */
export interface ViewPlace {
  readonly path: string;
  readonly scrollTop: number;
}

/** Whether the account's inventory can be viewed, as far as Roblox has said (can-view-inventory, or the first answer). */
export type Visibility = 'unknown' | 'visible' | 'hidden';

export interface Account {
  /** The Roblox user id. */
  readonly id: number;
  readonly kind: AccountKind;
  readonly username: string;
  readonly displayName: string;
  readonly visibility: Visibility;
  readonly isBanned: boolean;
  /** Whether Roblox says the user exists no more. Its library stays. */
  readonly isGone: boolean;
  /** The person's own name for it. */
  readonly nickname: string | null;
  readonly colour: AccountColour | null;
  /** Whether Satchel may change this account's profile collection: there is a session for it. */
  readonly canEdit: boolean;
  readonly signIn: SignInState;
  /** Why signing in again is needed: only with `needed`. */
  readonly signInReason: ErrorCode | null;
  readonly isRefreshing: boolean;
  /** Epoch milliseconds of the newest completed refresh, null before the first. */
  readonly refreshedAt: number | null;
  /** Epoch milliseconds until Roblox takes this account's requests again; null, or past, when it does. */
  readonly rateLimitedUntil: number | null;
}

export interface AccountsState {
  /** In the person's order, archived ones among them. */
  readonly accounts: readonly Account[];
  /** null while there is no account. */
  readonly scope: Scope | null;
}

/** A sign-in that ended well. */
export interface SignInOutcome {
  readonly accountId: number;
  /** The account was here before: its session was renewed. */
  readonly wasKnown: boolean;
}

/** What became of one line of a pasted list. */
export interface FollowResult {
  readonly text: string;
  readonly accountId: number | null;
  readonly wasKnown: boolean;
  readonly error: ErrorData | null;
}

/** Roblox's item kinds; a place, a package and a hat are all `Asset`. */
export const itemTypes = ['Asset', 'GamePass', 'Badge', 'Bundle', 'Avatar'] as const;
export type ItemType = (typeof itemTypes)[number];

export interface ItemRef {
  readonly type: ItemType;
  readonly id: number;
}

/** What is known of a limited: the account's cheapest-numbered copy and Roblox's recent average price, in Robux. */
export interface LimitedFacts {
  readonly lowestSerial: number | null;
  readonly recentAveragePrice: number | null;
  readonly copiesOnHold: number;
}

/** An account that has an item, in own lists or in the view it was read for. */
export interface ItemOwner {
  readonly accountId: number;
  /** 0 in lists that are not about ownership (favourites). */
  readonly copies: number;
}

/**
 * Which items of a view are wanted by who has them: duplicates (two accounts have it; of one account, more than one
 * copy), or over all accounts those that one account lacks.
 */
export type OwnedFilter = 'any' | 'duplicates' | { readonly missingFrom: number };

/** A thing that can be owned, as one account owns it, or all accounts together. */
export interface Item extends ItemRef {
  readonly name: string;
  /** Roblox asset type id (asset-types.json), null for what is not an asset. */
  readonly assetType: number | null;
  /** Owned copies seen in this category, over all owners; 0 in lists that are not about ownership (favourites). */
  readonly copies: number;
  /** In scope `all` everyone whose list holds it, in the order of the accounts. Empty for one account: it is that one. */
  readonly owners: readonly ItemOwner[];
  readonly creatorName: string | null;
  readonly priceInRobux: number | null;
  readonly limited: LimitedFacts | null;
  /** Of the newest copy, in epoch milliseconds. */ readonly acquiredAt?: number | null;
}

/** One owned instance of an item. */
export interface Copy {
  /** userAssetId for assets; null where Roblox names none. */
  readonly instanceId: number | null;
  readonly serialNumber: number | null;
  /** Epoch milliseconds, null when Roblox did not say. */
  readonly acquiredAt: number | null;
  readonly recentAveragePrice: number | null;
  readonly originalPrice: number | null;
  readonly assetStock: number | null;
  readonly isOnHold: boolean;
}

export interface ItemDetails {
  readonly item: Item;
  readonly copies: readonly Copy[];
  /** null until Roblox has been asked (is-owned). */
  readonly isOwned: boolean | null;
  /** For a package: the assets it contains, and whether this account owns each. */
  readonly packageAssets: readonly PackageAsset[] | null;
  /** Why the package's contents could not be had this time (getPackageAssets is deprecated and may answer 404). */
  readonly packageError: ErrorData | null;
  readonly isInProfileCollection: boolean;
  /** Epoch milliseconds of Roblox's answer, null while only the list's facts are known. */
  readonly savedAt: number | null;
}

export interface PackageAsset {
  readonly id: number;
  /** null when Roblox has named it nowhere yet. */
  readonly name: string | null;
  /** null when Roblox has not been asked and no list has shown it. */
  readonly isOwned: boolean | null;
}

/** Which of Roblox's two category lists an entry comes from. */
export type CategoryList = 'own' | 'favorites';

export interface Category {
  /** `<list>/<type>/<id>/<filter>`: Roblox repeats ids, so only all four together name an entry. */
  readonly key: string;
  readonly name: string;
  readonly list: CategoryList;
  /** Roblox's category type: AssetType, Bundle, Outfit, … (the set may grow). */
  readonly type: string;
  readonly id: number;
  readonly filter: string | null;
  /** Different items in the cache, over all accounts of the scope; null when this category was refreshed for none. */
  readonly itemCount: number | null;
}

export interface CategoryGroup {
  readonly name: string;
  readonly displayName: string;
  readonly categories: readonly Category[];
}

export interface CategoryTree {
  readonly own: readonly CategoryGroup[];
  readonly favorites: readonly CategoryGroup[];
  /** Different items over all own categories; null until every one of them has been fetched for an account. */
  readonly allItemCount: number | null;
  /** Epoch milliseconds, of the oldest tree in scope `all`; null when never fetched. */
  readonly savedAt: number | null;
}

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
  /** `unfiled` is in no collection. */
  readonly filed?: 'inProfileCollection' | 'unfiled';
  /** Whether the accounts of the view have collectible copies of it. */
  readonly isLimited?: boolean;
  /** One copy at least that can be traded, or that is on hold. */
  readonly hold?: 'tradable' | 'onHold';
  /** In Robux: the recent average price, else the price. Items of unknown value are left out. */
  readonly price?: Range;
  /** Epoch milliseconds at which the newest copy was got. Items of unknown age are left out. */
  readonly acquired?: Range;
}

/** A view the person named, to come back to. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** An account that is gone since is kept here: only the person removes a view. */
  readonly scope: Scope;
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  readonly owned: OwnedFilter;
  readonly filter: ItemFilter;
}

/** One page of a view. Pages are numbered from 0 and hold `pageSize` items, the last one fewer. */
export interface ItemPage {
  readonly items: readonly Item[];
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

export interface RefreshOutcome {
  /** False when the cache was fresh enough and Roblox was not asked. */
  readonly wasNeeded: boolean;
  /** In scope `all`: the accounts that failed while at least one did not. */
  readonly failures?: readonly AccountFailure[];
}

/** Why one account of several could not be refreshed. */
export interface AccountFailure {
  readonly accountId: number;
  readonly error: ErrorData;
}

export interface ProfileCollection {
  readonly items: readonly Item[];
  readonly savedAt: number | null;
}

/** What became of one item of an add or a remove. */
export interface CollectionChange {
  readonly item: ItemRef;
  readonly error: ErrorData | null;
}

export type Connectivity = 'online' | 'offline';

export interface AppStatus {
  readonly version: string;
  readonly platform: string;
  readonly connectivity: Connectivity;
  /** Names of damaged files that were set aside in this run; empty ones took their place. */
  readonly filesSetAside: readonly string[];
}

/** What the ledger knows of one endpoint: never a parameter, a header or a body. */
export interface LedgerEntry {
  readonly service: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly calls: number;
  /** HTTP status of the newest answer; null when none arrived. */
  readonly lastStatus: number | null;
  readonly bytes: number;
}
