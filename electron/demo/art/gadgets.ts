import { lightness, see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter } from './painter.ts';
import { INK, PAPER, STEEL, WOOD } from './palette.ts';
import { path, smooth } from './path.ts';
import { bothSides, box, cut, ellipse, join, star, stroke } from './shapes.ts';

export const skateboard: Painter = (canvas, palette, random) => {
  canvas.turned(-32, () => {
    for (const x of [22, 70]) {
      canvas.solid(box(x - 1, 58, 14, 7, 2), STEEL, { puff: 2, gloss: 0.8 });
      canvas.solid(ellipse(x + 6, 68, 8), palette.accent, { puff: 5, gloss: 0.6 });
      canvas.fill(ellipse(x + 6, 68, 2.8), PAPER);
    }
    canvas.solid(
      path('M2 36 C6 32 14 36 22 36 H78 C86 36 94 32 98 36 C100 44 94 58 82 60 H18 C6 58 0 44 2 36 Z'),
      palette.main,
      { puff: 7, gloss: 0.5 },
      () => {
        canvas.fill(path('M0 30 L30 30 L14 66 H0 Z M100 30 L70 30 L86 66 H100 Z'), palette.second);
        for (const x of [34, 42, 58, 66])
          canvas.fill(path(`M${x} 30 L${x + 4} 30 L${x - 2} 66 L${x - 6} 66 Z`), see(palette.light, 0.8));
      },
    );
    canvas.solid(glyph(random.pick(GLYPHS), 50, 48, 10), palette.accent, { puff: 1.8 });
  });
};

export const potion: Painter = (canvas, palette, random) => {
  const liquid = lightness(palette.main) > 0.8 ? palette.second : palette.main;
  canvas.ground(50, 93, 32);
  const body = random.pick([
    ellipse(50, 62, 32, 31),
    path('M42 30 H58 L84 82 C86 88 82 93 76 93 H24 C18 93 14 88 16 82 Z'),
    path(
      'M38 34 H62 C78 40 80 50 80 60 V84 C80 90 76 93 70 93 H30 C24 93 20 90 20 84 V60 C20 50 22 40 38 34 Z',
    ),
  ]);
  canvas.solid(box(42, 20, 16, 26, 4), 0xdcecf5, { puff: 4, gloss: 1 });
  canvas.solid(body, 0xdcecf5, { puff: 12, gloss: 1 }, () => {
    canvas.fill(path('M0 56 C20 50 34 62 50 56 C66 50 80 62 100 56 V100 H0 Z'), liquid);
    canvas.fill(
      path('M0 56 C20 50 34 62 50 56 C66 50 80 62 100 56 V60 C80 66 66 54 50 60 C34 66 20 54 0 60 Z'),
      tint(liquid, 0.45),
    );
    for (const [x, y, r] of [
      [38, 74, 4],
      [60, 68, 3],
      [54, 82, 5],
      [68, 80, 2.6],
      [32, 64, 2.4],
    ] as const)
      canvas.fill(ellipse(x, y, r), see(tint(liquid, 0.6), 0.7));
  });
  canvas.fill(smooth([28, 56, 32, 46, 36, 44, 34, 54, 32, 66]), see(PAPER, 0.75));
  canvas.solid(box(38, 16, 24, 7, 3), palette.accent, { puff: 3, gloss: 0.8 });
  canvas.solid(box(43, 5, 14, 13, 3), WOOD, { puff: 4, gloss: 0 });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 74, 9), palette.light, { puff: 2, cast: 0.1 });
};

export const boombox: Painter = (canvas, palette) => {
  canvas.ground(50, 89, 48);
  canvas.solid(cut(box(18, 12, 64, 34, 10), box(25, 19, 50, 34, 6)), palette.dark, { puff: 4 });
  canvas.solid(box(4, 32, 92, 55, 10), palette.main, { puff: 7, gloss: 0.5 });
  canvas.solid(box(36, 38, 28, 18, 3), palette.light, { puff: 2, cast: 0.1 });
  for (const [x, h] of [
    [40, 5],
    [45, 9],
    [50, 12],
    [55, 7],
    [60, 10],
  ] as const)
    canvas.fill(box(x - 1.6, 54 - h, 3.2, h), palette.second);
  bothSides((turn) => {
    canvas.solid(turn(ellipse(23, 62, 17)), palette.dark, { puff: 4 });
    canvas.solid(turn(ellipse(23, 62, 13)), palette.second, { puff: 6, gloss: 0.3, cast: 0 });
    canvas.solid(turn(ellipse(23, 62, 5)), palette.accent, { puff: 5, gloss: 0.9 });
  });
  for (const x of [41, 50, 59]) canvas.solid(ellipse(x, 66, 3.2), palette.accent, { puff: 3, gloss: 0.8 });
  canvas.solid(box(38, 74, 24, 7, 3), palette.dark, { puff: 3 });
};

export const balloon: Painter = (canvas, palette, random) => {
  const shapes = [ellipse(50, 36, 30, 34), glyph('heart', 50, 38, 35), star(50, 40, 38, 24, 5)];
  canvas.fill(stroke(path('M50 72 C44 80 58 86 48 99'), 1.4), 0x9aa2b4);
  canvas.solid(path('M50 66 L57 77 H43 Z'), shade(palette.main, 0.15), { puff: 3 });
  canvas.solid(random.pick(shapes), palette.main, { puff: 19, gloss: 1 });
  canvas.fill(smooth([34, 28, 38, 18, 46, 14, 44, 20, 40, 30]), see(PAPER, 0.5));
  canvas.solid(glyph(random.pick(GLYPHS), 50, 40, 12), palette.accent, { puff: 2, cast: 0.15 });
};

export const pizza: Painter = (canvas, _palette, random) => {
  canvas.turned(12, () => {
    canvas.solid(path('M12 22 C34 8 66 8 88 22 L52 94 C51 96 49 96 48 94 Z'), 0xf4c04d, {
      puff: 5,
      gloss: 0.2,
    });
    canvas.solid(
      path('M8 20 C32 2 68 2 92 20 C95 26 92 31 88 30 C64 16 36 16 12 30 C8 31 5 26 8 20 Z'),
      0xc98440,
      { puff: 5, gloss: 0.1 },
    );
    for (const [x, y, r] of [
      [36, 36, 8],
      [62, 38, 8.6],
      [49, 58, 8],
      [50, 76, 5.4],
    ] as const)
      canvas.solid(ellipse(x, y, r), 0xd9483b, { puff: 3, cast: 0.2 });
    for (const [x, y] of [
      [50, 32],
      [40, 50],
      [60, 54],
      [52, 44],
    ] as const)
      canvas.fill(glyph('leaf', x, y, random.between(3, 4.4)), 0x5b9a4c);
    canvas.solid(path('M32 58 C36 64 36 74 34 78 C31 80 30 74 31 70 Z'), 0xf4c04d, { puff: 2 });
  });
};

export const camera: Painter = (canvas, palette) => {
  canvas.ground(50, 86, 44);
  canvas.solid(box(30, 20, 30, 18, 5), palette.dark, { puff: 4 });
  canvas.solid(box(72, 24, 12, 10, 3), palette.accent, { puff: 3, gloss: 0.8 });
  canvas.solid(box(6, 28, 88, 55, 11), palette.main, { puff: 7, gloss: 0.5 }, () =>
    canvas.fill(box(0, 42, 100, 26), palette.light),
  );
  canvas.solid(ellipse(50, 56, 24), STEEL, { puff: 4, gloss: 0.9 });
  canvas.solid(ellipse(50, 56, 19), INK, { puff: 4, gloss: 0.6, cast: 0.1 });
  canvas.solid(ellipse(50, 56, 12), palette.second, {
    puff: 8,
    gloss: 1,
    to: shade(palette.second, 0.5),
    cast: 0,
  });
  canvas.fill(join(ellipse(45, 50, 3.6), ellipse(55, 61, 2)), see(PAPER, 0.8));
  canvas.solid(box(76, 35, 11, 8, 2.5), palette.second, { puff: 2, gloss: 1 });
};
