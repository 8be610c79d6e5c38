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
