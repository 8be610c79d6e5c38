import { see, shade } from './colour.ts';
import { garment, collarBand, stripes } from './garment.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { bothSides, box, ellipse, polygon, stroke } from './shapes.ts';

const knitted =
  (pattern: 'bands' | 'zigzag' | 'motif' | 'diamonds'): Painter =>
  (canvas, palette, random) => {
    garment(
      canvas,
      { colour: palette.main, sleeve: palette.main, long: true, cuff: palette.second, puff: 10 },
      () => {
        if (pattern === 'bands') stripes(canvas, [palette.second, palette.light, palette.accent], 38, 12, 7);
        else if (pattern === 'zigzag')
          for (const [y, colour] of [
            [36, palette.light],
            [46, palette.accent],
            [70, palette.light],
          ] as const)
            canvas.fill(zigzag(y), colour);
        else if (pattern === 'motif')
          canvas.fill(glyph(random.pick(['heart', 'paw', 'flower', 'moon']), 50, 54, 15), palette.accent);
        else
          for (let index = 0; index < 3; index++)
            canvas.fill(
              polygon(50, 28 + index * 20, 60, 38 + index * 20, 50, 48 + index * 20, 40, 38 + index * 20),
              index % 2 === 0 ? palette.accent : palette.light,
            );
        for (let x = 24; x < 80; x += 3.2)
          canvas.fill(box(x, 10, 1, 90), see(shade(palette.main, 0.6), 0.13));
        canvas.fill(box(20, 84, 60, 10), palette.second);
      },
    );
    if (random.chance(0.4)) canvas.solid(box(35, 6, 30, 16, 7), palette.second, { puff: 6, gloss: 0 });
    else collarBand(canvas, palette.second);
  };

const cardigan: Painter = (canvas, palette) => {
  garment(
    canvas,
    { colour: palette.main, sleeve: palette.main, long: true, cuff: shade(palette.main, 0.18), puff: 10 },
    () => {
      canvas.fill(path('M38 8 L50 50 L62 8 Z'), palette.light);
      for (let x = 24; x < 80; x += 3.2) canvas.fill(box(x, 46, 1, 60), see(shade(palette.main, 0.6), 0.12));
    },
  );
  bothSides((turn) =>
    canvas.solid(turn(stroke(path('M63 14 L51.4 52 V90'), 4.2)), palette.accent, { puff: 2.4, gloss: 0 }),
  );
  for (const y of [60, 71, 82]) canvas.solid(ellipse(50, y, 2.2), PAPER, { puff: 2, gloss: 0.6 });
};

function zigzag(y: number): Path {
  const points: number[] = [];
  for (let index = 0; index <= 12; index++) points.push(20 + index * 5, y + (index % 2) * 6);
  return stroke([points], 4);
}

export const sweaters = {
  bands: knitted('bands'),
  zigzag: knitted('zigzag'),
  motif: knitted('motif'),
  diamonds: knitted('diamonds'),
  cardigan,
} as const satisfies Variants;
