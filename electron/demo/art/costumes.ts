import type { Canvas } from './canvas.ts';
import { see, shade, tint } from './colour.ts';
import { drawFigure, pickLook, STANDING } from './figure.ts';
import type { Look } from './figure.ts';
import type { Painter, Variants } from './painter.ts';
import { drift, GOLD, INK, PAPER, STEEL } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { HIPS, WAVE } from './poses.ts';
import { bar, bothSides, box, cut, ellipse, stroke } from './shapes.ts';

const dressed =
  (isWinged: boolean): Painter =>
  (canvas, palette, random) => {
    const look = pickLook(palette, random);
    canvas.ground(50, 95, 30);
    canvas.placed(0, 1, 1, () => {
      if (isWinged)
        bothSides((turn) =>
          canvas.solid(
            turn(path('M42 44 C30 24 10 22 4 34 C8 38 8 44 12 48 C12 56 22 60 28 58 C34 62 40 58 42 52 Z')),
            palette.light,
            { puff: 5 },
          ),
        );
      drawFigure(canvas, look, random.pick([STANDING, STANDING, HIPS, WAVE]), random);
    });
  };

const robot: Painter = (canvas, palette, random) => {
  const metal = drift(random.pick([STEEL, palette.main, palette.light]), random);
  costume(canvas, {
    ...pickLook(palette, random),
    skin: metal,
    top: metal,
    sleeve: metal,
    bottom: shade(metal, 0.3),
    shoe: palette.dark,
    hairdo: null,
    emblem: null,
  });
  canvas.solid(box(42, 42, 16, 13, 3), palette.dark, { puff: 2, cast: 0 });
  for (const [x, y, colour] of [
    [46, 46, palette.accent],
    [51, 46, palette.second],
    [46, 51, palette.second],
    [54, 51, palette.accent],
  ] as const)
    canvas.fill(ellipse(x, y, 1.8), tint(colour, 0.2));
  canvas.solid(box(40, 16, 20, 10, 4.5), shade(palette.dark, 0.3), { puff: 2, cast: 0 });
  for (const x of [45, 55]) canvas.fill(ellipse(x, 21, 2.4), tint(palette.accent, 0.3));
  canvas.solid(bar(50, 2, 50, 9, 1.8), palette.dark, { puff: 1 });
  canvas.solid(ellipse(50, 3, 3), palette.accent, { puff: 3, gloss: 1 });
};

const knight: Painter = (canvas, palette, random) => {
  const metal = drift(random.pick([STEEL, GOLD, tint(palette.main, 0.2)]), random);
  canvas.solid(path('M38 40 C30 60 26 76 24 90 H76 C74 76 70 60 62 40 Z'), palette.accent, { puff: 6 });
  costume(canvas, {
    ...pickLook(palette, random),
    top: palette.main,
    sleeve: metal,
    bottom: shade(metal, 0.15),
    shoe: metal,
    skin: metal,
    hairdo: null,
    emblem: random.pick(['crown', 'star', 'flower']),
  });
  canvas.solid(path('M50 9 C46 -2 62 -2 68 6 C70 12 68 16 64 18 C62 12 56 9 50 9 Z'), palette.accent, {
    puff: 4,
  });
  canvas.solid(box(39, 18, 22, 4, 2), INK, { puff: 1, cast: 0 });
  canvas.fill(bar(50, 11, 50, 31, 1.6), shade(metal, 0.4));
  canvas.solid(bar(74, 30, 74, 68, 3), STEEL, { puff: 2, gloss: 0.9 });
  canvas.solid(bar(69, 62, 79, 62, 3.4), GOLD, { puff: 2 });
};

const astronaut: Painter = (canvas, palette, random) => {
  canvas.solid(box(32, 36, 36, 30, 8), palette.dark, { puff: 6 });
  const suit = drift(random.pick([0xf1f2f6, palette.light, tint(palette.main, 0.25)]), random);
  costume(canvas, {
    ...pickLook(palette, random),
    skin: suit,
    top: suit,
    sleeve: suit,
    bottom: suit,
    shoe: palette.accent,
    hairdo: null,
    emblem: null,
  });
  canvas.solid(ellipse(50, 20, 17), suit, { puff: 7, gloss: 0.5 });
  canvas.solid(ellipse(50, 21, 12, 10), palette.second, { puff: 6, gloss: 1, to: palette.dark, cast: 0 });
  canvas.fill(ellipse(45, 17, 4, 2.4), see(PAPER, 0.7));
  canvas.solid(box(43, 46, 14, 9, 2.5), palette.accent, { puff: 2 });
};

const ninja: Painter = (canvas, palette, random) => {
  const cloth = drift(random.pick([palette.dark, palette.main]), random);
  canvas.turned(40, () => {
    canvas.solid(bar(50, 6, 50, 84, 3), STEEL, { puff: 2, gloss: 0.8 });
    canvas.solid(bar(50, 2, 50, 18, 4), palette.accent, { puff: 2 });
  });
  costume(canvas, {
    ...pickLook(palette, random),
    top: cloth,
    sleeve: cloth,
    bottom: cloth,
    shoe: shade(cloth, 0.3),
    hairdo: null,
    emblem: null,
  });
  canvas.solid(cut(box(37.6, 8, 24.8, 27, 9), box(40, 18, 20, 7, 3)), cloth, { puff: 4 });
  canvas.solid(
    path('M38 15 H62 V18.6 H38 Z M62 15 C70 12 74 18 78 16 C74 22 68 20 62 18.6 Z'),
    palette.accent,
    { puff: 2 },
  );
  canvas.solid(path('M37 60 H63 V65 H37 Z'), palette.accent, { puff: 2.4 });
};

const animalSuit =
  (ear: Path): Painter =>
  (canvas, palette, random) => {
    const fur = drift(random.pick([palette.main, palette.second, 0xe0974f, 0xf0d9b5]), random);
    bothSides((turn) => canvas.solid(turn(ear), fur, { puff: 3.4 }));
    canvas.solid(stroke(path('M60 66 C76 70 84 60 80 48'), 6), fur, { puff: 3 });
    costume(canvas, {
      ...pickLook(palette, random),
      skin: fur,
      top: fur,
      sleeve: fur,
      bottom: fur,
      shoe: shade(fur, 0.2),
      hairdo: null,
      emblem: null,
    });
    canvas.solid(ellipse(50, 53, 8, 10), tint(fur, 0.6), { puff: 4, cast: 0.1 });
    canvas.solid(ellipse(50, 28, 6, 4), tint(fur, 0.6), { puff: 3, cast: 0.1 });
    canvas.fill(ellipse(50, 26.4, 2, 1.5), INK);
  };

function costume(canvas: Canvas, look: Look): void {
  canvas.ground(50, 95, 30);
  drawFigure(canvas, look, STANDING);
}

/** A whole costume: body, limbs and head as one. */
export const packages = {
  robot,
  knight,
  astronaut,
  ninja,
  bear: animalSuit(ellipse(39, 8, 6)),
  cat: animalSuit(path('M36 16 L35 1 L47 8 Z')),
  bunny: animalSuit(ellipse(42, 3, 4, 10)),
} as const satisfies Variants;

/** A whole person, dressed. */
export const bundles = {
  casual: dressed(false),
  winged: dressed(true),
  ...packages,
} as const satisfies Variants;
