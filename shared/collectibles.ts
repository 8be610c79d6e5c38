import type { Item, ItemRef, LimitedFacts } from './items.ts';
import type { ListPage } from './views.ts';

/** What a list of collectible copies can be in the order of; what is not known comes last either way. */
export const collectibleColumns = [
  'name',
  'account',
  'copies',
  'serial',
  'value',
  'total',
  'original',
  'gain',
  'stock',
  'hold',
] as const;
export type CollectibleColumn = (typeof collectibleColumns)[number];
export type CollectibleSort = `${CollectibleColumn}${'Ascending' | 'Descending'}`;

/** One copy of a limited, or a limited with all its copies. Prices in Robux, null where unknown or beyond belief. */
export interface CollectibleRow extends Item {
  readonly limited: LimitedFacts;
  readonly originalPrice: number | null;
  readonly assetStock: number | null;
  /** null for an item with its copies. */
  readonly copy: CollectibleCopyFacts | null;
  /** Of an item with its copies: whether they stand below it. */
  readonly isUnfolded: boolean;
}

export interface CollectibleCopyFacts {
  readonly accountId: number;
  /** userAssetId. */
  readonly instanceId: number;
}

/** The collectible copies of one account, or of all, in the order asked for. */
export interface CollectiblePage extends ListPage<CollectibleRow> {
  /** Rows that fit the search, without those that are unfolded. */
  readonly found: number;
  /** Different limiteds among them. */
  readonly limiteds: number;
}

/** What copies are worth together. Robux; what has no known price counts in no sum. */
export interface CollectibleSums {
  readonly copies: number;
  /** Different limiteds among them. */
  readonly items: number;
  readonly onHold: number;
  readonly value: number;
  /** Copies whose recent average price is unknown. */
  readonly unpriced: number;
  /** Of the copies whose both prices are known. */
  readonly gain: { readonly copies: number; readonly original: number; readonly value: number };
}

export interface AccountCollectibles extends CollectibleSums {
  readonly accountId: number;
  /** Epoch milliseconds when they were last read whole; null when they never were. */
  readonly savedAt: number | null;
  readonly unreadableRows: number;
}

export interface CollectibleTotals {
  /** In the order of the accounts. */
  readonly accounts: readonly AccountCollectibles[];
  readonly together: CollectibleSums;
}

/** What was kept of one account, day by day: the same place in each list is the same day. Days as `dayOf` counts. */
export interface CollectibleDays {
  readonly accountId: number;
  /** Whether more days of it are to be hoped for. Over all accounts not of one that is archived, hidden or gone. */
  readonly isAwaited: boolean;
  /** Only days with a complete refresh, oldest first. */
  readonly days: readonly number[];
  readonly values: readonly number[];
  readonly copies: readonly number[];
  readonly items: readonly number[];
  readonly unpriced: readonly number[];
}

export interface CollectibleHistory {
  readonly accounts: readonly CollectibleDays[];
  /** Kept days after today by this computer's clock, which was ahead once or is behind now. They are not shown. */
  readonly daysAhead: number;
}

export interface NamedAsset extends ItemRef {
  readonly name: string;
}

/** A limited that was there on both days, at another price. Robux. */
export interface Mover {
  readonly item: NamedAsset;
  /** Those there on both days. */
  readonly copies: number;
  /** Of one copy. Over several accounts that were read on different days: on average. */
  readonly from: number;
  readonly to: number;
  /** Of all these copies. */
  readonly change: number;
  /** Of the price it had; null where that was 0. */
  readonly percent: number | null;
}

/** Copies of a limited that came or went. */
export interface CollectibleExchange {
  readonly item: NamedAsset;
  readonly copies: number;
  /** Robux of one; null where unknown. */
  readonly price: number | null;
  /** Robux of those with a known price, together. */
  readonly value: number;
}

export interface ExchangeSums {
  readonly items: number;
  readonly copies: number;
  readonly value: number;
}

export interface ComparedDays {
  readonly accountId: number;
  readonly from: number;
  readonly to: number;
}

/** Which movers come first: by what all copies gained or lost, or by how much of its price one did. */
export const moverOrders = ['robux', 'percent'] as const;
export type MoverOrder = (typeof moverOrders)[number];

/** What became of collectibles between two days. `before` and the changes below it add up to `after`. */
export interface CollectibleMovers {
  /** The kept days that were compared: of each account those nearest to what was asked for. */
  readonly compared: readonly ComparedDays[];
  /** Accounts of which no two kept days lie there. */
  readonly notCompared: readonly number[];
  /** Whether two kept days of one of those lie somewhere else. */
  readonly isElsewhere: boolean;
  readonly before: number;
  readonly after: number;
  /** Of prices alone, in Robux. */
  readonly repriced: number;
  readonly gained: ExchangeSums;
  readonly lost: ExchangeSums;
  /** What came of prices that were unknown on one of the two days. */
  readonly learnt: number;
  /** How many went up and down; the lists hold the first of them. */
  readonly upCount: number;
  readonly downCount: number;
  readonly up: readonly Mover[];
  readonly down: readonly Mover[];
  readonly gainedItems: readonly CollectibleExchange[];
  readonly lostItems: readonly CollectibleExchange[];
}
