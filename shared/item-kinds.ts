import type { ItemRef } from './items.ts';
import type { itemTypes } from './locales/en/item-types.ts';

/** What kind of thing an item is: the name of its word in the locale. */
export type ItemKind = keyof typeof itemTypes;

// Keyed by Roblox asset type id; what is not listed is worded by its item type.
const assetTypes: Readonly<Record<number, ItemKind>> = {
  1: 'image',
  2: 'tShirt',
  3: 'audio',
  4: 'mesh',
  8: 'head',
  9: 'place',
  10: 'model',
  11: 'shirt',
  12: 'pants',
  13: 'decal',
  17: 'classicHead',
  18: 'classicFace',
  19: 'gear',
  21: 'badge',
  24: 'animation',
  32: 'package',
  34: 'pass',
  38: 'plugin',
  40: 'mesh',
  41: 'hair',
  42: 'face',
  43: 'neck',
  44: 'shoulder',
  45: 'front',
  46: 'back',
  47: 'waist',
  61: 'emote',
  62: 'video',
  64: 'tShirt',
  65: 'shirt',
  66: 'pants',
  67: 'jacket',
  68: 'sweater',
  69: 'shorts',
  70: 'shoes',
  71: 'shoes',
  72: 'skirt',
  73: 'font',
  74: 'font',
  79: 'dynamicHead',
};

const byItemType = {
  Asset: 'asset',
  GamePass: 'pass',
  Badge: 'badge',
  Bundle: 'bundle',
  Avatar: 'avatar',
} as const;

/** Undefined for an asset type without a word of its own. */
export function assetTypeKind(assetType: number): ItemKind | undefined {
  return assetTypes[assetType];
}

/** `assetType` is null for what is not an asset. */
export function itemKind(type: ItemRef['type'], assetType: number | null): ItemKind {
  if (assetType !== null && assetType >= 48 && assetType <= 56) return 'animation';
  return (assetType === null ? undefined : assetTypes[assetType]) ?? byItemType[type];
}
