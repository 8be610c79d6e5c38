import { glow, see, shade, tint } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, PAPER, STEEL, WOOD } from './palette.ts';
import { path, smooth } from './path.ts';
import { bothSides, box, ellipse, join, polygon, star, stroke } from './shapes.ts';

const tree: Painter = (canvas, palette, random) => {
  const leaf = drift(random.pick([0x5fb760, 0x3f9f6e, 0xf28fb1, 0xf0a03c, palette.main]), random);
  canvas.ground(50, 92, 38);
  canvas.solid(ellipse(50, 88, 32, 8), 0x86c26a, { puff: 5, gloss: 0 });
  canvas.solid(path('M43 88 C46 74 45 64 44 54 H56 C55 64 55 74 59 88 C54 91 48 91 43 88 Z'), WOOD, {
    puff: 5,
    gloss: 0,
  });
  for (const [x, y, r] of [
    [30, 50, 18],
    [70, 50, 18],
    [50, 54, 18],
    [36, 32, 18],
    [64, 32, 18],
    [50, 22, 18],
  ] as const)
    canvas.solid(ellipse(x, y, r, r * 0.94), leaf, { puff: 13, gloss: 0.1, cast: 0.2 });
  if (random.chance(0.6))
    for (const [x, y] of [
      [32, 46],
      [52, 34],
      [68, 50],
      [46, 56],
      [62, 26],
    ] as const)
      canvas.solid(ellipse(x, y, 3.8), palette.accent === leaf ? palette.second : palette.accent, {
        puff: 3.4,
        gloss: 0.8,
      });
};

const house: Painter = (canvas, palette) => {
  canvas.ground(50, 90, 48);
  canvas.solid(box(66, 16, 11, 24, 2), 0xb5654a, { puff: 3, gloss: 0 });
  canvas.solid(box(18, 42, 64, 47, 3), palette.light, { puff: 5, gloss: 0 });
  canvas.solid(
    path('M50 8 L94 48 C96 52 92 54 89 52 L50 22 L11 52 C8 54 4 52 6 48 Z M50 18 L86 47 H14 Z'),
    palette.main,
    { puff: 4, gloss: 0.2 },
  );
  canvas.solid(path('M50 10 L92 50 H8 Z'), palette.main, { puff: 5, gloss: 0.2 });
  for (const y of [26, 34, 42])
    canvas.fill(stroke([[50 - (y - 10), y, 50 + (y - 10), y]], 1), see(shade(palette.main, 0.6), 0.35));
  canvas.solid(path('M42 89 V68 C42 60 58 60 58 68 V89 Z'), palette.second, { puff: 4 });
  canvas.fill(ellipse(54.6, 77, 1.4), GOLD);
  bothSides((turn) => {
    canvas.solid(turn(box(64, 56, 13, 14, 2)), 0x9fdcf5, { puff: 2, gloss: 0.8, cast: 0.1 });
    canvas.fill(turn(join(box(69.8, 56, 1.4, 14), box(64, 62.4, 13, 1.4))), PAPER);
    canvas.solid(turn(box(61, 84, 18, 8, 4)), 0x6fb865, { puff: 4, gloss: 0 });
  });
  canvas.solid(ellipse(50, 36, 6), palette.accent, { puff: 3, gloss: 0.7 });
};

const car: Painter = (canvas, palette) => {
  canvas.ground(50, 81, 48);
  canvas.solid(path('M26 46 C32 28 38 24 48 24 H58 C68 24 74 34 80 48 Z'), shade(palette.main, 0.06), {
    puff: 6,
    gloss: 0.6,
  });
  canvas.solid(path('M32 46 C36 34 40 30 47 30 V46 Z M52 30 H57 C64 30 68 36 73 46 H52 Z'), 0xbfe6f7, {
    puff: 3,
    gloss: 1,
    cast: 0,
  });
  canvas.solid(
    path('M4 62 C4 50 12 46 26 45 H80 C92 46 96 54 96 64 C96 72 94 74 90 74 H10 C6 74 4 72 4 62 Z'),
    palette.main,
    { puff: 8, gloss: 0.8 },
    () => canvas.fill(box(0, 62, 100, 5), palette.accent),
  );
  for (const x of [26, 74]) {
    canvas.solid(ellipse(x, 73, 13), INK, { puff: 5, gloss: 0.3 });
    canvas.solid(star(x, 73, 7.4, 6, 6), STEEL, { puff: 3, gloss: 0.9, cast: 0 });
  }
  canvas.solid(ellipse(92, 57, 3.6, 4.4), 0xfff2b0, { puff: 3, gloss: 0.8, cast: 0.1 });
  canvas.solid(box(4, 55, 5, 8, 2), 0xff5d5d, { puff: 2, cast: 0.1 });
};

const chest: Painter = (canvas, palette, random) => {
  const wood = drift(random.pick([WOOD, palette.main, shade(palette.main, 0.1)]), random);
  canvas.ground(50, 88, 46);
  canvas.fill(ellipse(50, 44, 50, 40), glow(0xffe08a, 0.5, 50, 40, 48));
  canvas.solid(path('M12 40 C14 18 26 10 36 8 H64 C74 10 86 18 88 40 Z'), shade(wood, 0.1), { puff: 6 });
  canvas.fill(path('M16 40 C20 28 30 24 38 22 H62 C70 24 80 28 84 40 Z'), shade(wood, 0.6));
  for (const [x, y] of [
    [26, 42],
    [38, 38],
    [50, 35],
    [62, 38],
    [74, 42],
    [32, 46],
    [44, 44],
    [56, 44],
    [68, 46],
  ] as const)
    canvas.solid(ellipse(x, y, 6.4, 5), GOLD, { puff: 3, gloss: 1 });
  canvas.solid(glyph('gem', 44, 34, 7), palette.second, { puff: 3, gloss: 1 });
  canvas.solid(glyph('gem', 61, 38, 6), palette.accent, { puff: 3, gloss: 1 });
  canvas.solid(box(10, 46, 80, 40, 5), wood, { puff: 5, gloss: 0.1 });
  for (const y of [58, 72]) canvas.fill(box(11, y, 78, 1.3), see(shade(wood, 0.7), 0.45));
  for (const x of [14, 76]) canvas.solid(box(x, 45, 10, 42, 2), GOLD, { puff: 3, gloss: 0.8 });
  canvas.solid(box(41, 46, 18, 20, 4), GOLD, { puff: 4, gloss: 0.9 });
  canvas.fill(join(ellipse(50, 54, 3), polygon(48.8, 55, 51.2, 55, 52, 62, 48, 62)), shade(GOLD, 0.7));
};

const crystal: Painter = (canvas, palette) => {
  canvas.ground(50, 91, 42);
  canvas.fill(ellipse(50, 52, 48), glow(palette.main, 0.35, 50, 52, 48));
  canvas.solid(smooth([14, 86, 26, 74, 50, 72, 76, 74, 88, 86, 70, 93, 30, 93]), 0x6d7387, {
    puff: 7,
    gloss: 0,
  });
  for (const [x, foot, top, half, colour] of [
    [28, 82, 40, 9, palette.second],
    [74, 82, 34, 10, palette.second],
    [40, 84, 26, 10, tint(palette.main, 0.1)],
    [62, 84, 44, 8, palette.accent],
    [52, 86, 6, 13, palette.main],
  ] as const) {
    canvas.solid(
      polygon(
        x,
        top,
        x + half,
        top + half * 1.3,
        x + half * 0.8,
        foot,
        x - half * 0.8,
        foot,
        x - half,
        top + half * 1.3,
      ),
      colour,
      { puff: 2.4, gloss: 0.9 },
    );
    canvas.fill(
      polygon(
        x,
        top,
        x - half,
        top + half * 1.3,
        x - half * 0.8,
        foot,
        x - half * 0.1,
        foot,
        x + half * 0.1,
        top + half * 1.7,
      ),
      see(PAPER, 0.34),
    );
    canvas.fill(
      polygon(
        x + half,
        top + half * 1.3,
        x + half * 0.8,
        foot,
        x + half * 0.4,
        foot,
        x + half * 0.5,
        top + half * 1.6,
      ),
      see(shade(colour, 0.6), 0.3),
    );
  }
};

const rocket: Painter = (canvas, palette) => {
  canvas.turned(24, () => {
    canvas.solid(path('M40 78 C36 90 44 94 50 104 C56 94 64 90 60 78 Z'), 0xff8a2a, { puff: 5 });
    canvas.solid(path('M45 78 C43 86 47 90 50 95 C53 90 57 86 55 78 Z'), 0xffe27a, { puff: 3, cast: 0 });
    bothSides((turn) =>
      canvas.solid(turn(path('M64 50 C78 58 82 72 78 86 C72 78 66 76 60 76 Z')), palette.accent, {
        puff: 4,
        gloss: 0.6,
      }),
    );
    canvas.solid(
      path('M50 -2 C68 14 74 40 66 72 L60 80 H40 L34 72 C26 40 32 14 50 -2 Z'),
      palette.light,
      { puff: 12, gloss: 0.7 },
      () => {
        canvas.fill(box(0, -10, 100, 30), palette.main);
        canvas.fill(box(0, 66, 100, 8), palette.main);
      },
    );
    canvas.solid(ellipse(50, 40, 11), palette.main, { puff: 3, gloss: 0.6 });
    canvas.solid(ellipse(50, 40, 7.6), 0x9fdcf5, { puff: 5, gloss: 1, cast: 0 });
    canvas.solid(path('M48 58 H52 V90 L50 94 L48 90 Z'), palette.accent, { puff: 2 });
  });
};

/** Things built to be placed in a world. */
export const models = { tree, house, car, chest, crystal, rocket } as const satisfies Variants;
