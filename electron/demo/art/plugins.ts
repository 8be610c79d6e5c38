import type { Canvas } from './canvas.ts';
import { mix, see, shade } from './colour.ts';
import type { Painter, Variants } from './painter.ts';
import { INK, PAPER } from './palette.ts';
import type { Palette } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { bar, box, cut, ellipse, join, polygon, star, stroke } from './shapes.ts';

type Sign = (canvas: Canvas, palette: Palette) => void;

const plugin =
  (drawSign: Sign): Painter =>
  (canvas, palette) => {
    canvas.ground(50, 95, 40);
    canvas.solid(
      box(7, 6, 86, 86, 22),
      palette.main,
      { puff: 7, gloss: 0.4, to: mix(palette.main, palette.dark, 0.5) },
      () => canvas.fill(path('M0 0 H100 V24 C66 26 38 44 0 76 Z'), see(PAPER, 0.12)),
    );
    drawSign(canvas, palette);
  };

const cog = (x: number, y: number, r: number): Path =>
  join(
    star(x, y, r * 0.82, r * 0.76, 12),
    ...Array.from({ length: 8 }, (_, index) =>
      bar(x, y, x + Math.cos(index * 0.785) * r * 0.92, y + Math.sin(index * 0.785) * r * 0.92, r * 0.3),
    ),
  );

const gears: Sign = (canvas, palette) => {
  canvas.solid(cog(43, 45, 25), palette.light, { puff: 4 });
  canvas.fill(ellipse(43, 45, 9), shade(palette.main, 0.25));
  canvas.solid(cog(67, 68, 16), palette.accent, { puff: 3 });
  canvas.fill(ellipse(67, 68, 5.6), shade(palette.main, 0.35));
};

const puzzle: Sign = (canvas, palette) =>
  canvas.solid(
    cut(
      join(box(26, 36, 42, 40, 5), ellipse(47, 33, 9), ellipse(71, 56, 9)),
      ellipse(47, 77, 8.4),
      ellipse(26, 56, 8),
    ),
    palette.light,
    { puff: 5 },
  );

const wrench: Sign = (canvas, palette) =>
  canvas.turned(45, () => {
    canvas.solid(
      cut(join(box(44, 34, 12, 50, 6), ellipse(50, 28, 17)), box(44.4, 8, 11.2, 20, 4)),
      palette.light,
      { puff: 4, gloss: 0.7 },
    );
  });

const code: Sign = (canvas, palette) => {
  canvas.solid(
    join(stroke(path('M36 32 L20 49 L36 66'), 8), stroke(path('M64 32 L80 49 L64 66'), 8)),
    palette.light,
    { puff: 4 },
  );
  canvas.solid(bar(56, 28, 44, 70, 7), palette.accent, { puff: 3.4 });
};

const pencil: Sign = (canvas, palette) =>
  canvas.turned(40, () => {
    canvas.solid(box(43, 18, 14, 44, 3), palette.accent, { puff: 4 });
    canvas.solid(box(43, 16, 14, 9, 3), 0xf49aa9, { puff: 3 });
    canvas.solid(polygon(43, 62, 57, 62, 50, 80), 0xf6dcb4, { puff: 3 });
    canvas.fill(polygon(47.4, 73, 52.6, 73, 50, 80), INK);
  });

const sliders: Sign = (canvas, palette) => {
  for (const [y, x] of [
    [34, 62],
    [50, 36],
    [66, 56],
  ] as const) {
    canvas.solid(bar(24, y, 76, y, 5), PAPER, { puff: 2.4 });
    canvas.solid(ellipse(x, y, 7), palette.accent, { puff: 5, gloss: 0.8 });
  }
};

const blocks: Sign = (canvas, palette) => {
  for (const [x, y, colour] of [
    [35, 34, palette.light],
    [65, 34, palette.accent],
    [35, 64, palette.accent],
    [65, 64, palette.light],
  ] as const)
    canvas.solid(box(x - 12, y - 12, 24, 24, 6), colour, { puff: 4.4 });
};

/** Tool tiles. */
export const plugins = {
  gears: plugin(gears),
  puzzle: plugin(puzzle),
  wrench: plugin(wrench),
  code: plugin(code),
  pencil: plugin(pencil),
  sliders: plugin(sliders),
  blocks: plugin(blocks),
} as const satisfies Variants;
