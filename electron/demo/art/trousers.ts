import type { Canvas } from './canvas.ts';
import { see, shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, LEATHER, PAPER } from './palette.ts';
import { path, smooth, symmetric } from './path.ts';
import { bar, bothSides, box, ellipse, join, stroke } from './shapes.ts';

const LEGS = symmetric('M50 12 H73 C76 34 79 62 80 92 C73 95 64 95 57 93 L52 42 L50 40');

const SHORT_LEGS = symmetric('M50 22 H76 C81 40 85 58 88 76 C78 82 65 83 55 80 L51 54 L50 52');

const jeans: Painter = (canvas, palette, random) => {
  const denim = drift(random.pick([0x4a6fa5, 0x2f4b7c, 0x7f9fc6, 0x3d4255, palette.main]), random);
  canvas.ground(50, 95, 36, 0.28);
  canvas.solid(LEGS, denim, { puff: 9, gloss: 0.05 }, () => {
    bothSides((turn) => {
      canvas.fill(turn(ellipse(67, 52, 7, 28)), see(tint(denim, 0.6), 0.28));
      canvas.fill(turn(stroke(path('M60 20 C62 30 68 32 76 31'), 1.2)), GOLD, 0.8);
      canvas.fill(turn(box(56, 87, 26, 10)), tint(denim, 0.3));
    });
    canvas.fill(stroke(path('M50 20 V42'), 1.2), shade(denim, 0.4));
    if (random.chance(0.4))
      for (const [x, y] of [
        [34, 56],
        [65, 64],
        [36, 70],
      ] as const) {
        canvas.fill(join(bar(x - 5, y, x + 5, y - 1, 2), bar(x - 4, y + 3.5, x + 5, y + 3, 2)), PAPER, 0.85);
      }
  });
  waistband(canvas, 9, 48, shade(denim, 0.16));
  for (const x of [31, 40, 60, 69]) canvas.fill(box(x - 1, 8.6, 2.4, 10, 1), shade(denim, 0.36));
  canvas.solid(ellipse(50, 13.6, 2.6), GOLD, { puff: 2, gloss: 1 });
};

const joggers: Painter = (canvas, palette, random) => {
  canvas.ground(50, 95, 36, 0.28);
  canvas.solid(LEGS, palette.main, { puff: 10, gloss: 0.1 }, () =>
    bothSides((turn) => {
      const lines = [74, 69.4];
      lines.forEach((x, index) =>
        canvas.fill(
          turn(stroke([[x - 4, 10, x + 2.4, 96]], 2.4)),
          index === 0 ? palette.light : palette.accent,
        ),
      );
      canvas.fill(turn(path('M56 44 C60 60 60 76 58 92 L55 92 Z')), see(shade(palette.main, 0.7), 0.22));
    }),
  );
  bothSides((turn) => canvas.solid(turn(box(56, 86, 25, 9, 4)), palette.second, { puff: 4, gloss: 0 }));
  waistband(canvas, 8, 50, palette.second);
  bothSides((turn) =>
    canvas.solid(turn(stroke(path('M52 15 C54 22 53 26 55 30'), 2)), palette.light, { puff: 1.2 }),
  );
  if (random.chance(0.5))
    canvas.fill(glyph(random.pick(['star', 'bolt', 'flame', 'paw']), 66, 36, 5.5), palette.accent);
};

const cargo: Painter = (canvas, palette, random) => {
  const cloth = drift(random.pick([0x7d7a4f, 0xa58f6a, 0x56624b, palette.main, palette.main]), random);
  const camouflage = random.chance(0.5);
  canvas.ground(50, 95, 36, 0.28);
  canvas.solid(LEGS, cloth, { puff: 9, gloss: 0 }, () => {
    if (camouflage)
      for (let index = 0; index < 16; index++) {
        const x = 20 + ((index * 37) % 60);
        const y = 20 + ((index * 23) % 72);
        canvas.fill(
          smooth([x - 8, y, x, y - 4, x + 7, y - 1, x + 9, y + 4, x, y + 3, x - 6, y + 5]),
          index % 2 === 0 ? shade(cloth, 0.3) : tint(cloth, 0.25),
          0.8,
        );
      }
  });
  bothSides((turn) => {
    canvas.solid(turn(box(63, 48, 17, 20, 3)), tint(cloth, 0.06), { puff: 4, gloss: 0 });
    canvas.solid(turn(box(62, 46, 19, 8, 2.5)), shade(cloth, 0.1), { puff: 2.6, gloss: 0 });
    canvas.fill(turn(ellipse(71.5, 51, 1.6)), GOLD);
  });
  waistband(canvas, 9, 48, LEATHER);
  canvas.solid(box(45, 8, 10, 11, 2), GOLD, { puff: 2, gloss: 0.8 });
};

const shorts =
  (pattern: 'side' | 'bands' | 'flowers' | 'plain' | 'stars'): Painter =>
  (canvas, palette, random) => {
    canvas.ground(50, 86, 40, 0.28);
    canvas.solid(SHORT_LEGS, palette.main, { puff: 9, gloss: 0.08 }, () => {
      if (pattern === 'side')
        bothSides((turn) => canvas.fill(turn(path('M70 20 H76 L90 80 H80 Z')), palette.accent));
      if (pattern === 'bands')
        for (const [y, colour] of [
          [44, palette.light],
          [54, palette.accent],
          [64, palette.second],
        ] as const)
          canvas.fill(box(0, y, 100, 6), colour);
      if (pattern === 'flowers' || pattern === 'stars')
        for (let index = 0; index < 15; index++) {
          canvas.fill(
            glyph(
              pattern === 'stars' ? 'star' : random.pick(['flower', 'leaf']),
              17 + ((index * 27) % 68),
              34 + ((index * 17) % 46),
              5.6,
            ),
            index % 2 === 0 ? palette.light : palette.accent,
          );
        }
      bothSides((turn) => {
        canvas.fill(turn(path('M53 56 L62 50 L56 82 Z')), see(shade(palette.main, 0.7), 0.24));
        canvas.fill(turn(path('M54 76 C66 80 78 79 90 73 L90 86 H54 Z')), see(palette.second, 0.95));
      });
    });
    waistband(canvas, 18, 54, palette.second);
    bothSides((turn) =>
      canvas.solid(turn(stroke(path('M51.6 25 C55 31 57 34 55 41'), 2.2)), palette.light, { puff: 1.4 }),
    );
  };

function waistband(canvas: Canvas, y: number, width: number, colour: Colour): void {
  canvas.solid(box(50 - width / 2, y, width, 9, 3.5), colour, { puff: 3, gloss: 0.1, cast: 0.2 });
}

export const trousers = { jeans, joggers, cargo } as const satisfies Variants;

export const shortTrousers = {
  side: shorts('side'),
  bands: shorts('bands'),
  flowers: shorts('flowers'),
  plain: shorts('plain'),
  stars: shorts('stars'),
} as const satisfies Variants;
