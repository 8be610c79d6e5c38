import { glow, mix, see, shade, tint, vertical } from './colour.ts';
import { drawExpression } from './expressions.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, INK, PAPER, pickSkin, STEEL } from './palette.ts';
import { path, smooth } from './path.ts';
import type { Path } from './path.ts';
import { bar, bothSides, box, ellipse, join, polygon } from './shapes.ts';

const block: Painter = (canvas, palette, random) => {
  const skin = pickSkin(random);
  canvas.ground(50, 92, 34);
  canvas.placed(-25, -29, 1.5, () => {
    const shape = random.pick([
      box(27, 30, 46, 46, 8),
      box(29, 27, 42, 50, 20),
      ellipse(50, 53, 25, 24),
      path('M28 34 C34 27 66 27 72 34 C74 48 74 58 68 68 C62 78 38 78 32 68 C26 58 26 48 28 34 Z'),
    ]);
    canvas.solid(shape, random.chance(0.6) ? skin : palette.main, { puff: 9, gloss: 0.3 });
    drawExpression(canvas, random, palette.second);
  });
};

const robot: Painter = (canvas, palette, random) => {
  const shell = drift(random.pick([STEEL, palette.main, palette.light]), random);
  canvas.ground(50, 91, 34);
  canvas.solid(bar(50, 10, 50, 26, 3), shade(STEEL, 0.3), { puff: 2 });
  canvas.solid(ellipse(50, 10, 6), palette.accent, { puff: 6, gloss: 1 });
  bothSides((turn) => canvas.solid(turn(box(8, 44, 12, 24, 5)), palette.second, { puff: 5, gloss: 0.5 }));
  canvas.solid(box(16, 22, 68, 66, 17), shell, { puff: 9, gloss: 0.6 });
  canvas.solid(box(24, 34, 52, 30, 12), shade(palette.dark, 0.35), { puff: 3, gloss: 0.2, cast: 0 });
  const glowing = tint(palette.accent, 0.2);
  bothSides((turn, side) => {
    canvas.fill(turn(ellipse(38, 49, 13)), glow(glowing, 0.5, 50 - side * 12, 49, 13));
    canvas.fill(turn(ellipse(38, 49, 6.4, 7.4)), glowing);
    canvas.fill(turn(ellipse(36.4, 46.6, 2)), PAPER);
  });
  for (let x = 36; x <= 64; x += 7) canvas.fill(bar(x, 72, x, 79, 2.8), shade(shell, 0.45));
};

const pumpkin: Painter = (canvas, palette, random) => {
  const rind = mix(0xf2862e, palette.main, random.pick([0, 0, 1]) || random.between(0, 0.22));
  canvas.ground(50, 90, 42);
  canvas.solid(path('M46 26 C46 16 42 10 48 6 C54 4 58 8 56 12 C54 16 56 22 56 28 Z'), 0x6a994e, { puff: 4 });
  bothSides((turn) => canvas.solid(turn(ellipse(28, 56, 21, 31)), shade(rind, 0.1), { puff: 14 }));
  bothSides((turn) => canvas.solid(turn(ellipse(40, 57, 18, 33)), rind, { puff: 12, cast: 0.2 }));
  canvas.solid(ellipse(50, 58, 14, 34), tint(rind, 0.06), { puff: 11, cast: 0.15 });
  const lit = vertical(0xfff2a0, 0xffc23d, 40, 80);
  const cuts = join(
    polygon(26, 54, 36, 40, 45, 54),
    polygon(74, 54, 64, 40, 55, 54),
    polygon(46, 64, 50, 57, 54, 64),
    path(
      'M22 64 L32 68 L36 64 L40 70 L50 72 L60 70 L64 64 L68 68 L78 64 C74 82 60 86 50 86 C40 86 26 82 22 64 Z',
    ),
  );
  canvas.fill(cuts, shade(rind, 0.55));
  canvas.placed(1.2, 1.6, 0.98, () => canvas.fill(cuts, lit));
};

const animal =
  (ear: Path): Painter =>
  (canvas, palette, random) => {
    const fur = drift(
      random.pick([0xe0974f, 0x8d6b58, 0xd9d6e3, 0xf0d9b5, palette.main, palette.second]),
      random,
    );
    canvas.ground(50, 92, 36);
    bothSides((turn) => canvas.solid(turn(ear), fur, { puff: 6 }));
    canvas.solid(smooth([50, 20, 76, 28, 90, 54, 78, 82, 50, 90, 22, 82, 10, 54, 24, 28]), fur, { puff: 15 });
    canvas.solid(smooth([50, 58, 66, 62, 72, 74, 62, 85, 50, 87, 38, 85, 28, 74, 34, 62]), tint(fur, 0.6), {
      puff: 7,
      cast: 0.12,
    });
    bothSides((turn) => {
      canvas.fill(turn(ellipse(32, 53, 5.4, 7)), INK);
      canvas.fill(turn(ellipse(24, 66, 6, 4)), see(0xff6d88, 0.4));
    });
    canvas.fill(join(ellipse(30.5, 50.4, 2), ellipse(66.5, 50.4, 2)), PAPER);
    canvas.solid(path('M43 63 C46 61 54 61 57 63 C57 68 52 70 50 70 C48 70 43 68 43 63 Z'), INK, {
      puff: 3,
      gloss: 0.9,
      cast: 0,
    });
    canvas.fill(join(bar(50, 70, 50, 75, 1.6), bar(50, 75, 44, 78, 1.8), bar(50, 75, 56, 78, 1.8)), INK);
  };

const alien: Painter = (canvas, palette, random) => {
  const skin = drift(random.pick([0x7fd66b, 0x6fd3d6, 0xb08be8, palette.main]), random);
  canvas.ground(50, 93, 28);
  bothSides((turn) => {
    canvas.solid(turn(bar(36, 26, 26, 10, 3)), skin, { puff: 2 });
    canvas.solid(turn(ellipse(25, 9, 5)), palette.accent, { puff: 5, gloss: 0.9 });
  });
  canvas.solid(smooth([50, 16, 78, 24, 88, 48, 72, 74, 50, 92, 28, 74, 12, 48, 22, 24]), skin, {
    puff: 15,
    gloss: 0.5,
  });
  bothSides((turn) => {
    canvas.solid(turn(path('M20 44 C32 42 46 52 46 64 C34 68 20 60 20 44 Z')), INK, {
      puff: 6,
      gloss: 1,
      cast: 0.1,
    });
    canvas.fill(turn(ellipse(28, 50, 3, 2.4)), see(PAPER, 0.85));
  });
  canvas.fill(bar(45, 79, 55, 78, 2), shade(skin, 0.6));
};

/** Heads without hair. */
export const heads = {
  block,
  robot,
  pumpkin,
  cat: animal(path('M16 44 C12 20 16 8 22 6 C34 10 42 18 46 28 Z')),
  bear: animal(ellipse(22, 24, 15)),
  bunny: animal(path('M26 36 C14 14 18 -2 28 0 C40 2 44 20 44 32 Z')),
  alien,
} as const satisfies Variants;
