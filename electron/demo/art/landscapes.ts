import { castle, city, outerSpace, raceTrack } from './built-world.ts';
import { forest, island, mountains } from './nature.ts';
import type { Variants } from './painter.ts';

/** A patch of world to stand in: what a place shows. */
export const landscapes = {
  mountains,
  city,
  island,
  outerSpace,
  castle,
  forest,
  raceTrack,
} as const satisfies Variants;
