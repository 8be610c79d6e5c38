import type { AccountStanding, ItemMakeup } from './contents.ts';
import type { CollectionItem } from './collections.ts';
import type { ErrorData } from './errors.ts';
import type { Copy } from './items.ts';

/** One item as one account has it, or has it not. */
export interface AccountItem extends AccountStanding {
  /** Its copies, as far as Roblox or a list named them. */
  readonly instances: readonly Copy[];
  readonly isInProfileCollection: boolean;
  /** Why Roblox could not be asked this time. */
  readonly error: ErrorData | null;
}

/** Everything known of one item, over all accounts. */
export interface ItemOverview {
  /** What the cache knows of it, else what was kept. */
  readonly item: CollectionItem;
  /** Whether anything at all is known of it: a name, an owner, what it contains, or that somebody does not own it. */
  readonly isKnown: boolean;
  /** Every account, in the person's order. */
  readonly accounts: readonly AccountItem[];
  readonly makeup: ItemMakeup;
}
