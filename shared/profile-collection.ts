import type { ErrorData } from './errors.ts';
import type { Item, ItemRef } from './items.ts';

export interface ProfileCollection {
  readonly items: readonly Item[];
  readonly savedAt: number | null;
}

/** What became of one item of an add or a remove. */
export interface CollectionChange {
  readonly item: ItemRef;
  readonly error: ErrorData | null;
}
