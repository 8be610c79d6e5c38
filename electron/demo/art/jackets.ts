import { shade, tint } from './colour.ts';
import { garment } from './garment.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, LEATHER } from './palette.ts';
import { path } from './path.ts';
import { bar, bothSides, box, ellipse, stroke } from './shapes.ts';

const openJacket =
  (cloth: 'leather' | 'denim' | 'wool'): Painter =>
  (canvas, palette, random) => {
    const shell = drift(
      { leather: random.pick([LEATHER, 0x3c4257]), denim: 0x54749e, wool: palette.main }[cloth],
      random,
    );
    garment(
      canvas,
      {
        colour: palette.light,
        sleeve: cloth === 'wool' ? palette.light : shell,
        long: true,
        cuff: palette.accent,
      },
      () => {
        canvas.fill(glyph(random.pick(GLYPHS), 50, 52, 8), palette.accent);
      },
    );
    bothSides((turn) => {
      canvas.solid(
        turn(path('M64 13 C71 15 75 19 77 25 L75 88 C69 91 63 91 58 90 C58 66 60 40 55 24 Z')),
        shell,
        { puff: 6, gloss: 0.3 },
      );
      canvas.solid(turn(path('M63 12 C68 14 70 17 71 22 L60 46 L54 24 Z')), tint(shell, 0.14), {
        puff: 3,
        gloss: 0.2,
      });
      canvas.fill(turn(bar(63, 66, 71, 62, 1.8)), GOLD);
      canvas.solid(turn(path('M58 85 C64 87 70 86 75 84 L75 90 C69 93 63 93 58 92 Z')), palette.accent, {
        puff: 2.4,
      });
    });
  };

const hoodie: Painter = (canvas, palette, random) => {
  canvas.solid(
    path('M28 22 C28 4 40 2 50 2 C60 2 72 4 72 22 C64 34 36 34 28 22 Z'),
    shade(palette.main, 0.1),
    { puff: 8, gloss: 0 },
  );
  garment(
    canvas,
    {
      colour: palette.main,
      sleeve: random.chance(0.5) ? palette.second : palette.main,
      long: true,
      cuff: shade(palette.main, 0.2),
    },
    () => {
      if (random.chance(0.6)) canvas.fill(glyph(random.pick(GLYPHS), 50, 48, 10), palette.accent);
    },
  );
  canvas.fill(ellipse(50, 16, 13, 9), shade(palette.main, 0.62));
  canvas.solid(stroke(path('M35 10 C36 30 64 30 65 10'), 6), tint(palette.main, 0.06), { puff: 3, gloss: 0 });
  canvas.solid(path('M34 66 H66 L72 82 H28 Z'), tint(palette.main, 0.04), { puff: 3, gloss: 0, cast: 0.28 });
  bothSides((turn) => canvas.solid(turn(bar(56, 27, 57, 42, 2)), palette.light, { puff: 1.2 }));
};

const puffer: Painter = (canvas, palette) => {
  garment(
    canvas,
    { colour: palette.main, sleeve: palette.main, long: true, cuff: palette.dark, puff: 7 },
    () => undefined,
  );
  for (let row = 0; row < 5; row++) {
    bothSides((turn) =>
      canvas.solid(
        turn(box(50, 24 + row * 13, 26 - (row % 4) * 0.3, 14, 6)),
        row === 0 ? palette.accent : palette.main,
        { puff: 7, gloss: 0.5 },
      ),
    );
    if (row < 4)
      bothSides((turn) =>
        canvas.solid(
          turn(
            path(
              `M${78 + row * 0.8} ${28 + row * 12} L${90 + row * 1.8} ${25 + row * 12.6} L${94 + row * 0.9} ${38 + row * 12} L${79 + row * 0.6} ${41 + row * 12} Z`,
            ),
          ),
          row === 0 ? palette.accent : palette.main,
          { puff: 6, gloss: 0.5, cast: 0.15 },
        ),
      );
  }
  canvas.solid(box(33, 10, 34, 14, 6), tint(palette.main, 0.1), { puff: 6, gloss: 0.3 });
  canvas.fill(bar(50, 14, 50, 88, 1.6), GOLD);
};

export const jackets = {
  leather: openJacket('leather'),
  denim: openJacket('denim'),
  varsity: openJacket('wool'),
  hoodie,
  puffer,
} as const satisfies Variants;
