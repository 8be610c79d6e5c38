import type { ItemRef } from './items.ts';

/** What can happen to an item of an account between two refreshes, in the order the timeline tells it. */
export const timelineKinds = ['lost', 'gained', 'moved', 'repriced'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** What became of one item, as it is told. */
export type TimelineChange =
  | {
      readonly kind: 'lost' | 'gained';
      readonly copies: number;
      /** Lowest first; only the first few of very many. */
      readonly serials: readonly number[];
      /** Copies the account has besides these. */
      readonly others: number;
    }
  | {
      readonly kind: 'moved';
      /** Names of the categories it left, and of those it stands in now. */
      readonly from: readonly string[];
      readonly to: readonly string[];
    }
  | {
      readonly kind: 'repriced';
      /** Whether it is the recent average price of a limited, not what it is sold for. */
      readonly isAverage: boolean;
      /** Robux. */
      readonly from: number;
      readonly to: number;
    };

/** An item as the timeline remembers it, whatever became of the cache or of the item itself. */
export interface TimelineItem extends ItemRef {
  readonly name: string;
  readonly assetType: number | null;
  /** Whether Roblox says that the item itself exists no more. */
  readonly isDeleted: boolean;
}

export interface TimelineEntry {
  readonly id: number;
  readonly item: TimelineItem;
  readonly change: TimelineChange;
}

/** What one refresh of one account brought. A long one goes on over several pages under the same id. */
export interface TimelineRefresh {
  readonly id: number;
  readonly accountId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many items of each kind it tells of in all, whatever is filtered. */
  readonly counts: Readonly<Record<TimelineKind, number>>;
  readonly entries: readonly TimelineEntry[];
}

/** The last entry of a page: the next one begins after it. */
export interface TimelineCursor {
  readonly refreshId: number;
  readonly entryId: number;
}

/** Newest refresh first. */
export interface TimelinePage {
  readonly refreshes: readonly TimelineRefresh[];
  /** null at the end. */
  readonly next: TimelineCursor | null;
}

/** Items gone from an account in one refresh, told until somebody dismisses it. */
export interface LossAlert {
  readonly refreshId: number;
  readonly accountId: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Different items. */
  readonly items: number;
  /** Of the first few, those of most worth first. */
  readonly names: readonly string[];
}
