/**
 * Where the demo's ids live. Catalogue facts of all accounts share one cache, so none of these may ever be the id of a
 * real thing: the largest id seen on Roblox is about 1e15, and everything here is above 8e15 and below 2^53.
 */
export const defaultIdBase = 8_000_000_000_000_000;

/** User ids of generated accounts start here. */
export const firstUserId = 9_000_000_000_000_001;

/** Items of one type, numbered from 0, as ids: spread out, because neighbouring ids would be a give-away of order. */
export interface IdRange {
  idOf(index: number): number;
  /** The number of the item with this id; undefined when the id is nobody's. */
  indexOf(id: number): number | undefined;
}

/** How many items of each type the catalogue has. */
export const itemsPerType = 1_000_000;

const stride = 7919;

/** The range of one kind of thing; `slot` tells the kinds apart. */
export function idRange(idBase: number, slot: number): IdRange {
  const first = idBase + slot * 10_000_000_000 + 4271;
  return {
    idOf: (index) => first + index * stride,
    indexOf(id) {
      const index = (id - first) / stride;
      return Number.isInteger(index) && index >= 0 && index < itemsPerType ? index : undefined;
    },
  };
}

/** Slots of what is not an asset; assets use their asset type id, which stays below 1000. */
export const slots = {
  bundle: 1000,
  badge: 1100,
  gamePass: 1200,
  universe: 1300,
  group: 1400,
  outfit: 1500,
  copy: 2000,
} as const;

/** Copies (userAssetIds) of one account: above everything else, in the order in which they were acquired. */
export function firstCopyId(idBase: number, userId: number): number {
  return idBase + 100_000_000_000_000 + (userId % 1000) * 100_000_000_000;
}
