import { see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, STEEL } from './palette.ts';
import { path, smooth } from './path.ts';
import { bar, bothSides, box, cut, ellipse, join, star, stroke } from './shapes.ts';

const necklace: Painter = (canvas, palette, random) => {
  const metal = drift(random.pick([GOLD, STEEL, 0xe8a58c]), random);
  const sign = random.pick(['heart', 'star', 'gem', 'moon', 'crown', 'clover', 'bolt', 'paw'] as const);
  const line = path('M18 8 C18 40 34 58 50 60 C66 58 82 40 82 8')[0]!;
  canvas.ground(50, 95, 24, 0.2);
  for (let index = 0; index < line.length - 2; index += 4)
    canvas.solid(ellipse(line[index]!, line[index + 1]!, 3.1, 3.3), metal, { puff: 3, gloss: 1 });
  canvas.solid(cut(ellipse(50, 59, 5), ellipse(50, 59, 2.6)), metal, { puff: 2, gloss: 1 });
  canvas.solid(glyph(sign, 50, 77, 18), metal, { puff: 4, gloss: 0.8 });
  canvas.solid(glyph(sign, 50, 77, 12.5), palette.main, { puff: 4, gloss: 1, cast: 0 });
};

const scarf: Painter = (canvas, palette, random) => {
  const banded = random.chance(0.7);
  canvas.ground(50, 95, 34, 0.26);
  for (const [outline] of [
    ['M52 38 C56 56 54 74 60 92 L80 88 C76 70 72 52 70 36 Z'],
    ['M36 40 C36 52 30 66 28 84 L47 87 C50 70 52 56 54 42 Z'],
  ] as const) {
    const end = path(outline);
    canvas.solid(end, palette.main, { puff: 6, gloss: 0 }, () => {
      if (banded)
        for (let y = 48; y < 90; y += 12)
          canvas.fill(box(0, y, 100, 5), y % 24 === 0 ? palette.accent : palette.light);
      canvas.fill(box(0, 84, 100, 14), palette.second);
    });
  }
  const wrap = smooth([50, 14, 76, 17, 90, 30, 84, 44, 64, 50, 50, 51, 36, 50, 16, 44, 10, 30, 24, 17]);
  canvas.solid(wrap, palette.main, { puff: 12, gloss: 0 }, () => {
    if (banded)
      for (const x of [20, 36, 60, 78])
        canvas.fill(
          stroke([[x, 10, 50 + (x - 50) * 0.8, 56]], 5.5),
          x % 12 === 0 ? palette.accent : palette.light,
        );
  });
  canvas.fill(ellipse(50, 24, 22, 7.5), shade(palette.main, 0.6));
  canvas.solid(box(43, 34, 21, 20, 8), tint(palette.main, 0.06), { puff: 7, gloss: 0 });
};

const bowTie: Painter = (canvas, palette, random) => {
  const dotted = random.chance(0.6);
  canvas.ground(50, 80, 42, 0.26);
  bothSides((turn) => {
    const wing = turn(path('M50 46 C62 34 78 20 90 22 C96 30 97 66 91 76 C78 78 62 64 50 54 Z'));
    canvas.solid(wing, palette.main, { puff: 10, gloss: 0.4 }, () => {
      if (dotted)
        for (const [x, y] of [
          [66, 42],
          [80, 34],
          [76, 52],
          [88, 46],
          [66, 58],
          [82, 66],
        ] as const)
          canvas.fill(turn(ellipse(x, y, 3.4)), palette.accent);
      canvas.fill(turn(stroke(path('M54 49 C64 46 72 42 80 40'), 1.8)), see(shade(palette.main, 0.6), 0.5));
      canvas.fill(turn(stroke(path('M54 52 C64 56 70 58 78 62'), 1.8)), see(shade(palette.main, 0.6), 0.5));
    });
  });
  canvas.solid(box(41, 39, 18, 23, 7), palette.second, { puff: 7, gloss: 0.5 });
};

const bell: Painter = (canvas, palette, random) => {
  const metal = drift(random.pick([GOLD, GOLD, STEEL]), random);
  canvas.ground(50, 93, 26);
  canvas.solid(cut(ellipse(50, 34, 42, 27), ellipse(50, 31, 35, 20)), palette.main, { puff: 5, gloss: 0.5 });
  const shape = random.pick([
    (x: number, y: number) => ellipse(x, y, 4.4),
    (x: number, y: number) => glyph('star', x, y, 5.4),
    (x: number, y: number) => glyph('heart', x, y, 5),
  ]);
  for (const [x, y] of [
    [17, 46],
    [32, 56],
    [68, 56],
    [83, 46],
  ] as const)
    canvas.solid(shape(x, y), metal, { puff: 3, gloss: 0.9 });
  canvas.solid(ellipse(50, 73, 18), metal, { puff: 14, gloss: 1 });
  canvas.fill(stroke(path('M33 72 C42 77 58 77 67 72'), 2), shade(metal, 0.4));
  canvas.fill(join(ellipse(50, 80, 3), bar(50, 80, 50, 89, 2)), shade(metal, 0.65));
};

const medal: Painter = (canvas, palette, random) => {
  const metal = drift(random.pick([GOLD, STEEL, 0xd08a55]), random);
  canvas.ground(50, 97, 22, 0.22);
  bothSides((turn) =>
    canvas.solid(turn(path('M58 4 H80 L60 60 L46 52 Z')), palette.main, { puff: 3, gloss: 0.1 }),
  );
  bothSides((turn) => canvas.fill(turn(path('M66 4 H72 L56 56 L51 54 Z')), palette.light));
  canvas.solid(star(50, 70, 25, 23, 14), metal, { puff: 4, gloss: 0.7 });
  canvas.solid(ellipse(50, 70, 18), shade(metal, 0.1), { puff: 4, gloss: 0.7, cast: 0.1 });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 70, 11), tint(metal, 0.5), { puff: 2.6, gloss: 0.5 });
};

export const neckwear = { necklace, scarf, bowTie, bell, medal } as const satisfies Variants;
