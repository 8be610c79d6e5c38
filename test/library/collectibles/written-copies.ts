import type { CollectibleCopy } from '../../../electron/library/collectibles/collectibles.ts';
import type { Library } from '../../../electron/library/library.ts';

/** A copy of asset `assetId`, of which nothing is known but what is given. */
export function copyOf(
  assetId: number,
  instanceId: number,
  facts: Partial<CollectibleCopy> = {},
): CollectibleCopy {
  return {
    ...{ assetId, instanceId, name: `Limited ${assetId}`, serialNumber: null, recentAveragePrice: null },
    ...{ originalPrice: null, assetStock: null, isOnHold: false, ...facts },
  };
}

/** Writes the collectible copies of an account as a refresh does, and keeps the day unless told otherwise. */
export function readCopies(
  library: Library,
  accountId: number,
  copies: readonly CollectibleCopy[],
  { at, unreadable = 0, keeps = true }: { at: number; unreadable?: number; keeps?: boolean },
): void {
  library.collectibles.begin(accountId, at);
  library.collectibles.commitPage(accountId, { rows: copies, unreadableRows: unreadable, nextCursor: null });
  library.collectibles.publish(accountId, at);
  if (keeps) library.collectibleDays.keep(accountId, true);
}

/** The evening of a day counted from the first of March 2026. */
export function evening(day: number): number {
  return new Date(2026, 2, 1 + day, 20).getTime();
}
