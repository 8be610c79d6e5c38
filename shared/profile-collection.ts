import type { Item } from './items.ts';
import type { OutboxChange } from './outbox.ts';

/** An item of the profile collection, and what is under way with it; null when Roblox has it as it is shown. */
export interface ProfileItem extends Item {
  readonly change: OutboxChange | null;
}

export interface ProfileCollection {
  /** As the person wants them: what waits to be added is here, what waits to be removed is not. */
  readonly items: readonly ProfileItem[];
  /** What Roblox refused to add: shown with its reason, and not in the collection. */
  readonly refused: readonly ProfileItem[];
  /** Changes Roblox is still to hear of. */
  readonly waiting: number;
  /** How many items it takes, as Roblox's refusals have told; null while nothing tells. */
  readonly limit: number | null;
  /** Asset type ids that Roblox has refused lately, whoever's collection it was. */
  readonly refusedAssetTypes: readonly number[];
  readonly savedAt: number | null;
}
