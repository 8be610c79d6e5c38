import { see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, PAPER, pickHair, STEEL } from './palette.ts';
import { path, symmetric } from './path.ts';
import { bar, bothSides, box, cut, ellipse, join, polygon, stroke } from './shapes.ts';

const glasses: Painter = (canvas, palette, random) => {
  const rim = drift(random.pick([GOLD, palette.main, palette.dark]), random);
  const isRound = random.chance(0.5);
  const lens = (grow: number) =>
    isRound
      ? ellipse(27, 52, 18 + grow, 18 + grow)
      : box(9 - grow, 38 - grow, 36 + 2 * grow, 27 + 2 * grow, 9 + grow);
  canvas.ground(50, 84, 42, 0.24);
  canvas.solid(stroke(path('M42 48 C46 40 54 40 58 48'), 5), rim, { puff: 2.6, gloss: 0.8 });
  bothSides((turn) => {
    canvas.fill(turn(lens(1)), see(tint(palette.second, 0.6), 0.75));
    canvas.solid(turn(cut(lens(5), lens(0))), rim, { puff: 3, gloss: 0.8 });
    canvas.solid(turn(bar(7, 44, 1, 38, 4.6)), shade(rim, 0.15), { puff: 2.4, gloss: 0.6 });
  });
  for (const x of [18, 64]) canvas.fill(polygon(x, 56, x + 10, 42, x + 15, 42, x + 5, 56), see(PAPER, 0.75));
};

const shades: Painter = (canvas, palette, random) => {
  const frame = random.pick([palette.dark, palette.main, INK]);
  canvas.ground(50, 80, 44, 0.24);
  canvas.solid(
    path(
      'M2 34 H98 C100 58 90 74 74 74 C62 74 56 62 52 52 C51 50 49 50 48 52 C44 62 38 74 26 74 C10 74 0 58 2 34 Z',
    ),
    frame,
    { puff: 5, gloss: 0.6 },
  );
  bothSides((turn) => {
    canvas.solid(turn(path('M9 41 H43 C43 54 36 67 26 67 C14 67 8 55 9 41 Z')), shade(palette.second, 0.5), {
      puff: 4,
      gloss: 1,
      cast: 0,
      to: palette.second,
    });
  });
  for (const x of [14, 62]) canvas.fill(polygon(x, 57, x + 12, 43, x + 18, 43, x + 7, 57), see(PAPER, 0.4));
};

const moustache: Painter = (canvas, palette, random) => {
  const colour = random.chance(0.7) ? pickHair(random) : palette.main;
  canvas.ground(50, 82, 40, 0.24);
  bothSides((turn) => {
    const half = turn(
      path(
        'M50 42 C58 30 74 34 80 46 C84 54 92 50 92 42 C90 38 94 32 99 38 C102 58 88 76 70 72 C60 70 53 62 50 56 Z',
      ),
    );
    canvas.solid(half, colour, { puff: 9, gloss: 0.3, to: shade(colour, 0.2) }, () => {
      for (const line of [
        'M54 48 C64 44 72 56 82 62',
        'M54 54 C62 56 70 66 80 66',
        'M60 42 C70 42 76 54 90 54',
      ])
        canvas.fill(turn(stroke(path(line), 1.2)), see(shade(colour, 0.55), 0.4));
    });
  });
};

const mask: Painter = (canvas, palette, random) => {
  canvas.ground(50, 86, 40, 0.24);
  canvas.solid(
    cut(
      symmetric('M50 34 C62 20 84 16 98 22 C98 52 88 76 70 74 C60 72 55 62 50 60'),
      join(
        path('M18 46 C24 36 38 38 42 50 C34 56 22 56 18 46 Z'),
        path('M82 46 C76 36 62 38 58 50 C66 56 78 56 82 46 Z'),
      ),
    ),
    palette.main,
    { puff: 6, gloss: 0.6 },
  );
  bothSides((turn) => {
    canvas.fill(turn(stroke(path('M7 28 C16 30 30 26 44 36'), 2.4)), palette.accent);
    canvas.solid(turn(ellipse(12, 34, 3.4)), GOLD, { puff: 3, gloss: 1 });
  });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 38, 9), palette.accent, { puff: 3, gloss: 0.8 });
};

const bandana: Painter = (canvas, palette, random) => {
  const dot = random.pick(['heart', 'star', 'paw', 'flower', 'clover'] as const);
  canvas.ground(50, 94, 26, 0.24);
  bothSides((turn) =>
    canvas.solid(turn(path('M10 30 L0 22 L4 42 Z')), shade(palette.main, 0.2), { puff: 2 }),
  );
  canvas.solid(
    path('M6 26 C30 18 70 18 94 26 C92 52 70 84 50 94 C30 84 8 52 6 26 Z'),
    palette.main,
    { puff: 9 },
    () => {
      for (let index = 0; index < 16; index++)
        canvas.fill(glyph(dot, 16 + ((index * 23) % 72), 34 + ((index * 13) % 50), 4.4), palette.light, 0.9);
    },
  );
  canvas.solid(path('M5 24 C30 16 70 16 95 24 L94 35 C70 28 30 28 6 35 Z'), palette.accent, { puff: 4 });
};

const goggles: Painter = (canvas, palette) => {
  canvas.ground(50, 84, 42, 0.24);
  bothSides((turn) => canvas.solid(turn(box(-4, 42, 20, 18, 4)), palette.dark, { puff: 4 }));
  canvas.solid(
    path(
      'M24 28 H76 C94 28 96 44 94 56 C92 70 84 74 74 74 C62 74 58 62 50 62 C42 62 38 74 26 74 C16 74 8 70 6 56 C4 44 6 28 24 28 Z',
    ),
    palette.main,
    { puff: 7, gloss: 0.5 },
  );
  canvas.solid(
    path(
      'M26 36 H74 C86 36 88 46 86 55 C84 64 80 66 74 66 C64 66 60 54 50 54 C40 54 36 66 26 66 C20 66 16 64 14 55 C12 46 14 36 26 36 Z',
    ),
    shade(palette.second, 0.35),
    { puff: 5, gloss: 1, cast: 0.1, to: tint(palette.second, 0.3) },
  );
  for (const x of [24, 58]) canvas.fill(polygon(x, 55, x + 9, 40, x + 16, 40, x + 7, 55), see(PAPER, 0.45));
  bothSides((turn) => canvas.solid(turn(ellipse(8, 51, 3.4)), STEEL, { puff: 3, gloss: 1 }));
};

/** Things worn on the face. */
export const facewear = { glasses, shades, moustache, mask, bandana, goggles } as const satisfies Variants;
