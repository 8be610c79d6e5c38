import { balloon, boombox, camera, pizza, potion, skateboard } from './gadgets.ts';
import type { Variants } from './painter.ts';
import { axe, bow, hammer, raygun, sword, wand } from './weapons.ts';

/** Things held in the hand. */
export const gear = {
  sword,
  hammer,
  wand,
  skateboard,
  bow,
  potion,
  axe,
  boombox,
  balloon,
  raygun,
  pizza,
  camera,
} as const satisfies Variants;
