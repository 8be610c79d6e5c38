import type { Hairdo } from './hairdo.ts';
import { bob, spiky, waves } from './loose-hair.ts';
import type { Random } from './random.ts';
import { afro, buns, mohawk, pigtails, ponytail, sweptBack } from './styled-hair.ts';

/** Every hairdo there is. */
export const hairdos = {
  spiky,
  bob,
  waves,
  ponytail,
  buns,
  afro,
  mohawk,
  sweptBack,
  pigtails,
} as const satisfies Readonly<Record<string, Hairdo>>;

export function pickHairdo(random: Random): Hairdo {
  return random.pick(Object.values(hairdos));
}
