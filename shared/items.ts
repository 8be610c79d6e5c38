/** Roblox's item kinds; a place, a package and a hat are all `Asset`. */
export const itemTypes = ['Asset', 'GamePass', 'Badge', 'Bundle', 'Avatar'] as const;
export type ItemType = (typeof itemTypes)[number];

/** Roblox names kinds of things that are no items, and new ones at any time. */
export function isItemType(type: string): type is ItemType {
  return itemTypes.some((known) => known === type);
}

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

/** A thing that can be owned, as one account owns it, or all accounts together. */
export interface Item extends ItemRef {
  readonly name: string;
  /** Roblox asset type id (asset-types.json), null for what is not an asset. */
  readonly assetType: number | null;
  /** Owned copies seen in this category, over all owners; 0 in lists that are not about ownership (favourites). */
  readonly copies: number;
  /** In scope `all` everyone whose list holds it, in the order of the accounts. Empty for one account: it is that one. */
  readonly owners: readonly ItemOwner[];
  /** Of lists that are not about ownership (favourites): who of the scope owns it all the same, by their own lists. */
  readonly ownedBy?: readonly ItemOwner[];
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

/** Roblox names no copies of a bundle or a badge: that there is one is all there is to say. */
export function isNamedCopy({ instanceId, serialNumber, acquiredAt }: Copy): boolean {
  return instanceId !== null || serialNumber !== null || acquiredAt !== null;
}

export interface ItemDetails {
  readonly item: Item;
  readonly copies: readonly Copy[];
  /** By its lists or by what Roblox said when asked, whichever is newer; null while nothing says. */
  readonly isOwned: boolean | null;
  readonly isInProfileCollection: boolean;
  /** Epoch milliseconds of what says whether it is owned; null while nothing does. */
  readonly savedAt: number | null;
}
