import type { AccountStanding, ItemMakeup } from './contents.ts';
import type { CollectionItem } from './collections.ts';
import type { ErrorData } from './errors.ts';
import { isNamedCopy, type Copy } from './items.ts';

/** One item as one account has it, or has it not. */
export interface AccountItem extends AccountStanding {
  /** Its copies, as far as Roblox or a list named them. */
  readonly instances: readonly Copy[];
  readonly isInProfileCollection: boolean;
  /** Why Roblox could not be asked this time. */
  readonly error: ErrorData | null;
}

/**
 * An account's copies one by one, and one line for those that nobody named, or for none at all: null where nothing says how
 * many. The numbers add up to what the account has.
 */
export function holdingsOf({ standing, copies, instances }: AccountItem): readonly Holding[] {
  const named = instances.filter(isNamedCopy);
  const rest = copies - named.length;
  const lines = named.map((copy) => ({ copies: 1, copy }));
  if (rest <= 0 && lines.length > 0) return lines;
  return [...lines, { copies: standing === 'unknown' ? null : Math.max(0, rest), copy: null }];
}

export interface Holding {
  readonly copies: number | null;
  readonly copy: Copy | null;
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
