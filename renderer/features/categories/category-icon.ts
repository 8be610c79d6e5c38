import {
  AudioLines,
  Award,
  Box,
  Clapperboard,
  Crown,
  Folder,
  Footprints,
  Image,
  Laugh,
  Layers,
  Map,
  Package,
  PersonStanding,
  Plug,
  Scissors,
  Server,
  Shapes,
  Shirt,
  Smile,
  Ticket,
  Type,
  User,
  VenetianMask,
} from '@lucide/vue';
import type { Component } from 'vue';

// Roblox may rename or add groups at any time: the first word that occurs in a group's name decides.
const byWord: readonly (readonly [string, Component])[] = [
  ['hair', Scissors],
  ['accessor', Crown],
  ['shoe', Footprints],
  ['classicclothing', Shirt],
  ['shirt', Shirt],
  ['top', Layers],
  ['bottom', Layers],
  ['cloth', Shirt],
  ['avataranimation', PersonStanding],
  ['emote', Smile],
  ['head', VenetianMask],
  ['face', Laugh],
  ['bundle', Package],
  ['package', Package],
  ['decal', Image],
  ['model', Box],
  ['plugin', Plug],
  ['animation', Clapperboard],
  ['audio', AudioLines],
  ['mesh', Shapes],
  ['video', Clapperboard],
  ['badge', Award],
  ['pass', Ticket],
  ['privateserver', Server],
  ['server', Server],
  ['place', Map],
  ['font', Type],
  ['avatar', User],
];

/** The picture of a category group, by Roblox's name for it. */
export function categoryIcon(groupName: string): Component {
  const plain = groupName.toLowerCase().replaceAll(/[^a-z]/g, '');
  return byWord.find(([word]) => plain.includes(word))?.[1] ?? Folder;
}
