import type { ErrorData } from './errors.ts';
import type { ItemRef } from './items.ts';

/** Whether an account has an item: by its lists or by what Roblox said when asked, whichever is newer. */
export interface AccountStanding {
  readonly accountId: number;
  readonly standing: 'owned' | 'notOwned' | 'unknown';
  /** Owned copies, as far as they were seen. */
  readonly copies: number;
  /** Epoch milliseconds of what says so; null for what nothing does. */
  readonly asOf: number | null;
}

/** A part of a package or a bundle. */
export interface ContentsPart {
  /** Roblox's word: an item type, or a kind of part that is nobody's (`UserOutfit`, or one that is new). */
  readonly type: string;
  readonly id: number;
  /** Empty when Roblox has named it nowhere yet. */
  readonly name: string;
  readonly assetType: number | null;
  /** Every account, in the person's order; empty for what cannot be owned. */
  readonly standings: readonly AccountStanding[];
}

export interface ItemContents {
  /** In Roblox's order. */
  readonly parts: readonly ContentsPart[];
  /** Parts Roblox sent that could not be read: ids that no number holds exactly, or no ids at all. */
  readonly unreadableParts: number;
  /** Epoch milliseconds of Roblox's answer; null for one from before ages were kept, and while there is none. */
  readonly savedAt: number | null;
  /** Epoch milliseconds at which Roblox said that it has the package or bundle no more. */
  readonly goneAt: number | null;
}

/** A package or bundle that is known to contain an item. */
export interface Container extends ItemRef {
  /** Empty when Roblox has named it nowhere yet. */
  readonly name: string;
  readonly assetType: number | null;
  readonly parts: number;
}

/** What an item is made of, and what it is a part of. */
export interface ItemMakeup {
  /** null for what is no package or bundle, or was never asked about. */
  readonly contents: ItemContents | null;
  readonly partOf: readonly Container[];
  /** Why the contents could not be had this time. */
  readonly error: ErrorData | null;
}
