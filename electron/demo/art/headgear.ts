import { glow, see, shade, tint } from './colour.ts';
import type { Painter } from './painter.ts';
import { GOLD, INK, PAPER } from './palette.ts';
import { path, smooth, symmetric } from './path.ts';
import { bar, bothSides, box, cut, ellipse, join, polygon, ribbon, stroke } from './shapes.ts';

export const crown: Painter = (canvas, palette, random) => {
  const metal = random.pick([GOLD, GOLD, 0xd5dce8, 0xf2a38b, palette.main]);
  const gems = [palette.second, palette.accent, palette.second];
  canvas.ground(50, 86, 42);
  canvas.fill(ellipse(50, 40, 34, 11), shade(metal, 0.62));
  canvas.solid(path('M16 42 C30 30 70 30 84 42 L80 50 C66 40 34 40 20 50 Z'), shade(metal, 0.3), { puff: 3 });
  const band = random.chance(0.5)
    ? path('M13 36 L27 56 L33 24 L45 54 L50 14 L55 54 L67 24 L73 56 L87 36 L81 78 C66 88 34 88 19 78 Z')
    : path('M12 34 Q24 62 31 30 Q40 62 50 18 Q60 62 69 30 Q76 62 88 34 L81 78 C66 88 34 88 19 78 Z');
  canvas.solid(band, metal, { puff: 6, gloss: 0.8, to: shade(metal, 0.24) });
  canvas.solid(path('M18 68 C34 78 66 78 82 68 L81 78 C66 88 34 88 19 78 Z'), tint(metal, 0.2), {
    puff: 4,
    gloss: 0.7,
    cast: 0.18,
  });
  for (const [x, y] of [
    [12.5, 33],
    [50, 14],
    [87.5, 33],
  ] as const)
    canvas.solid(ellipse(x, y, 4.4), palette.light, { puff: 4.4, gloss: 0.9 });
  for (const [index, x] of [29, 50, 71].entries()) {
    const y = index === 1 ? 68 : 63;
    canvas.solid(polygon(x, y - 8.5, x + 5.6, y, x, y + 8.5, x - 5.6, y), gems[index]!, {
      puff: 3,
      gloss: 1,
    });
    canvas.fill(polygon(x, y - 6, x - 3.6, y, x, y), see(0xffffff, 0.45));
  }
};

export const horns: Painter = (canvas, palette, random) => {
  const curl = random.pick([0, 10, 22]);
  const clasp = random.chance(0.5) ? GOLD : palette.accent;
  canvas.ground(50, 88, 36);
  const line = smooth(
    [32, 80, 20, 62, 14, 42, 22 + curl * 0.4, 22, 36 + curl * 0.3, 14 + curl * 0.7],
    'open',
  );
  bothSides((turn) => {
    const horn = turn(ribbon(line, (t) => 22 * (1 - t) ** 0.8 + 0.8));
    canvas.solid(horn, palette.main, { puff: 11, gloss: 0.55, to: shade(palette.dark, 0.1) }, () => {
      for (let y = 30; y < 78; y += 9)
        canvas.fill(
          turn(stroke([[4, y + 3, 20, y + 6, 44, y - 2]], 1.8)),
          see(shade(palette.main, 0.6), 0.4),
        );
    });
    canvas.solid(turn(box(21, 74, 23, 12, 5)), clasp, { puff: 5, gloss: 0.7 });
  });
  canvas.solid(stroke(path('M34 82 C42 74 58 74 66 82'), 5), shade(palette.dark, 0.1), { puff: 3 });
};

export const headphones: Painter = (canvas, palette, random) => {
  canvas.ground(50, 88, 38);
  canvas.solid(
    cut(path('M12 66 C8 26 28 10 50 10 C72 10 92 26 88 66 L78 66 C80 34 68 22 50 22 C32 22 20 34 22 66 Z')),
    palette.main,
    { puff: 6, gloss: 0.6 },
  );
  canvas.fill(stroke(path('M26 30 C32 20 40 16 50 16 C60 16 68 20 74 30'), 3.4), palette.accent);
  if (random.chance(0.6)) {
    bothSides((turn) => {
      canvas.solid(
        turn(path('M16 32 C14 16 18 6 22 3 C32 6 40 12 42 18 C32 20 24 24 16 32 Z')),
        palette.main,
        { puff: 5, gloss: 0.5 },
      );
      canvas.fill(
        turn(path('M20 24 C19 15 21 10 23 8 C29 10 33 13 35 16 C29 17 24 20 20 24 Z')),
        palette.second,
      );
    });
  }
  bothSides((turn) => {
    canvas.solid(turn(box(20, 48, 15, 38, 7)), palette.dark, { puff: 6, gloss: 0.1 });
    canvas.solid(turn(box(5, 46, 20, 42, 10)), palette.second, { puff: 9, gloss: 0.7 });
    canvas.fill(turn(ellipse(14, 67, 5.5, 10)), palette.accent, 0.95);
  });
};

export const helmet: Painter = (canvas, palette, random) => {
  const metal = random.pick([0xb9c6d6, GOLD, palette.main]);
  canvas.ground(50, 90, 38);
  canvas.solid(
    random.chance(0.5)
      ? path('M50 22 C40 2 66 0 84 14 C92 22 90 36 84 44 C80 30 66 22 50 22 Z')
      : path('M44 26 C40 10 46 4 50 2 C54 4 60 10 56 26 Z'),
    palette.main === metal ? palette.accent : palette.main,
    { puff: 8 },
  );
  canvas.fill(box(26, 42, 48, 36, 8), shade(INK, 0.2));
  canvas.solid(
    cut(
      symmetric('M50 14 C76 14 88 32 86 58 L80 84 C72 90 64 90 58 88 L54 62 H50 Z'),
      join(path('M24 46 L45 50 L45 57 L26 54 Z'), path('M76 46 L55 50 L55 57 L74 54 Z')),
    ),
    metal,
    { puff: 9, gloss: 0.8 },
  );
  canvas.solid(bar(50, 18, 50, 60, 6), palette.accent, { puff: 3, gloss: 0.6 });
  for (const x of [30, 36, 64, 70]) canvas.fill(bar(x, 66, x + (x < 50 ? 2 : -2), 78, 1.8), see(INK, 0.65));
  canvas.fill(ellipse(34, 30, 14, 11), glow(PAPER, 0.55, 34, 30, 14));
};
