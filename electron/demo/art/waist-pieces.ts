import { see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, LEATHER, PAPER, STEEL } from './palette.ts';
import { path, smooth, symmetric } from './path.ts';
import { bar, box, cut, ellipse, join, star, stroke } from './shapes.ts';

const belt: Painter = (canvas, palette, random) => {
  const hide = drift(random.pick([LEATHER, INK, palette.main]), random);
  canvas.ground(50, 80, 46);
  canvas.fill(ellipse(50, 40, 40, 13), shade(hide, 0.55));
  canvas.fill(path('M6 40 C6 30 94 30 94 40 V62 C80 72 20 72 6 62 Z'), shade(hide, 0.55));
  canvas.solid(
    path('M6 40 C6 56 26 66 50 66 C74 66 94 56 94 40 V56 C94 72 74 82 50 82 C26 82 6 72 6 56 Z'),
    hide,
    { puff: 6, gloss: 0.4 },
  );
  canvas.solid(cut(ellipse(50, 40, 44.4, 17), ellipse(50, 41, 39, 12.6)), tint(hide, 0.1), { puff: 2 });
  for (const [x, y] of [
    [16, 60],
    [28, 68],
    [72, 68],
    [84, 60],
  ] as const)
    canvas.solid(random.chance(0.5) ? ellipse(x, y, 3.4) : star(x, y, 4.4, 2.4, 4), GOLD, {
      puff: 2.6,
      gloss: 1,
    });
  canvas.solid(random.chance(0.5) ? box(35, 58, 30, 28, 6) : ellipse(50, 72, 18, 16), GOLD, {
    puff: 5,
    gloss: 0.9,
  });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 72, 9), palette.accent, { puff: 2.4, gloss: 0.6 });
};

const pouch: Painter = (canvas, palette, random) => {
  canvas.ground(50, 85, 44);
  canvas.solid(path('M2 36 C20 42 80 42 98 36 V46 C80 54 20 54 2 46 Z'), palette.dark, { puff: 3 });
  canvas.solid(path('M14 42 C26 32 74 32 86 42 C90 62 78 82 50 82 C22 82 10 62 14 42 Z'), palette.main, {
    puff: 11,
    gloss: 0.35,
  });
  canvas.solid(path('M24 62 H76 C74 74 64 79 50 79 C36 79 26 74 24 62 Z'), palette.second, {
    puff: 5,
    gloss: 0.3,
  });
  canvas.fill(stroke(path('M20 50 C36 44 64 44 80 50'), 2.6), shade(palette.main, 0.45));
  canvas.solid(bar(78, 50, 84, 58, 4), palette.accent, { puff: 2, gloss: 0.8 });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 70, 6.6), palette.accent, { puff: 1.6 });
};

const tail: Painter = (canvas, palette, random) => {
  const fur = drift(random.pick([0xe8833a, 0xd9d6e3, palette.main, palette.second]), random);
  canvas.ground(50, 95, 30);
  const brush = path(
    'M14 84 C26 76 36 70 42 58 C34 60 36 52 44 48 C38 42 44 36 50 36 C46 20 60 6 80 4 C76 12 82 16 88 24 C96 36 94 48 88 56 C94 60 90 66 84 66 C84 74 78 76 72 74 C70 84 52 96 18 92 Z',
  );
  canvas.solid(brush, fur, { puff: 12, gloss: 0.05 }, () => {
    canvas.fill(path('M40 0 H110 V50 L92 36 L88 46 L80 32 L74 44 L66 30 L60 40 Z'), PAPER);
    for (const line of ['M34 86 C58 80 72 66 76 48', 'M30 80 C48 74 62 62 66 46'])
      canvas.fill(stroke(path(line), 1.4), see(shade(fur, 0.6), 0.28));
  });
  canvas.solid(ellipse(18, 83, 7, 9), palette.accent, { puff: 4 });
};

const tutu: Painter = (canvas, palette) => {
  canvas.ground(50, 88, 46);
  for (const [index, colour] of [tint(palette.main, 0.45), tint(palette.main, 0.2), palette.main].entries()) {
    const reach = 46 - index * 7;
    const foot = 76 - index * 12;
    const outline = [34, 30, 66, 30, 50 + reach, foot - 8];
    for (let step = 0; step <= 10; step++)
      outline.push(50 + reach - (step * reach) / 5, foot + (step % 2) * 6);
    outline.push(50 - reach, foot - 8);
    canvas.solid(smooth(outline), colour, { puff: 6, gloss: 0.1 });
  }
  canvas.solid(box(31, 24, 38, 12, 5), palette.accent, { puff: 5, gloss: 0.4 });
  canvas.solid(glyph('star', 50, 30, 8), palette.light, { puff: 2.2 });
};

const keys: Painter = (canvas, palette) => {
  canvas.ground(50, 96, 30, 0.22);
  canvas.solid(cut(ellipse(50, 22, 18), ellipse(50, 22, 13.6)), STEEL, { puff: 2.4, gloss: 1 });
  for (const [turn, colour] of [
    [24, GOLD],
    [-22, palette.accent],
  ] as const)
    canvas.turned(
      turn,
      () => {
        canvas.solid(
          join(box(46.6, 50, 7, 42, 3), box(52, 74, 10, 5, 1.5), box(52, 84, 12, 5, 1.5)),
          colour,
          { puff: 2.6, gloss: 0.8 },
        );
        canvas.solid(cut(star(50, 44, 13, 11.4, 6), ellipse(50, 42, 5)), colour, { puff: 4, gloss: 0.8 });
      },
      50,
      26,
    );
  canvas.solid(symmetric('M50 38 C66 38 72 50 68 62 C64 76 56 80 50 80'), palette.main, {
    puff: 8,
    gloss: 0.7,
  });
  canvas.fill(glyph('paw', 50, 59, 9), palette.light);
};

export const waistPieces = { belt, pouch, tail, tutu, keys } as const satisfies Variants;
