import { mix, see } from './colour.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { bar, box, cut, ellipse, join } from './shapes.ts';

const capital = join(bar(24, 74, 39, 24, 7.4), bar(39, 24, 54, 74, 7.4), bar(30, 58, 48, 58, 6));
const small = join(cut(ellipse(71, 62, 13, 13.6), ellipse(71, 62, 6.6, 7.4)), bar(82, 51, 82, 74, 6.6));
const serifs = join(
  bar(17, 75, 31, 75, 5),
  bar(47, 75, 61, 75, 5),
  bar(34, 23, 44, 23, 5),
  bar(79, 75, 90, 75, 5),
);

const specimen =
  (...letters: readonly Path[]): Painter =>
  (canvas, palette) => {
    canvas.ground(50, 95, 40);
    canvas.solid(
      box(6, 6, 88, 86, 16),
      palette.main,
      { puff: 6, gloss: 0.4, to: mix(palette.main, palette.dark, 0.5) },
      () => canvas.fill(path('M0 0 H100 V24 C66 26 38 44 0 76 Z'), see(PAPER, 0.12)),
    );
    for (const letter of letters) canvas.solid(letter, PAPER, { puff: 2.4, gloss: 0.3 });
    canvas.fill(bar(20, 84, 80, 84, 2), see(palette.accent, 0.9));
  };

/** A specimen of two letters. */
export const fonts = {
  sans: specimen(capital, small),
  slab: specimen(capital, small, serifs),
} as const satisfies Variants;
