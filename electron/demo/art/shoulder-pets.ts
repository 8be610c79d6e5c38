import { see, shade, tint } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, PAPER } from './palette.ts';
import { path, smooth } from './path.ts';
import { bar, bothSides, ellipse, join, ribbon, stroke } from './shapes.ts';

const bird: Painter = (canvas, palette, random) => {
  canvas.ground(50, 93, 28);
  canvas.solid(path('M30 62 C18 72 12 84 10 94 C22 92 34 86 42 76 Z'), palette.second, { puff: 5 });
  canvas.solid(
    path('M26 40 C24 18 40 6 56 8 C76 10 84 26 80 46 C78 72 66 86 48 84 C32 82 26 64 26 40 Z'),
    palette.main,
    { puff: 15 },
  );
  canvas.solid(ellipse(58, 62, 15, 18), tint(palette.main, 0.55), { puff: 8, cast: 0.08 });
  canvas.solid(path('M26 46 C36 40 50 48 50 62 C48 74 34 82 24 80 C20 66 20 54 26 46 Z'), palette.second, {
    puff: 7,
  });
  canvas.fill(stroke(path('M28 66 C34 66 40 62 44 56'), 1.6), see(shade(palette.second, 0.5), 0.5));
  canvas.solid(path('M76 30 C90 30 94 38 88 48 C84 44 78 44 74 42 Z'), 0xf7a93b, { puff: 4, gloss: 0.5 });
  canvas.fill(ellipse(63, 30, 8), PAPER);
  canvas.fill(ellipse(65, 30, 4.4), INK);
  canvas.fill(ellipse(63.6, 28, 1.6), PAPER);
  if (random.chance(0.6))
    for (const turn of [-18, 6])
      canvas.turned(
        turn,
        () => canvas.solid(path('M46 10 C42 2 46 -4 54 -4 C56 2 56 6 54 12 Z'), palette.accent, { puff: 3 }),
        50,
        14,
      );
  canvas.solid(join(bar(44, 84, 44, 90, 3), bar(56, 84, 56, 90, 3)), 0xf7a93b, { puff: 2 });
};

const kitten: Painter = (canvas, palette, random) => {
  const fur = drift(random.pick([0xe9a35c, 0x5b5f77, 0xf1dcc0, palette.main, palette.second]), random);
  canvas.ground(50, 94, 36);
  canvas.solid(stroke(path('M72 82 C94 82 94 60 84 54'), 8), fur, { puff: 4 });
  canvas.solid(smooth([50, 48, 72, 60, 76, 86, 50, 92, 24, 86, 28, 60]), fur, { puff: 12 });
  canvas.solid(ellipse(50, 80, 12, 11), tint(fur, 0.6), { puff: 6, cast: 0.05 });
  bothSides((turn) => {
    canvas.solid(turn(path('M22 34 C18 20 20 10 24 6 C34 8 42 14 46 22 Z')), fur, { puff: 5 });
    canvas.fill(turn(path('M26 26 C24 20 24 15 26 12 C31 14 34 17 37 20 Z')), 0xf49aa9);
    canvas.solid(turn(ellipse(39, 89, 8, 5.4)), tint(fur, 0.3), { puff: 4 });
  });
  canvas.solid(smooth([50, 16, 74, 22, 84, 42, 70, 60, 50, 63, 30, 60, 16, 42, 26, 22]), fur, { puff: 12 });
  if (random.chance(0.6))
    for (const [x, end] of [
      [42, 43],
      [50, 50],
      [58, 57],
    ] as const)
      canvas.fill(bar(x, 20, end, 28, 3), shade(fur, 0.35), 0.7);
  bothSides((turn) => {
    canvas.fill(turn(ellipse(36, 42, 5, 6)), INK);
    canvas.fill(turn(ellipse(28, 51, 5, 3)), see(0xff6d88, 0.4));
  });
  canvas.fill(join(ellipse(34.4, 39.6, 1.9), ellipse(62.4, 39.6, 1.9)), PAPER);
  canvas.fill(stroke(path('M43 52 C45 56 49 56 50 52 C51 56 55 56 57 52'), 1.8), INK);
  canvas.solid(stroke(path('M34 63 C42 68 58 68 66 63'), 4), palette.accent, { puff: 2 });
  canvas.solid(ellipse(50, 70, 5), GOLD, { puff: 4, gloss: 1 });
};

const slime: Painter = (canvas, palette, random) => {
  canvas.ground(50, 90, 44);
  canvas.solid(
    path(
      'M8 82 C6 70 14 66 16 52 C20 26 34 14 50 14 C68 14 80 28 84 52 C86 66 94 70 92 82 C84 92 16 92 8 82 Z',
    ),
    palette.main,
    { puff: 18, gloss: 1 },
  );
  canvas.fill(ellipse(34, 32, 9, 6), see(PAPER, 0.6));
  canvas.fill(ellipse(24, 44, 3, 4), see(PAPER, 0.5));
  bothSides((turn) => {
    canvas.fill(turn(ellipse(38, 56, 5, 7.4)), INK);
    canvas.fill(turn(ellipse(30, 67, 5.6, 3.4)), see(0xff6d88, 0.5));
  });
  canvas.fill(join(ellipse(36.4, 53, 2), ellipse(60.4, 53, 2)), PAPER);
  canvas.fill(stroke(path('M44 67 C47 72 53 72 56 67'), 2.4), INK);
  if (random.chance(0.5))
    canvas.placed(35, -2, 0.3, () => canvas.solid(glyph('crown', 50, 50, 46), GOLD, { puff: 8, gloss: 0.8 }));
  else canvas.solid(path('M50 16 C48 8 52 2 62 2 C62 10 58 15 50 16 Z'), 0x6ac46a, { puff: 3 });
};

const dragonling: Painter = (canvas, palette) => {
  canvas.ground(48, 94, 36);
  bothSides((turn) =>
    canvas.solid(
      turn(path('M60 56 C68 34 82 26 96 28 C92 36 94 42 90 48 C92 54 88 60 84 62 C78 66 70 68 62 66 Z')),
      palette.second,
      { puff: 5 },
    ),
  );
  canvas.solid(
    ribbon(path('M60 84 C80 94 92 84 90 70'), (t) => 14 - 12 * t),
    palette.main,
    { puff: 5 },
  );
  canvas.solid(smooth([50, 46, 68, 58, 70, 84, 50, 92, 30, 84, 32, 58]), palette.main, { puff: 11 });
  canvas.solid(ellipse(50, 77, 11, 13), tint(palette.accent, 0.3), { puff: 6, cast: 0.05 });
  bothSides((turn) =>
    canvas.solid(turn(path('M30 22 C24 14 24 6 28 2 C36 6 40 12 41 20 Z')), palette.light, { puff: 4 }),
  );
  canvas.solid(smooth([50, 14, 72, 20, 78, 38, 66, 54, 50, 58, 34, 54, 22, 38, 28, 20]), palette.main, {
    puff: 12,
  });
  canvas.solid(ellipse(50, 48, 15, 9), tint(palette.main, 0.25), { puff: 6, cast: 0.1 });
  bothSides((turn) => {
    canvas.fill(turn(ellipse(37, 34, 5, 6.4)), INK);
    canvas.fill(turn(ellipse(45, 46, 1.5)), shade(palette.main, 0.6));
    canvas.solid(turn(ellipse(38, 90, 8, 5)), shade(palette.main, 0.1), { puff: 4 });
  });
  canvas.fill(join(ellipse(35.4, 31.4, 2), ellipse(61.4, 31.4, 2)), PAPER);
  for (const [x, y] of [
    [50, 10],
    [45, 12],
    [55, 12],
  ] as const)
    canvas.solid(ellipse(x, y, 3, 4), palette.accent, { puff: 3 });
};

const ghost: Painter = (canvas, palette, random) => {
  const sheet = random.pick([0xf1f1f8, palette.light, tint(palette.main, 0.4)]);
  canvas.ground(50, 94, 26, 0.24);
  bothSides((turn) =>
    canvas.solid(turn(ribbon(path('M24 50 C14 50 8 56 8 66'), (t) => 14 - t * 7)), sheet, { puff: 6 }),
  );
  canvas.solid(
    path(
      'M18 84 C16 60 14 10 50 10 C86 10 84 60 82 84 C78 92 72 90 70 82 C66 92 58 92 55 83 C52 92 46 92 44 83 C42 92 34 92 30 82 C28 90 22 92 18 84 Z',
    ),
    sheet,
    { puff: 15, gloss: 0.4 },
  );
  bothSides((turn) => {
    canvas.fill(turn(ellipse(39, 42, 5.4, 8)), INK);
    canvas.fill(turn(ellipse(29, 55, 5.6, 3.6)), see(0xff6d88, 0.45));
  });
  canvas.fill(join(ellipse(37, 38.4, 2.1), ellipse(59, 38.4, 2.1)), PAPER);
  canvas.fill(ellipse(50, 58, 4, 5.4), 0x5a2334);
  if (random.chance(0.5))
    canvas.solid(path('M28 24 L52 1 L68 24 C58 18 40 17 28 24 Z'), palette.accent, { puff: 5 });
  else canvas.solid(glyph('heart', 66, 72, 10), palette.accent, { puff: 4, gloss: 0.7 });
};

export const shoulderPets = { bird, kitten, slime, dragonling, ghost } as const satisfies Variants;
