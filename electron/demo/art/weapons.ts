import { glow, see, tint } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter } from './painter.ts';
import { GOLD, LEATHER, PAPER, STEEL, WOOD } from './palette.ts';
import { path, smooth, symmetric } from './path.ts';
import { bar, bothSides, box, cut, ellipse, polygon, star, stroke } from './shapes.ts';

export const sword: Painter = (canvas, palette, random) => {
  const blade = random.pick([STEEL, STEEL, tint(palette.main, 0.3), palette.second]);
  const outline = random.pick([
    'M50 -8 L58 4 L59 60 H50',
    'M50 -10 L55 6 L64 20 L57 30 L60 60 H50',
    'M50 -8 C62 8 66 34 58 60 H50',
  ]);
  canvas.turned(40, () => {
    canvas.solid(symmetric(outline), blade, { puff: 4, gloss: 0.9 });
    canvas.fill(polygon(50, -4, 50, 60, 43, 60, 44.4, 6), see(PAPER, 0.35));
    canvas.solid(
      path('M30 58 C36 64 44 60 50 60 C56 60 64 64 70 58 C72 66 62 70 50 69 C38 70 28 66 30 58 Z'),
      random.chance(0.5) ? GOLD : palette.accent,
      { puff: 4, gloss: 0.8 },
    );
    canvas.solid(box(46, 68, 8, 24, 3.5), palette.dark, { puff: 3.4 });
    for (const y of [73, 79, 85]) canvas.fill(bar(46.6, y + 1, 53.4, y - 1, 1.6), see(palette.accent, 0.9));
    canvas.solid(ellipse(50, 95, 5.6), GOLD, { puff: 5, gloss: 1 });
    canvas.solid(ellipse(50, 64.5, 4.2), palette.main, { puff: 4, gloss: 1 });
  });
};

export const hammer: Painter = (canvas, palette) => {
  canvas.placed(4, 10, 0.9, () =>
    canvas.turned(32, () => {
      canvas.solid(box(46, 24, 8, 72, 3.6), WOOD, { puff: 4 });
      canvas.solid(box(44.6, 76, 10.8, 20, 4), palette.dark, { puff: 4 });
      canvas.solid(box(22, 6, 56, 32, 5), palette.main, { puff: 6, gloss: 0.6 });
      bothSides((turn) => canvas.solid(turn(box(14, 3, 15, 38, 5)), STEEL, { puff: 5, gloss: 0.9 }));
      canvas.solid(star(50, 22, 11, 11, 4, 0.4), GOLD, { puff: 3, gloss: 0.8 });
      canvas.solid(glyph('bolt', 50, 22, 8), palette.accent, { puff: 1.6 });
    }),
  );
};

export const wand: Painter = (canvas, palette, random) => {
  const head = random.pick(['star', 'heart', 'moon', 'gem', 'flower'] as const);
  canvas.turned(32, () => {
    canvas.fill(ellipse(50, 22, 34), glow(palette.accent, 0.55, 50, 22, 34));
    canvas.solid(bar(50, 38, 50, 96, 5.4), palette.dark, { puff: 3, gloss: 0.7 });
    for (const y of [48, 88]) canvas.solid(box(46, y, 8, 6, 2.4), GOLD, { puff: 2.4, gloss: 1 });
    canvas.solid(glyph(head, 50, 22, 21), palette.main, { puff: 7, gloss: 0.9 });
    canvas.solid(glyph(head, 50, 22, 12), tint(palette.main, 0.35), { puff: 4, gloss: 0.6, cast: 0.1 });
  });
  for (const [x, y, r] of [
    [24, 28, 5],
    [86, 58, 4],
    [38, 62, 3.4],
    [94, 12, 4.6],
  ] as const)
    canvas.fill(star(x, y, r, r * 0.28, 4), palette.accent);
};

export const bow: Painter = (canvas, palette) => {
  canvas.turned(40, () => {
    canvas.fill(stroke([[32, 6, 32, 94]], 1), 0xc9ced8);
    canvas.solid(
      stroke(path('M32 4 C48 8 42 22 56 32 C64 40 64 60 56 68 C42 78 48 92 32 96'), 6.4),
      palette.main,
      { puff: 4, gloss: 0.6 },
    );
    canvas.solid(box(56.6, 38, 8.4, 24, 4), LEATHER, { puff: 4 });
    for (const y of [30, 70]) canvas.solid(ellipse(54.6, y, 4.4), GOLD, { puff: 3, gloss: 0.9 });
    canvas.solid(bar(24, 50, 88, 50, 2.6), WOOD, { puff: 1.6 });
    canvas.solid(polygon(84, 44, 100, 50, 84, 56), STEEL, { puff: 3, gloss: 0.9 });
    canvas.solid(path('M10 43 L22 43 L30 50 L22 57 L10 57 L17 50 Z'), palette.accent, { puff: 2.4 });
  });
};

export const axe: Painter = (canvas, palette, random) => {
  const double = random.chance(0.5);
  canvas.placed(double ? 6 : 0, double ? 9 : 2, double ? 0.88 : 0.96, () =>
    canvas.turned(30, () => {
      canvas.solid(box(46.4, 6, 7.6, 90, 3.6), WOOD, { puff: 4 });
      const head = path('M52 16 C62 20 70 14 80 6 C92 24 92 40 80 58 C70 48 62 44 52 48 Z');
      for (const turn of [0, 1].slice(0, double ? 2 : 1)) {
        const shape =
          turn === 0
            ? head
            : head.map((points) => points.map((value, index) => (index % 2 === 0 ? 100 - value : value)));
        canvas.solid(shape, palette.main, { puff: 5, gloss: 0.7 });
        canvas.solid(
          stroke(path(turn === 0 ? 'M80 8 C90 24 90 40 80 56' : 'M20 8 C10 24 10 40 20 56'), 5),
          STEEL,
          { puff: 3, gloss: 1 },
        );
      }
      canvas.solid(box(43, 14, 14, 36, 4), palette.dark, { puff: 4, gloss: 0.5 });
      canvas.solid(ellipse(50, 32, 5), palette.accent, { puff: 4, gloss: 1 });
      for (const y of [72, 79, 86])
        canvas.solid(bar(46, y + 1.4, 54, y - 1.4, 4), palette.accent, { puff: 2 });
    }),
  );
};

export const raygun: Painter = (canvas, palette) => {
  canvas.turned(-18, () => {
    canvas.solid(path('M58 50 H78 L86 88 C86 92 82 93 78 93 H68 C64 93 63 91 62 88 Z'), palette.dark, {
      puff: 5,
    });
    canvas.solid(cut(ellipse(56, 62, 10, 9), ellipse(56, 61, 6, 5.4)), STEEL, { puff: 2.4, gloss: 0.8 });
    canvas.solid(box(8, 36, 30, 9, 3), STEEL, { puff: 3.4, gloss: 0.9 });
    for (const [x, h] of [
      [18, 24],
      [26, 29],
      [34, 34],
    ] as const)
      canvas.solid(box(x, 40.5 - h / 2, 5, h, 2.5), palette.accent, { puff: 2.5, gloss: 0.7 });
    canvas.solid(smooth([36, 41, 44, 25, 64, 20, 86, 28, 94, 42, 86, 55, 62, 60, 44, 56]), palette.main, {
      puff: 12,
      gloss: 0.8,
    });
    canvas.solid(ellipse(66, 38, 13, 9), palette.second, {
      puff: 5,
      gloss: 1,
      to: tint(palette.second, 0.4),
    });
    canvas.solid(path('M84 26 L98 14 L95 40 Z'), palette.accent, { puff: 4 });
    canvas.solid(ellipse(7, 40.5, 6), palette.accent, { puff: 5, gloss: 1 });
  });
};
