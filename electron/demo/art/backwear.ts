import { glow, mix, see, shade, tint } from './colour.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { GOLD, INK, PAPER, STEEL } from './palette.ts';
import { path, smooth } from './path.ts';
import { bar, bothSides, box, cut, ellipse, join, ribbon, stroke } from './shapes.ts';

const featherWings: Painter = (canvas, palette, random) => {
  const down = random.pick([0xf4f5fa, palette.light, palette.main, palette.dark]);
  const tip = random.pick([palette.main, palette.second, down]);
  canvas.placed(8, 11, 0.84, () =>
    bothSides((turn) => {
      // Long flight feathers first, then two rows of shorter ones over their roots.
      for (const [count, reach, width, colour] of [
        [8, 46, 14, tip],
        [7, 31, 13, mix(tip, down, 0.6)],
        [6, 19, 12, down],
      ] as const) {
        for (let index = 0; index < count; index++) {
          const along = index / (count - 1);
          const x = 56 + along * 27;
          const y = 44 - along * 25;
          const angle = 1.75 - along * 1.45;
          const length = reach * (0.62 + 0.38 * Math.sin(along * 2.6));
          const feather = path(
            `M${x} ${y} Q${x + Math.cos(angle - 0.3) * length * 0.6} ${y + Math.sin(angle - 0.3) * length * 0.6} ${x + Math.cos(angle) * length} ${y + Math.sin(angle) * length}`,
          );
          canvas.solid(turn(ribbon(feather, (t) => width * (1 - t * 0.45))), colour, {
            puff: 4.4,
            gloss: 0.15,
            cast: 0.22,
          });
        }
      }
      canvas.solid(turn(ribbon(path('M54 50 C60 40 70 24 86 18'), (t) => 13 - t * 5)), tint(down, 0.1), {
        puff: 6,
        gloss: 0.2,
      });
    }),
  );
  canvas.solid(ellipse(50, 48, 7, 10), palette.accent, { puff: 6, gloss: 0.7 });
};

const batWings: Painter = (canvas, palette) => {
  bothSides((turn) => {
    const wing = turn(
      path(
        'M52 40 C58 26 68 14 86 10 C84 20 94 32 98 50 C92 50 88 54 86 62 C80 58 74 60 71 70 C66 64 58 66 52 74 Z',
      ),
    );
    canvas.solid(wing, palette.main, { puff: 6, gloss: 0.3, to: shade(palette.dark, 0.1) });
    for (const line of [
      'M54 44 C62 30 72 18 86 11',
      'M84 13 C88 28 92 40 97 49',
      'M84 13 C82 32 84 48 86 60',
      'M84 13 C76 32 72 50 71 68',
    ])
      canvas.solid(turn(stroke(path(line), 2.6)), palette.dark, { puff: 2, cast: 0.15 });
    canvas.solid(turn(path('M83 14 L87 2 L90 12 Z')), palette.light, { puff: 2 });
  });
  canvas.solid(box(45, 36, 10, 36, 5), palette.dark, { puff: 5, gloss: 0.4 });
};

const butterfly: Painter = (canvas, palette) => {
  bothSides((turn) => {
    canvas.solid(
      turn(smooth([53, 52, 74, 54, 84, 70, 78, 88, 66, 90, 56, 72])),
      palette.second,
      { puff: 6, gloss: 0.5 },
      () => {
        canvas.fill(turn(ellipse(72, 74, 8, 9)), palette.accent);
        canvas.fill(turn(ellipse(72, 74, 4)), palette.light);
      },
    );
    canvas.solid(
      turn(smooth([52, 50, 58, 26, 76, 10, 95, 16, 94, 40, 78, 56])),
      palette.main,
      { puff: 7, gloss: 0.5 },
      () => {
        canvas.fill(turn(smooth([58, 46, 62, 30, 76, 20, 86, 26, 82, 42, 70, 50])), tint(palette.main, 0.35));
        canvas.fill(turn(ellipse(78, 32, 6)), palette.accent);
        for (const [x, y] of [
          [92, 24],
          [91, 36],
          [84, 50],
        ] as const)
          canvas.fill(turn(ellipse(x, y, 2.4)), palette.light);
      },
    );
    canvas.fill(turn(stroke(path('M51 34 C54 22 60 16 64 16'), 1.6)), palette.dark);
  });
  canvas.solid(box(46, 32, 8, 48, 4), palette.dark, { puff: 4, gloss: 0.5 });
};

const backpack: Painter = (canvas, palette, random) => {
  canvas.ground(50, 94, 38);
  canvas.solid(cut(ellipse(50, 14, 12, 10), ellipse(50, 14, 7.4, 6)), palette.dark, { puff: 3 });
  bothSides((turn) => canvas.solid(turn(box(10, 46, 18, 38, 8)), shade(palette.main, 0.16), { puff: 6 }));
  const body = path(
    'M20 40 C20 18 34 12 50 12 C66 12 80 18 80 40 V84 C80 90 76 92 70 92 H30 C24 92 20 90 20 84 Z',
  );
  canvas.solid(body, palette.main, { puff: 12, gloss: 0.25 }, () => {
    if (random.chance(0.4))
      for (let x = 10; x < 100; x += 14)
        canvas.fill(path(`M${x} 0 L${x + 6} 0 L${x - 24} 100 L${x - 30} 100 Z`), see(palette.accent, 0.55));
  });
  canvas.fill(
    stroke(path('M24 44 C24 26 36 19 50 19 C64 19 76 26 76 44'), 1.8),
    see(shade(palette.main, 0.6), 0.6),
  );
  canvas.solid(box(27, 54, 46, 33, 9), palette.second, { puff: 7, gloss: 0.25 });
  canvas.fill(bar(31, 62, 69, 62, 2), shade(palette.second, 0.45));
  canvas.solid(bar(64, 62, 66, 70, 3.4), GOLD, { puff: 1.6, gloss: 0.9 });
  canvas.solid(glyph(random.pick(GLYPHS), 48, 75, 7.4), palette.accent, { puff: 2 });
  if (random.chance(0.5))
    bothSides((turn) => canvas.solid(turn(ellipse(39, 36, 4, 5)), INK, { puff: 3, gloss: 1, cast: 0 }));
  else canvas.solid(box(36, 32, 28, 10, 4), palette.light, { puff: 3 });
};

const cape: Painter = (canvas, palette, random) => {
  canvas.ground(50, 95, 40, 0.28);
  canvas.solid(
    path(
      'M30 16 C26 44 16 70 8 88 C18 94 26 86 34 91 C42 96 48 88 56 92 C64 96 72 88 80 92 C86 94 92 90 94 86 C82 68 74 44 70 16 Z',
    ),
    palette.main,
    { puff: 8, gloss: 0.25 },
    () => {
      for (const [x, end] of [
        [38, 24],
        [46, 44],
        [54, 60],
        [62, 78],
      ] as const)
        canvas.fill(
          path(
            `M${x} 20 C${x} 50 ${end} 76 ${end - 4} 98 L${end + 7} 98 C${end + 6} 76 ${x + 4} 50 ${x} 20 Z`,
          ),
          see(shade(palette.main, 0.6), 0.32),
        );
      canvas.fill(
        path('M0 82 C20 90 30 80 40 86 C50 92 60 82 70 87 C80 90 90 84 100 80 V100 H0 Z'),
        see(palette.accent, 0.85),
      );
    },
  );
  canvas.solid(glyph(random.pick(GLYPHS), 50, 54, 14), palette.accent, { puff: 2.4, cast: 0.2 });
  canvas.solid(
    path('M28 18 C30 8 42 8 50 14 C58 8 70 8 72 18 C66 26 58 22 50 22 C42 22 34 26 28 18 Z'),
    random.chance(0.5) ? PAPER : palette.second,
    { puff: 6, gloss: 0.1 },
  );
  bothSides((turn) => canvas.solid(turn(ellipse(32, 17, 4.6)), GOLD, { puff: 4, gloss: 1 }));
};

const jetpack: Painter = (canvas, palette) => {
  bothSides((turn, side) => {
    const x = 50 - side * 19;
    canvas.fill(ellipse(x, 84, 15), glow(0xff9a2e, 0.6, x, 84, 15));
    canvas.solid(turn(path('M23 76 H39 C40 86 34 92 31 99 C28 92 22 86 23 76 Z')), 0xff8a2a, {
      puff: 4,
      gloss: 0.2,
    });
    canvas.solid(turn(path('M27 76 H35 C36 82 33 86 31 90 C29 86 26 82 27 76 Z')), 0xffe27a, {
      puff: 2,
      cast: 0,
    });
    canvas.solid(turn(path('M22 66 H40 L44 79 H18 Z')), STEEL, { puff: 4, gloss: 0.8 });
    canvas.solid(turn(path('M17 56 L8 72 V78 L20 72 Z')), palette.second, { puff: 4 });
    canvas.solid(
      turn(path('M17 30 C17 16 26 6 31 4 C36 6 45 16 45 30 V64 C45 68 43 70 40 70 H22 C19 70 17 68 17 64 Z')),
      palette.main,
      { puff: 9, gloss: 0.7 },
      () => {
        canvas.fill(box(0, 0, 100, 22), palette.second);
        canvas.fill(box(0, 56, 100, 6), palette.light);
      },
    );
  });
  canvas.solid(box(40, 30, 20, 30, 5), palette.dark, { puff: 5, gloss: 0.4 });
  canvas.solid(ellipse(50, 40, 6), palette.accent, { puff: 4, gloss: 1 });
  canvas.fill(join(bar(45, 50, 55, 50, 2), bar(45, 54.6, 52, 54.6, 2)), see(PAPER, 0.7));
};

const crossedBlades: Painter = (canvas, palette, random) => {
  const blade = random.pick([STEEL, palette.accent, palette.second]);
  bothSides((_turn, side) =>
    canvas.turned(side * 38, () => {
      canvas.solid(path('M46 66 V14 L50 4 L54 14 V66 Z'), blade, { puff: 3, gloss: 0.9 });
      canvas.fill(box(49.4, 14, 1.2, 50), see(shade(blade, 0.6), 0.5));
      canvas.solid(bar(38, 68, 62, 68, 5.4), GOLD, { puff: 3, gloss: 0.8 });
      canvas.solid(box(47, 70, 6, 20, 3), palette.main, { puff: 3 });
      canvas.solid(ellipse(50, 92, 4.6), palette.accent, { puff: 4, gloss: 1 });
    }),
  );
  canvas.solid(
    path('M50 26 C58 32 68 34 74 32 C76 56 68 72 50 82 C32 72 24 56 26 32 C32 34 42 32 50 26 Z'),
    palette.dark,
    { puff: 6, gloss: 0.5 },
  );
  canvas.solid(
    path('M50 32 C57 37 64 39 69 38 C70 56 63 68 50 76 C37 68 30 56 31 38 C36 39 43 37 50 32 Z'),
    palette.main,
    { puff: 5, gloss: 0.6, cast: 0.1 },
  );
  canvas.solid(glyph(random.pick(GLYPHS), 50, 53, 11.5), GOLD, { puff: 2.4, gloss: 0.7 });
};

/** Things carried on the back. */
export const backwear = {
  featherWings,
  batWings,
  butterfly,
  backpack,
  cape,
  jetpack,
  crossedBlades,
} as const satisfies Variants;
