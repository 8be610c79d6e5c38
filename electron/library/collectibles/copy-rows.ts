import type { CollectibleRow } from '../../../shared/collectibles.ts';
import type { CopyGroup } from './copy-groups.ts';
import type { KnownCopy } from './copy-memory.ts';

/** A copy by itself. Over several accounts it names its owner. */
export function copyRow(copy: KnownCopy, isUnion: boolean): CollectibleRow {
  const { accountId, instanceId } = copy;
  return {
    ...itemOf(copy),
    copies: 1,
    owners: isUnion ? [{ accountId, copies: 1 }] : [],
    limited: {
      lowestSerial: copy.serial,
      recentAveragePrice: copy.price,
      copiesOnHold: Number(copy.isOnHold),
    },
    originalPrice: copy.original,
    assetStock: copy.stock,
    copy: { accountId, instanceId },
    isUnfolded: false,
  };
}

/** An item with all its copies. */
export function groupRow(group: CopyGroup, isUnion: boolean, isUnfolded: boolean): CollectibleRow {
  const byOwner = Map.groupBy(
    group.copies.toSorted((one, other) => one.place - other.place),
    ({ accountId }) => accountId,
  );
  const owners = [...byOwner].map(([accountId, own]) => ({ accountId, copies: own.length }));
  return {
    ...itemOf(group.first),
    copies: group.copies.length,
    owners: isUnion ? owners : [],
    limited: {
      lowestSerial: group.serial,
      recentAveragePrice: group.price,
      copiesOnHold: group.onHold,
    },
    originalPrice: group.original,
    assetStock: group.stock,
    copy: null,
    isUnfolded,
  };
}

function itemOf({ assetId: id, name, assetType }: KnownCopy) {
  return {
    type: 'Asset' as const,
    id,
    name: name || `#${id}`,
    assetType,
    creatorName: null,
    priceInRobux: null,
  };
}
