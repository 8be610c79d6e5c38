import {
  Archive,
  Bookmark,
  Coins,
  Crown,
  Flame,
  Folder,
  FolderSearch,
  Gem,
  Ghost,
  Gift,
  Glasses,
  Heart,
  Leaf,
  Map as MapSheet,
  Music,
  Shirt,
  Star,
  Sword,
  Trophy,
} from '@lucide/vue';
import type { Component } from 'vue';
import type { Collection, CollectionColour, CollectionIcon } from '../../../shared/collections.ts';

const icons: Readonly<Record<CollectionIcon, Component>> = {
  folder: Folder,
  star: Star,
  heart: Heart,
  crown: Crown,
  shirt: Shirt,
  glasses: Glasses,
  gem: Gem,
  sword: Sword,
  gift: Gift,
  flame: Flame,
  ghost: Ghost,
  leaf: Leaf,
  music: Music,
  map: MapSheet,
  trophy: Trophy,
  coins: Coins,
  bookmark: Bookmark,
  archive: Archive,
};

/** The icon of a name; of none that of what fills the collection. */
export function iconOf(icon: CollectionIcon | null, isSmart = false): Component {
  if (icon !== null) return icons[icon];
  return isSmart ? FolderSearch : Folder;
}

/** How a collection is drawn: its icon and, as CSS has it, the colour of that. */
export function faceOf({ icon, colour, view }: Pick<Collection, 'icon' | 'colour' | 'view'>): {
  readonly icon: Component;
  readonly colour: string | undefined;
} {
  return { icon: iconOf(icon, view !== null), colour: colour === null ? undefined : colourOf(colour) };
}

/** As CSS has it. */
export function colourOf(colour: CollectionColour): string {
  return `var(--account-${colour})`;
}
