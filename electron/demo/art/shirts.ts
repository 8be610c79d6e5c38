import type { Canvas } from './canvas.ts';
import { see, shade, tint } from './colour.ts';
import { garment, collarBand, stripes } from './garment.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import type { Palette } from './palette.ts';
import { path } from './path.ts';
import type { Random } from './random.ts';
import { bothSides, box, ellipse, polygon, stroke } from './shapes.ts';

const NECK = path('M36 14 C40 26 60 26 64 14 C58 18 42 18 36 14 Z');

type Print = (canvas: Canvas, palette: Palette, random: Random) => void;

const printed =
  (drawPrint: Print): Painter =>
  (canvas, palette, random) => {
    const contrast = random.chance(0.4) ? palette.second : palette.main;
    garment(canvas, { colour: palette.main, sleeve: contrast, long: false, cuff: shade(contrast, 0.1) }, () =>
      drawPrint(canvas, palette, random),
    );
    collarBand(canvas, contrast === palette.main ? shade(palette.main, 0.12) : contrast);
    if (random.chance(0.5)) canvas.fill(NECK, see(shade(palette.main, 0.6), 0.35));
  };

const sign: Print = (canvas, palette, random) =>
  canvas.fill(glyph(random.pick(GLYPHS), 50, 50, 15), palette.accent);

const roundel: Print = (canvas, palette, random) => {
  canvas.fill(ellipse(50, 50, 20), palette.accent);
  canvas.fill(glyph(random.pick(GLYPHS), 50, 50, 12), palette.main);
};

const bands: Print = (canvas, palette) => {
  stripes(canvas, [palette.second, palette.accent, palette.light], 42, 7, 5);
  canvas.fill(glyph('star', 50, 51, 13), palette.light);
};

const summit: Print = (canvas, palette) => {
  canvas.fill(polygon(26, 76, 44, 44, 54, 60, 60, 52, 76, 76), palette.dark);
  canvas.fill(ellipse(62, 42, 8), palette.accent);
};

const hearts: Print = (canvas, palette) => {
  for (let index = 0; index < 12; index++) {
    const row = Math.floor(index / 3);
    canvas.fill(
      glyph('heart', 32 + (index % 3) * 18 + (row % 2) * 9 - 4, 36 + row * 14, 4),
      index % 2 === 0 ? palette.accent : palette.light,
    );
  }
};

const buttoned =
  (pattern: 'plain' | 'plaid' | 'flowers' | 'stripes'): Painter =>
  (canvas, palette, random) => {
    const long = random.chance(0.4);
    garment(
      canvas,
      { colour: palette.main, sleeve: palette.main, long, cuff: tint(palette.main, 0.25) },
      () => {
        if (pattern === 'plaid') {
          for (let x = 26; x < 80; x += 13) canvas.fill(box(x, 0, 5, 100), see(palette.accent, 0.5));
          for (let y = 22; y < 96; y += 13) canvas.fill(box(0, y, 100, 5), see(palette.dark, 0.4));
        } else if (pattern === 'flowers') {
          for (let index = 0; index < 14; index++)
            canvas.fill(
              glyph(index % 3 === 0 ? 'leaf' : 'flower', 28 + ((index * 19) % 46), 26 + index * 4.6, 5.4),
              index % 3 === 0 ? palette.second : palette.light,
            );
        } else if (pattern === 'stripes') {
          for (let x = 25; x < 80; x += 6.4) canvas.fill(box(x, 0, 2.2, 100), see(palette.light, 0.65));
        }
        canvas.fill(box(47, 18, 6, 80), see(tint(palette.main, 0.4), 0.75));
        for (let y = 34; y < 88; y += 12)
          canvas.solid(ellipse(50, y, 1.9), palette.accent, { puff: 1.6, gloss: 0.6 });
      },
    );
    bothSides((turn) =>
      canvas.solid(turn(path('M36 12 C40 16 46 20 50 23 L42 34 L31 19 Z')), tint(palette.main, 0.22), {
        puff: 2.6,
        gloss: 0.05,
      }),
    );
  };

const jersey: Painter = (canvas, palette, random) => {
  const digits = random.pick([
    path('M46 42 L53 38 V66 H58 V71 H42 V66 H47 V46 Z'),
    path('M40 39 H60 L52 71 H45 L52 45 H40 Z'),
  ]);
  garment(
    canvas,
    {
      colour: palette.main,
      sleeve: random.chance(0.5) ? palette.second : palette.main,
      long: false,
      cuff: palette.accent,
    },
    () => {
      canvas.fill(
        path('M20 10 L34 10 L34 100 L20 100 Z M66 10 L80 10 L80 100 L66 100 Z'),
        see(palette.second, 0.9),
      );
      canvas.fill(box(33, 0, 2, 100), palette.light);
      canvas.fill(box(65, 0, 2, 100), palette.light);
      canvas.fill(digits, palette.light);
    },
  );
  canvas.solid(stroke(path('M36 15 L50 29 L64 15'), 3.6), palette.accent, { puff: 2, cast: 0.2 });
};

/** T-shirts, by what is printed on them. */
export const tshirts = {
  sign: printed(sign),
  roundel: printed(roundel),
  bands: printed(bands),
  summit: printed(summit),
  hearts: printed(hearts),
} as const satisfies Variants;

export const shirts = {
  plain: buttoned('plain'),
  plaid: buttoned('plaid'),
  flowers: buttoned('flowers'),
  stripes: buttoned('stripes'),
  jersey,
} as const satisfies Variants;
