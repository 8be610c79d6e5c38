import { see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, LEATHER, PAPER } from './palette.ts';
import { path, smooth } from './path.ts';
import { bothSides, box, cut, ellipse, join, star, stroke } from './shapes.ts';

const teddy: Painter = (canvas, palette, random) => {
  const fur = drift(random.pick([0xb98252, 0xe3c08f, 0xf3a9bd, palette.main]), random);
  canvas.ground(50, 94, 38);
  bothSides((turn) => {
    canvas.solid(turn(ellipse(24, 64, 9, 15)), fur, { puff: 7 });
    canvas.solid(turn(ellipse(30, 16, 10)), fur, { puff: 7 });
    canvas.solid(turn(ellipse(30, 16, 5)), tint(fur, 0.5), { puff: 3, cast: 0 });
  });
  canvas.solid(ellipse(50, 70, 24, 23), fur, { puff: 14 });
  canvas.solid(ellipse(50, 72, 14, 14), tint(fur, 0.45), { puff: 8, cast: 0.05 });
  bothSides((turn) => {
    canvas.solid(turn(ellipse(29, 87, 11, 8)), fur, { puff: 6 });
    canvas.solid(turn(ellipse(28, 88, 6, 4.6)), tint(fur, 0.5), { puff: 3, cast: 0 });
  });
  canvas.solid(ellipse(50, 33, 25, 22), fur, { puff: 14 });
  canvas.solid(ellipse(50, 41, 11, 8.6), tint(fur, 0.5), { puff: 5, cast: 0.05 });
  bothSides((turn) => canvas.fill(turn(ellipse(39, 31, 3.2, 3.8)), INK));
  canvas.solid(ellipse(50, 37.6, 4, 3), INK, { puff: 2.6, gloss: 1, cast: 0 });
  bothSides((turn) =>
    canvas.solid(turn(path('M50 56 C58 49 66 50 66 54 V62 C64 65 57 63 50 58 Z')), palette.accent, {
      puff: 3,
    }),
  );
  canvas.solid(ellipse(50, 57, 3.6), shade(palette.accent, 0.15), { puff: 3 });
};

const bouquet: Painter = (canvas, palette, random) => {
  canvas.ground(50, 96, 26);
  for (const x of [22, 38, 62, 78])
    canvas.solid(
      path(`M50 70 C${(x + 50) / 2 - 8} 56 ${x - 6} 46 ${x} 34 C${x + 10} 44 ${(x + 50) / 2 + 8} 58 50 70 Z`),
      0x5fa15a,
      { puff: 4 },
    );
  const colours = [
    palette.main,
    palette.second,
    palette.accent,
    palette.main,
    palette.accent,
    palette.second,
    palette.main,
  ];
  for (const [index, [x, y]] of (
    [
      [28, 42],
      [72, 42],
      [36, 22],
      [64, 22],
      [50, 12],
      [42, 42],
      [58, 40],
    ] as const
  ).entries()) {
    const tulip = random.chance(0.3);
    canvas.solid(
      tulip
        ? path(
            `M${x - 10} ${y - 9} L${x - 4} ${y - 4} L${x} ${y - 11} L${x + 4} ${y - 4} L${x + 10} ${y - 9} C${x + 12} ${y + 6} ${x + 6} ${y + 11} ${x} ${y + 11} C${x - 6} ${y + 11} ${x - 12} ${y + 6} ${x - 10} ${y - 9} Z`,
          )
        : smooth([...star(x, y, 13.5, 8.5, 6, index)[0]!]),
      colours[index]!,
      { puff: 5 },
    );
    if (!tulip) canvas.solid(ellipse(x, y, 4), tint(palette.accent, 0.45), { puff: 3, cast: 0.15 });
  }
  canvas.solid(path('M22 48 C38 58 62 58 78 48 L56 94 H44 Z'), palette.light, { puff: 6, gloss: 0.1 });
  canvas.solid(path('M22 48 C34 60 46 66 52 94 H44 Z'), shade(palette.light, 0.1), { puff: 3, gloss: 0 });
  bothSides((turn) =>
    canvas.solid(turn(path('M50 72 C58 64 66 66 66 70 V78 C64 81 57 79 50 74 Z')), palette.second, {
      puff: 3,
    }),
  );
};

const slingBag: Painter = (canvas, palette, random) => {
  const hide = drift(random.pick([LEATHER, palette.main, palette.second]), random);
  canvas.ground(50, 93, 38);
  canvas.solid(
    cut(path('M14 56 C16 10 40 4 50 4 C60 4 84 10 86 56 L79 56 C76 20 60 12 50 12 C40 12 24 20 21 56 Z')),
    shade(hide, 0.2),
    { puff: 3 },
  );
  canvas.solid(box(10, 42, 80, 48, 12), hide, { puff: 9, gloss: 0.3 });
  canvas.solid(
    path('M10 50 C10 42 16 40 22 40 H78 C84 40 90 42 90 50 C90 66 70 72 50 72 C30 72 10 66 10 50 Z'),
    tint(hide, 0.1),
    { puff: 7, gloss: 0.35 },
  );
  canvas.fill(stroke(path('M15 52 C18 63 34 68 50 68 C66 68 82 63 85 52'), 1), see(PAPER, 0.55));
  canvas.solid(box(43, 60, 14, 20, 4), palette.accent, { puff: 3 });
  canvas.solid(ellipse(50, 73, 3.2), GOLD, { puff: 3, gloss: 1 });
  if (random.chance(0.6)) canvas.solid(glyph(random.pick(GLYPHS), 27, 54, 7), palette.light, { puff: 2 });
};

const neckTie: Painter = (canvas, palette, random) => {
  canvas.ground(50, 97, 16, 0.24);
  const tie = path('M44 26 H56 L66 76 L50 96 L34 76 Z');
  canvas.solid(tie, palette.main, { puff: 7, gloss: 0.4 }, () => {
    const dots = random.chance(0.4);
    for (let y = 20; y < 110; y += 13)
      canvas.fill(
        dots
          ? join(ellipse(44, y, 2.4), ellipse(56, y + 6, 2.4))
          : path(`M30 ${y} L70 ${y - 18} V${y - 12} L30 ${y + 6} Z`),
        palette.accent,
      );
  });
  canvas.solid(path('M40 8 C46 6 54 6 60 8 L57 27 C53 29 47 29 43 27 Z'), palette.main, {
    puff: 6,
    gloss: 0.4,
  });
  bothSides((turn) =>
    canvas.solid(turn(path('M50 12 L62 3 L84 10 L68 34 Z')), palette.light, { puff: 3, gloss: 0 }),
  );
};

export const frontPieces = { teddy, bouquet, slingBag, neckTie } as const satisfies Variants;
