import { see, shade, tint } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER } from './palette.ts';
import { path, smooth, symmetric } from './path.ts';
import { bothSides, box, ellipse, star } from './shapes.ts';

const skater: Painter = (canvas, palette, random) => {
  const skirt = random.pick([
    symmetric('M50 46 H64 C74 60 84 76 90 88 C78 94 64 95 50 95'),
    symmetric('M50 46 H63 C80 52 92 72 94 90 C78 96 64 96 50 96'),
    symmetric('M50 46 H63 C66 62 72 80 76 94 C68 97 58 97 50 97'),
  ]);
  canvas.ground(50, 96, 40, 0.26);
  if (random.chance(0.6))
    bothSides((turn) =>
      canvas.solid(turn(path('M62 14 C74 10 84 18 84 30 C78 36 70 34 66 32 Z')), tint(palette.main, 0.15), {
        puff: 6,
      }),
    );
  canvas.solid(skirt, palette.main, { puff: 9, gloss: 0.12 }, () => {
    for (const [x, end] of [
      [41, 22],
      [47, 40],
      [53, 60],
      [59, 78],
    ] as const)
      canvas.fill(
        path(
          `M${x} 46 C${(x + end) / 2} 64 ${end} 80 ${end} 98 L${end + 8} 98 C${end + 6} 80 ${(x + end) / 2 + 3} 64 ${x} 46 Z`,
        ),
        see(shade(palette.main, 0.6), 0.26),
      );
    if (random.chance(0.5))
      for (let index = 0; index < 15; index++)
        canvas.fill(
          glyph(
            random.pick(['flower', 'star', 'heart']),
            14 + ((index * 31) % 74),
            58 + ((index * 13) % 36),
            3.8,
          ),
          palette.light,
          0.9,
        );
    canvas.fill(path('M0 88 C30 98 70 98 100 88 V100 H0 Z'), palette.accent);
  });
  const bodice = symmetric('M50 22 C55 22 59 18 61 8 H67 C66 18 67 24 68 30 C67 38 65 44 64 50 H50');
  canvas.solid(bodice, random.chance(0.5) ? palette.second : palette.main, { puff: 6, gloss: 0.15 });
  canvas.solid(path('M36 44 C44 48 56 48 64 44 L64.6 51 C56 55 44 55 35.4 51 Z'), palette.accent, {
    puff: 3,
  });
  if (random.chance(0.6)) {
    bothSides((turn) =>
      canvas.solid(turn(path('M50 48 C56 40 66 40 66 44 V53 C64 57 56 56 50 50 Z')), palette.accent, {
        puff: 3,
      }),
    );
    canvas.solid(ellipse(50, 48.6, 3), tint(palette.accent, 0.3), { puff: 2.4 });
  }
};

const gown: Painter = (canvas, palette, random) => {
  canvas.ground(50, 97, 44, 0.26);
  const tiers = [
    palette.main,
    tint(palette.main, 0.22),
    random.chance(0.5) ? palette.second : tint(palette.main, 0.42),
  ];
  tiers.toReversed().forEach((colour, index) => {
    const tier = 2 - index;
    const foot = 62 + tier * 16;
    const reach = 22 + tier * 10;
    const outline = [50 - 11, 44, 50 + 11, 44, 50 + reach, foot];
    for (let step = 1; step < 8; step++)
      outline.push(50 + reach - (step * reach) / 4, foot + (step % 2 === 0 ? 1 : 5));
    outline.push(50 - reach, foot);
    canvas.solid(smooth(outline), colour, { puff: 7, gloss: 0.15 });
  });
  canvas.solid(symmetric('M50 24 C54 14 60 14 65 20 C66 30 63 40 61 50 H50'), palette.second, {
    puff: 6,
    gloss: 0.3,
  });
  canvas.solid(box(37, 44, 26, 6.5, 3), palette.accent, { puff: 3, gloss: 0.5 });
  canvas.solid(glyph(random.pick(['flower', 'heart', 'gem']), 50, 47, 6), palette.light, {
    puff: 2,
    gloss: 0.6,
  });
};

// Three points of light are enough to make a cloth look woven with glitter.
const partyDress: Painter = (canvas, palette, random) => {
  skater(canvas, palette, random);
  for (const [x, y] of [
    [32, 70],
    [66, 64],
    [54, 84],
  ] as const)
    canvas.fill(star(x, y, 4.4, 1, 4), PAPER, 0.9);
};

export const dresses = { skater, partyDress, gown } as const satisfies Variants;
