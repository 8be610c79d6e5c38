import type { Canvas } from './canvas.ts';
import { glow, mix, see, shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import { drawSmile } from './expressions.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { GOLD, PAPER, STEEL } from './palette.ts';
import type { Palette } from './palette.ts';
import { path, symmetric } from './path.ts';
import type { Path } from './path.ts';
import type { Random } from './random.ts';
import { bothSides, box, ellipse, polygon, star } from './shapes.ts';

const BRONZE: Colour = 0xd08a55;
const RIMS: readonly Colour[] = [GOLD, GOLD, STEEL, BRONZE];

const medal =
  (outlines: readonly Path[]): Painter =>
  (canvas, palette, random) => {
    const rim = random.chance(0.7) ? random.pick(RIMS) : palette.second;
    const outline = random.pick(outlines);
    canvas.solid(outline, rim, { puff: 6, gloss: 0.9 });
    canvas.solid(ellipse(50, 50, 40), shade(rim, 0.3), { puff: 2, cast: 0 });
    canvas.solid(
      ellipse(50, 50, 37.6),
      palette.main,
      { puff: 3, gloss: 0.2, cast: 0, to: mix(palette.main, palette.dark, 0.45) },
      () => drawField(canvas, palette, random),
    );
    if (random.chance(0.1)) canvas.placed(10, 9, 0.8, () => drawSmile(canvas));
    else
      canvas.solid(
        glyph(random.pick(GLYPHS), 50, 49, 23),
        random.pick([tint(rim, 0.35), palette.light, palette.accent]),
        { puff: 4.4, gloss: 0.6 },
      );
    if (random.chance(0.3))
      for (const [x, y, turn] of [
        [32, 80, -0.2],
        [50, 85, 0],
        [68, 80, 0.2],
      ] as const)
        canvas.solid(star(x, y, 6.6, 3, 5, turn), tint(rim, 0.3), { puff: 1.8 });
  };

const rosette: Painter = (canvas, palette, random) => {
  bothSides((turn) =>
    canvas.solid(turn(path('M54 54 H80 L88 98 L74 92 L62 99 Z')), shade(palette.main, 0.1), { puff: 4 }),
  );
  canvas.solid(star(50, 42, 42, 35, 16), palette.main, { puff: 5, gloss: 0.3 });
  canvas.solid(ellipse(50, 42, 29), random.pick(RIMS), { puff: 5, gloss: 0.8 });
  canvas.solid(ellipse(50, 42, 23.5), palette.second, { puff: 3, cast: 0.1 }, () =>
    drawField(canvas, palette, random),
  );
  canvas.solid(glyph(random.pick(GLYPHS), 50, 42, 15), palette.light, { puff: 3.4, gloss: 0.5 });
};

const shield: Painter = (canvas, palette, random) => {
  const rim = random.pick(RIMS);
  const outline = symmetric('M50 3 C62 11 76 14 90 13 C94 50 82 80 50 98');
  canvas.solid(outline, rim, { puff: 6, gloss: 0.9 });
  canvas.placed(7, 6.4, 0.86, () =>
    canvas.solid(outline, palette.main, { puff: 4, cast: 0, to: mix(palette.main, palette.dark, 0.4) }, () =>
      drawField(canvas, palette, random),
    ),
  );
  canvas.solid(
    glyph(random.pick(GLYPHS), 50, 47, 22),
    random.pick([palette.light, tint(rim, 0.35), palette.accent]),
    { puff: 4.4, gloss: 0.6 },
  );
};

function drawField(canvas: Canvas, palette: Palette, random: Random): void {
  const fields: readonly (() => void)[] = [
    () => canvas.fill(star(50, 50, 60, 16, 12), see(PAPER, 0.16)),
    () => canvas.fill(path('M0 62 L28 38 L44 58 L62 34 L100 70 V100 H0 Z'), see(palette.dark, 0.5)),
    () => canvas.fill(ellipse(50, 48, 34), glow(tint(palette.accent, 0.3), 0.6, 50, 48, 34)),
    () => {
      for (let x = -60; x < 120; x += 16)
        canvas.fill(polygon(x, 100, x + 60, 0, x + 68, 0, x + 8, 100), see(PAPER, 0.13));
    },
    () => canvas.fill(box(50, 0, 50, 100), see(palette.second, 0.85)),
    () => canvas.fill(box(0, 58, 100, 50), see(palette.second, 0.7)),
  ];
  random.pick(fields)();
  canvas.fill(path('M0 0 H100 V26 C70 20 40 34 0 60 Z'), see(PAPER, 0.12));
}

/** Medals, rosettes and shields: what a badge shows. */
export const badges = {
  medal: medal([ellipse(50, 50, 47), star(50, 50, 49, 45, 16)]),
  starburst: medal([star(50, 50, 49, 44, 8, Math.PI / 8), star(50, 50, 49, 49, 4, Math.PI / 8)]),
  rosette,
  shield,
} as const satisfies Variants;
