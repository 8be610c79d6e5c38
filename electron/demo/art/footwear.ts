import type { Canvas } from './canvas.ts';
import { see, shade } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { GOLD, INK, LEATHER, PAPER } from './palette.ts';
import { path } from './path.ts';
import { bar, box, ellipse, stroke } from './shapes.ts';

/** Puts what one shoe looks like on the picture: once, or twice. */
type Arrange = (canvas: Canvas, drawShoe: () => void) => void;

const sneakers =
  (high: boolean, arrange: Arrange): Painter =>
  (canvas, palette) => {
    arrange(canvas, () => {
      const upper = high
        ? path('M20 26 C28 22 40 22 46 26 C47 42 56 52 72 56 C86 60 90 66 90 76 H18 C17 58 22 42 20 26 Z')
        : path('M17 48 C24 42 40 44 46 42 C50 52 60 54 72 57 C86 60 90 66 90 76 H18 C15 66 18 56 17 48 Z');
      canvas.solid(upper, palette.main, { puff: 7, gloss: 0.25 }, () => {
        canvas.fill(ellipse(92, 72, 17, 15), palette.second);
        canvas.fill(box(10, 20, 16, 60), palette.second);
        canvas.fill(
          high ? path('M30 72 C34 58 44 52 54 60 L60 76 H30 Z') : path('M28 72 C36 60 46 58 58 76 Z'),
          see(palette.accent, 0.9),
        );
      });
      canvas.solid(
        path('M14 74 C40 77 66 77 92 73 C95 77 94 84 90 86 H18 C13 84 12 78 14 74 Z'),
        palette.light,
        { puff: 4 },
      );
      canvas.fill(stroke(path('M16 80 C40 82.4 66 82.4 91 79'), 1.6), palette.accent);
      for (let index = 0; index < (high ? 5 : 3); index++) {
        const x = 63 - index * 5;
        const y = 53 - index * (high ? 6 : 3.4);
        canvas.solid(bar(x - 8, y + 4, x + 1, y - 0.4, 2.8), palette.light, { puff: 1.6, gloss: 0 });
      }
      if (high) canvas.solid(glyph('star', 28, 40, 6), palette.accent, { puff: 1.4 });
    });
  };

const boots =
  (arrange: Arrange): Painter =>
  (canvas, palette, random) => {
    const hide = random.pick([LEATHER, INK, palette.main, 0xc98f4e]);
    arrange(canvas, () => {
      canvas.solid(path('M20 14 H50 C49 32 50 48 56 54 C70 58 86 60 88 76 H20 C22 52 20 34 20 14 Z'), hide, {
        puff: 8,
        gloss: 0.5,
      });
      canvas.solid(path('M16 74 H90 V84 H46 L42 81 L38 87 H16 Z'), shade(hide, 0.45), { puff: 3 });
      canvas.solid(box(17, 10, 36, 11, 5), palette.light, { puff: 5, gloss: 0 });
      canvas.solid(path('M20 46 C32 50 42 50 52 48 L54 55 C42 58 30 57 20.6 53 Z'), palette.accent, {
        puff: 2.4,
      });
      canvas.solid(box(33, 45, 10, 12, 3), GOLD, { puff: 2.4, gloss: 0.9 });
    });
  };

const skates =
  (arrange: Arrange): Painter =>
  (canvas, palette) => {
    arrange(canvas, () => {
      canvas.solid(
        path('M22 16 C30 12 42 12 48 16 C48 34 54 44 70 48 C84 51 88 56 88 66 H20 C20 48 24 32 22 16 Z'),
        palette.light,
        { puff: 7, gloss: 0.4 },
      );
      canvas.fill(path('M20 58 H88 V66 H20 Z'), palette.main);
      for (let index = 0; index < 5; index++)
        canvas.solid(
          bar(52 - index * 2.4, 46 - index * 6, 61 - index * 3.4, 42 - index * 6, 2.6),
          palette.accent,
          { puff: 1.4 },
        );
      canvas.solid(box(18, 64, 71, 8, 4), palette.dark, { puff: 3 });
      for (const x of [30, 76]) {
        canvas.solid(ellipse(x, 79, 9), palette.accent, { puff: 5, gloss: 0.6 });
        canvas.fill(ellipse(x, 79, 3.4), PAPER);
      }
    });
  };

const pair: Arrange = (canvas, drawShoe) => {
  canvas.ground(50, 89, 46);
  canvas.placed(22, 4, 0.76, drawShoe);
  canvas.placed(2, 16, 0.84, drawShoe);
};

const single: Arrange = (canvas, drawShoe) => {
  canvas.ground(50, 89, 42);
  canvas.placed(0, 2, 0.98, drawShoe);
};

const footwear = (arrange: Arrange) =>
  ({
    highTop: sneakers(true, arrange),
    lowTop: sneakers(false, arrange),
    boot: boots(arrange),
    skate: skates(arrange),
  }) as const satisfies Variants;

/** A pair of shoes. */
export const shoes = footwear(pair);

/** One shoe, which left and right shoes are sold as. */
export const singleShoes = footwear(single);
