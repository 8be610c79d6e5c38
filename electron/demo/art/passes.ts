import { lightness, mix, see, shade, tint, vertical } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { GOLD, PAPER } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { bar, box, cut, ellipse, join, star, stroke } from './shapes.ts';

const ticket: Painter = (canvas, palette, random) => {
  canvas.ground(50, 84, 42, 0.26);
  canvas.turned(-14, () => {
    const outline = cut(box(4, 24, 92, 52, 7), ellipse(4, 50, 8), ellipse(96, 50, 8));
    canvas.solid(outline, palette.main, { puff: 4, gloss: 0.5 }, () => {
      canvas.fill(box(66, 0, 40, 100), see(palette.dark, 0.28));
      canvas.fill(path('M0 20 H70 L30 80 H0 Z'), see(PAPER, 0.1));
    });
    canvas.fill(cut(box(10, 30, 80, 40, 4), box(11.4, 31.4, 77.2, 37.2, 3)), see(palette.light, 0.55));
    for (let y = 28; y < 74; y += 6) canvas.fill(bar(66, y, 66, y + 2.4, 1.6), palette.light);
    canvas.solid(glyph(random.pick(GLYPHS), 38, 50, 15.5), palette.accent, { puff: 3.4, gloss: 0.8 });
    for (const [y, width] of [
      [42, 13],
      [50, 9],
      [58, 12],
    ] as const)
      canvas.fill(bar(73, y, 73 + width, y, 3), see(palette.light, 0.85));
  });
};

const coin: Painter = (canvas, palette, random) => {
  const metal = random.chance(0.6) ? GOLD : palette.main;
  canvas.ground(50, 92, 36);
  canvas.solid(ellipse(52.4, 51, 41), shade(metal, 0.4), { puff: 3 });
  canvas.solid(ellipse(48, 48, 42), metal, { puff: 5, gloss: 1 });
  canvas.solid(ellipse(48, 48, 34), shade(metal, 0.14), { puff: 3, gloss: 0.4, cast: 0 });
  canvas.solid(
    glyph(random.pick(['star', 'crown', 'gem', 'bolt', 'heart', 'trophy', 'flame', 'clover']), 48, 47, 22),
    random.chance(0.5) ? tint(metal, 0.5) : palette.second,
    { puff: 4.4, gloss: 0.9 },
  );
  canvas.fill(star(22, 20, 8, 1.8, 4), PAPER);
  canvas.fill(star(80, 74, 5, 1.2, 4), PAPER);
};

const multiplier =
  (times: 2 | 3): Painter =>
  (canvas, palette, random) => {
    canvas.ground(50, 93, 36);
    canvas.solid(
      box(8, 8, 84, 84, 24),
      palette.main,
      { puff: 9, gloss: 0.5, to: mix(palette.main, palette.dark, 0.5) },
      () => {
        canvas.fill(star(50, 50, 80, 20, 12), see(PAPER, 0.14));
      },
    );
    const digit: Path =
      times === 2
        ? stroke(path('M47 39 C47 28 67 28 68 40 C68 50 54 54 47 68 H69'), 8.6)
        : stroke(
            path('M48 33 C56 27 68 30 68 39 C68 47 61 49 57 49 C62 49 70 51 70 60 C70 70 56 72 47 66'),
            8.2,
          );
    const cross = join(bar(24, 46, 38, 64, 7.6), bar(38, 46, 24, 64, 7.6));
    canvas.solid(join(cross, digit), lightness(palette.main) > 0.68 ? palette.dark : palette.light, {
      puff: 4,
      gloss: 0.8,
    });
    canvas.solid(glyph(random.pick(['bolt', 'star', 'gem', 'clover']), 78, 22, 13), GOLD, {
      puff: 3,
      gloss: 0.8,
    });
  };

const membershipCard: Painter = (canvas, palette, random) => {
  canvas.ground(50, 86, 42, 0.26);
  canvas.turned(10, () => {
    canvas.solid(box(5, 22, 90, 58, 9), palette.main, { puff: 4, gloss: 0.6 }, () => {
      canvas.fill(box(0, 20, 110, 60), {
        ...vertical(palette.main, tint(palette.second, 0.1), 0, 100),
        fromAlpha: 0,
        toAlpha: 1,
        x0: 10,
        x1: 95,
        y0: 20,
        y1: 80,
      });
      canvas.fill(path('M40 20 L60 20 L30 82 L10 82 Z M66 20 L72 20 L42 82 L36 82 Z'), see(PAPER, 0.12));
    });
    canvas.solid(box(13, 34, 17, 13, 3), GOLD, { puff: 2.4, gloss: 0.9 });
    canvas.fill(join(bar(14, 58, 54, 58, 3.4), bar(14, 66, 40, 66, 3.4)), see(palette.light, 0.85));
    canvas.solid(
      glyph(random.pick(['crown', 'star', 'gem', 'heart', 'paw', 'bolt']), 72, 48, 16),
      palette.accent,
      { puff: 3.6, gloss: 0.9 },
    );
  });
};

/** Tickets, coins and cards: what a pass shows. */
export const passes = {
  ticket,
  coin,
  double: multiplier(2),
  triple: multiplier(3),
  membershipCard,
} as const satisfies Variants;
