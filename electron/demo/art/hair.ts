import { shade } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Hairdo } from './hairdo.ts';
import { hairdos } from './hairdos.ts';
import type { Painter, Variants } from './painter.ts';
import { pickHair } from './palette.ts';
import { box } from './shapes.ts';

const wig =
  (hairdo: Hairdo): Painter =>
  (canvas, palette, random) => {
    const colour = random.chance(0.65) ? pickHair(random) : palette.main;
    const skin = random.pick(MANNEQUINS);
    canvas.ground(50, 94, 30);
    canvas.placed(-1, 4, 1.02, () => {
      hairdo.back(canvas, colour, palette.accent);
      canvas.solid(box(43, 72, 14, 16, 5), shade(skin, 0.16), { puff: 4 });
      canvas.solid(box(28, 30, 44, 47, 16), skin, { puff: 8, gloss: 0.2 });
      hairdo.front(canvas, colour, palette.accent);
    });
  };

// Hair shown on nothing looks like a lost glove; a featureless head keeps the eye on the hair.
const MANNEQUINS: readonly Colour[] = [0xdfe3ea, 0xe9e2d8, 0xcfd6e0, 0xd9d2dc];

/** Hair, on a mannequin's head. */
export const hair = {
  spiky: wig(hairdos.spiky),
  bob: wig(hairdos.bob),
  waves: wig(hairdos.waves),
  ponytail: wig(hairdos.ponytail),
  buns: wig(hairdos.buns),
  afro: wig(hairdos.afro),
  mohawk: wig(hairdos.mohawk),
  sweptBack: wig(hairdos.sweptBack),
  pigtails: wig(hairdos.pigtails),
} as const satisfies Variants;
