import { glow, see, shade, tint, vertical } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import { crown, horns, headphones, helmet } from './headgear.ts';
import type { Painter, Variants } from './painter.ts';
import { GOLD } from './palette.ts';
import { path, smooth } from './path.ts';
import { bar, box, cut, ellipse, stroke } from './shapes.ts';

const cap: Painter = (canvas, palette, random) => {
  canvas.ground(50, 82, 44);
  const dome = path('M14 62 C12 34 30 18 52 18 C74 18 88 34 88 62 C66 70 36 70 14 62 Z');
  canvas.solid(dome, palette.main, { puff: 16 }, () => {
    canvas.fill(
      path('M50 17 C32 26 24 44 27 67 L62 70 C66 46 62 28 52 17 Z'),
      tint(palette.main, random.chance(0.5) ? 0.75 : 0.18),
      0.9,
    );
    canvas.fill(stroke(path('M52 17 C33 26 25 44 28 68'), 0.8), shade(palette.main, 0.35), 0.6);
    canvas.fill(stroke(path('M52 17 C62 28 66 46 62 70'), 0.8), shade(palette.main, 0.35), 0.6);
    canvas.fill(path('M14 20 C30 10 60 12 60 16 C34 24 20 44 20 70 L8 70 Z'), see(0xffffff, 0.12));
  });
  canvas.solid(glyph(random.pick(GLYPHS), 44, 46, 11), palette.accent, { puff: 2.4, cast: 0.2 });
  canvas.solid(ellipse(52, 18, 5, 3), palette.second, { puff: 3 });
  canvas.solid(path('M10 64 C30 54 60 56 72 66 C60 72 46 84 24 84 C8 84 -2 72 10 64 Z'), palette.second, {
    puff: 7,
    gloss: 0.4,
  });
  canvas.fill(stroke(path('M12 79 C28 83 46 78 62 69'), 0.9), tint(palette.second, 0.6), 0.6);
};

const topHat: Painter = (canvas, palette, random) => {
  const colour = random.pick([palette.dark, palette.main, palette.main]);
  canvas.ground(50, 83, 46);
  canvas.solid(ellipse(50, 74, 44, 13), colour, { puff: 6 });
  canvas.fill(ellipse(50, 72, 34, 8.5), shade(colour, 0.35), 0.7);
  canvas.solid(path('M27 20 C28 44 26 60 26 70 C36 78 64 78 74 70 C74 60 72 44 73 20 Z'), colour, {
    puff: 13,
    gloss: 0.6,
  });
  canvas.solid(path('M26.6 54 C36 61 64 61 73.4 54 L74 69 C64 77 36 77 26 69 Z'), palette.accent, {
    puff: 6,
    cast: 0.2,
  });
  canvas.solid(ellipse(50, 20, 23, 7.5), tint(colour, 0.14), { puff: 4 });
  canvas.fill(ellipse(50, 20.4, 18, 4.6), vertical(shade(colour, 0.45), shade(colour, 0.1), 15, 26));
  if (random.chance(0.5)) {
    canvas.solid(box(43, 58, 14, 13, 2), GOLD, { puff: 2.5, gloss: 0.8 });
    canvas.fill(box(46, 61, 8, 7, 1), shade(palette.accent, 0.2));
  } else {
    canvas.turned(14, () =>
      canvas.solid(smooth([72, 66, 64, 46, 70, 26, 80, 18, 84, 34, 80, 52]), palette.second, { puff: 5 }),
    );
    canvas.solid(ellipse(72, 64, 5), GOLD, { puff: 4, gloss: 0.8 });
  }
};

const beanie: Painter = (canvas, palette, random) => {
  canvas.ground(50, 86, 42);
  const dome = path('M16 66 C14 34 30 20 50 20 C70 20 86 34 84 66 Z');
  canvas.solid(dome, palette.main, { puff: 18, gloss: 0 }, () => {
    if (random.chance(0.6)) {
      canvas.fill(path('M10 40 C30 30 70 30 90 40 L90 52 C70 42 30 42 10 52 Z'), palette.accent);
      canvas.fill(path('M10 44 C30 34 70 34 90 44 L90 48 C70 38 30 38 10 48 Z'), palette.light);
    }
    for (let x = 20; x < 84; x += 8.5)
      canvas.fill(
        stroke([[50 + (x - 50) * 0.25, 18, 50 + (x - 50) * 0.85, 38, x, 70]], 1.1),
        see(shade(palette.main, 0.55), 0.28),
      );
    canvas.fill(ellipse(36, 36, 26, 24), glow(0xffffff, 0.22, 36, 34, 26));
  });
  canvas.solid(box(12, 58, 76, 23, 10), palette.second, { puff: 9, gloss: 0 });
  for (let x = 19; x < 84; x += 7) canvas.fill(bar(x, 61, x, 78, 1.4), see(shade(palette.second, 0.6), 0.3));
  const fluff = smooth(
    Array.from({ length: 44 }, (_, index) => {
      const angle = Math.floor(index / 2) * (Math.PI / 11);
      const reach = Math.floor(index / 2) % 2 === 0 ? 13.5 : 10.8;
      return index % 2 === 0 ? 50 + Math.cos(angle) * reach : 17 + Math.sin(angle) * reach;
    }),
  );
  canvas.solid(fluff, random.chance(0.5) ? palette.light : palette.accent, { puff: 11, gloss: 0 });
};

const witchHat: Painter = (canvas, palette, random) => {
  canvas.ground(50, 86, 48);
  canvas.solid(
    path('M4 72 C10 62 34 58 52 60 C74 60 92 66 96 74 C92 86 66 88 48 86 C26 86 8 82 4 72 Z'),
    palette.main,
    { puff: 7 },
  );
  canvas.solid(
    path(
      'M28 70 C34 48 40 30 46 20 C54 8 72 6 82 22 C74 18 66 20 64 28 C68 44 72 58 74 70 C62 78 38 78 28 70 Z',
    ),
    palette.main,
    { puff: 13, gloss: 0.25 },
  );
  canvas.solid(path('M31 58 C42 66 60 66 71 58 L74 70 C62 79 38 79 28 70 Z'), palette.accent, {
    puff: 5,
    cast: 0.2,
  });
  if (random.chance(0.5)) {
    canvas.solid(cut(box(43, 61, 16, 14, 2.5), box(47, 65, 8, 6, 1)), GOLD, { puff: 2.4, gloss: 0.8 });
  } else {
    canvas.solid(glyph('star', 51, 68, 8), palette.light, { puff: 2.4 });
  }
  for (const [x, y, r] of [
    [46, 40, 3],
    [56, 50, 2.2],
    [58, 30, 2.4],
  ] as const)
    canvas.fill(glyph(random.pick(['star', 'moon']), x, y, r), palette.accent, 0.85);
};

const cowboy: Painter = (canvas, palette, random) => {
  const felt = random.pick([0xb5834f, 0x8a5a3c, palette.main, 0xe8d3ac]);
  canvas.ground(50, 84, 47);
  canvas.solid(
    path('M2 52 C10 66 30 62 50 62 C70 62 90 66 98 52 C98 72 78 86 50 86 C22 86 2 72 2 52 Z'),
    felt,
    { puff: 8, gloss: 0.1 },
  );
  canvas.solid(
    path(
      'M24 70 C24 46 28 22 38 20 C44 19 46 24 50 24 C54 24 56 19 62 20 C72 22 76 46 76 70 C64 78 36 78 24 70 Z',
    ),
    felt,
    { puff: 14, gloss: 0.15 },
  );
  canvas.fill(path('M50 25 C46 32 46 40 50 46 C54 40 54 32 50 25 Z'), see(shade(felt, 0.6), 0.45));
  canvas.solid(path('M24.6 59 C36 67 64 67 75.4 59 L76 69 C64 77 36 77 24 69 Z'), palette.dark, {
    puff: 4,
    cast: 0.2,
  });
  canvas.solid(glyph(random.pick(['star', 'heart', 'skull']), 50, 68, 7.5), GOLD, { puff: 2.2, gloss: 0.8 });
};

/** Hats and other things worn on the head. */
export const hats = {
  cap,
  topHat,
  beanie,
  crown,
  horns,
  witchHat,
  cowboy,
  headphones,
  helmet,
} as const satisfies Variants;
