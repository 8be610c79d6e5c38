import type { Item } from '../../../shared/items.ts';
import { say, type Sentence } from '../../i18n.ts';

// Keyed by Roblox asset type id; what is not listed is worded by its item type.
const assetTypes: Readonly<Record<number, Sentence>> = {
  1: 'itemTypes.image',
  2: 'itemTypes.tShirt',
  3: 'itemTypes.audio',
  4: 'itemTypes.mesh',
  8: 'itemTypes.head',
  9: 'itemTypes.place',
  10: 'itemTypes.model',
  11: 'itemTypes.shirt',
  12: 'itemTypes.pants',
  13: 'itemTypes.decal',
  17: 'itemTypes.classicHead',
  18: 'itemTypes.classicFace',
  19: 'itemTypes.gear',
  21: 'itemTypes.badge',
  24: 'itemTypes.animation',
  32: 'itemTypes.package',
  34: 'itemTypes.pass',
  38: 'itemTypes.plugin',
  40: 'itemTypes.mesh',
  41: 'itemTypes.hair',
  42: 'itemTypes.face',
  43: 'itemTypes.neck',
  44: 'itemTypes.shoulder',
  45: 'itemTypes.front',
  46: 'itemTypes.back',
  47: 'itemTypes.waist',
  61: 'itemTypes.emote',
  62: 'itemTypes.video',
  64: 'itemTypes.tShirt',
  65: 'itemTypes.shirt',
  66: 'itemTypes.pants',
  67: 'itemTypes.jacket',
  68: 'itemTypes.sweater',
  69: 'itemTypes.shorts',
  70: 'itemTypes.shoes',
  71: 'itemTypes.shoes',
  72: 'itemTypes.skirt',
  73: 'itemTypes.font',
  74: 'itemTypes.font',
  79: 'itemTypes.dynamicHead',
};

const byItemType = {
  Asset: 'itemTypes.asset',
  GamePass: 'itemTypes.pass',
  Badge: 'itemTypes.badge',
  Bundle: 'itemTypes.bundle',
  Avatar: 'itemTypes.avatar',
} as const;

/** What assets of a type are called; undefined for a type without a word of its own. */
export function assetTypeName(assetType: number): string | undefined {
  const sentence = assetTypes[assetType];
  return sentence && say(sentence);
}

/** What kind of thing an item is, in a word or two. */
export function itemKindName(item: Item): string {
  const { assetType } = item;
  if (assetType !== null && assetType >= 48 && assetType <= 56) return say('itemTypes.animation');
  return say((assetType === null ? undefined : assetTypes[assetType]) ?? byItemType[item.type]);
}
