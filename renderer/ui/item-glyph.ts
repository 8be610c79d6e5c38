import {
  AudioLines,
  Award,
  Box,
  Clapperboard,
  Crown,
  Footprints,
  Glasses,
  Image,
  Laugh,
  Map as MapGlyph,
  Package,
  PersonStanding,
  Plug,
  Scissors,
  Shirt,
  Sparkles,
  Swords,
  Ticket,
  Type,
  User,
} from '@lucide/vue';
import type { Component } from 'vue';
import type { ItemType } from '../../shared/items.ts';

const byItemType: Readonly<Partial<Record<ItemType, Component>>> = {
  GamePass: Ticket,
  Badge: Award,
  Bundle: Package,
  Avatar: User,
};

// Keyed by Roblox asset type id.
const byAssetType: ReadonlyMap<number, Component> = new Map([
  [1, Image],
  [2, Shirt],
  [3, AudioLines],
  [8, Crown],
  [9, MapGlyph],
  [10, Box],
  [11, Shirt],
  [12, Shirt],
  [13, Image],
  [17, User],
  [18, Laugh],
  [19, Swords],
  [21, Award],
  [24, PersonStanding],
  [32, Package],
  [34, Ticket],
  [38, Plug],
  [40, Box],
  [41, Scissors],
  [42, Glasses],
  [61, PersonStanding],
  [62, Clapperboard],
  [70, Footprints],
  [71, Footprints],
  [73, Type],
  [74, Type],
]);

/** The picture that stands for an item without one. */
export function itemGlyph(type: ItemType, assetType: number | null): Component {
  const glyph = assetType === null ? undefined : byAssetType.get(assetType);
  return glyph ?? byItemType[type] ?? Sparkles;
}
