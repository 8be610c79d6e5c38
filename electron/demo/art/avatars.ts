import type { Canvas } from './canvas.ts';
import { glow, mix, see, shade, tint, vertical } from './colour.ts';
import type { Colour } from './colour.ts';
import { drawExpression } from './expressions.ts';
import { pickHairdo } from './hairdos.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER, pickHair, pickSkin } from './palette.ts';
import { path } from './path.ts';
import { bothSides, box, cut, ellipse, star } from './shapes.ts';

const BACKDROPS: readonly (readonly [Colour, Colour])[] = [
  [0x8fd3f4, 0x5b8def],
  [0xffd1a9, 0xf28aa0],
  [0xc9f2c7, 0x58b999],
  [0xd9c7ff, 0x8a78e8],
  [0xffe39a, 0xf5a653],
  [0xffc4dd, 0xc77be0],
  [0xb8e6e1, 0x3f9aa8],
  [0xd4dbe8, 0x7f8fb0],
];

const portrait: Painter = (canvas, palette, random) => {
  const [from, to] = random.pick(BACKDROPS);
  const skin = pickSkin(random);
  const colour = random.chance(0.75) ? pickHair(random) : palette.second;
  const hairdo = pickHairdo(random);
  const disc = ellipse(50, 50, 49);
  canvas.fill(disc, vertical(from, to, 0, 100));
  canvas.within(disc, () => {
    canvas.fill(ellipse(50, 38, 46), glow(PAPER, 0.5, 50, 38, 46));
    if (random.chance(0.4)) canvas.fill(star(50, 52, 80, 26, 12), see(PAPER, 0.13));
    canvas.placed(-1, 3, 1.02, () => {
      hairdo.back(canvas, colour, palette.accent);
      drawShoulders(canvas, palette.main, palette.accent, skin, random.pick(['crew', 'collar', 'hood']));
      canvas.solid(box(28, 30, 44, 47, 15), skin, { puff: 7, gloss: 0.15 });
      drawExpression(canvas, random, mix(palette.main, palette.dark, 0.3));
      hairdo.front(canvas, colour, palette.accent);
    });
  });
};

function drawShoulders(
  canvas: Canvas,
  cloth: Colour,
  accent: Colour,
  skin: Colour,
  collar: 'crew' | 'collar' | 'hood',
): void {
  if (collar === 'hood') canvas.solid(ellipse(50, 80, 30, 14), shade(cloth, 0.22), { puff: 8 });
  canvas.solid(path('M12 110 C12 86 24 81 40 80 H60 C76 81 88 86 88 110 Z'), cloth, { puff: 8, gloss: 0 });
  canvas.solid(box(41, 70, 18, 15, 6), shade(skin, 0.12), { puff: 4 });
  if (collar === 'crew')
    canvas.solid(cut(ellipse(50, 80, 14, 9), ellipse(50, 77, 11, 8)), accent, { puff: 2, cast: 0.1 });
  else
    bothSides((turn) =>
      canvas.solid(turn(path('M40 78 L50 87 L42 95 L33 82 Z')), tint(cloth, collar === 'hood' ? 0.12 : 0.4), {
        puff: 3,
      }),
    );
}

/** A person's head and shoulders on a disc. */
export const avatars = { portrait } as const satisfies Variants;
