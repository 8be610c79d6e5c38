import { mix, see, shade } from './colour.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER } from './palette.ts';
import { path } from './path.ts';
import { bar, bothSides, box, cut, ellipse, join, star, stroke } from './shapes.ts';

const vinyl: Painter = (canvas, palette, random) => {
  canvas.ground(50, 94, 40);
  canvas.solid(ellipse(60, 50, 37), 0x2c2e42, { puff: 3, gloss: 0.5 });
  for (const r of [32, 27, 22])
    canvas.fill(cut(ellipse(60, 50, r), ellipse(60, 50, r - 0.7)), see(PAPER, 0.14));
  canvas.fill(path('M60 50 L84 20 L96 34 Z M60 50 L88 78 L78 86 Z'), see(PAPER, 0.14));
  canvas.solid(ellipse(60, 50, 13), palette.accent, { puff: 3 });
  canvas.solid(box(4, 11, 62, 78, 4), palette.main, { puff: 3, gloss: 0.3 }, () => {
    canvas.fill(ellipse(35, 62, 26), palette.second);
    canvas.fill(path('M0 66 C20 56 44 78 70 62 V100 H0 Z'), palette.dark);
  });
  canvas.solid(
    glyph(random.pick(['note', 'heart', 'bolt', 'star', 'moon', 'flame']), 35, 44, 15),
    palette.accent,
    { puff: 3 },
  );
};

const cassette: Painter = (canvas, palette) => {
  canvas.ground(50, 84, 44);
  canvas.solid(box(4, 20, 92, 62, 8), palette.main, { puff: 5, gloss: 0.5 });
  canvas.solid(box(12, 27, 76, 38, 5), palette.light, { puff: 2, cast: 0.1 }, () => {
    canvas.fill(box(0, 44, 100, 6), palette.second);
    canvas.fill(box(0, 50, 100, 6), palette.accent);
  });
  canvas.solid(box(26, 42, 48, 17, 8.5), palette.dark, { puff: 3 });
  for (const x of [36, 64]) {
    canvas.solid(ellipse(x, 50.5, 7), PAPER, { puff: 3 });
    canvas.fill(star(x, 50.5, 4.6, 2.6, 6), palette.dark);
  }
  canvas.fill(join(bar(18, 34, 60, 34, 2.2)), see(palette.dark, 0.5));
  canvas.solid(path('M24 82 L29 69 H71 L76 82 Z'), shade(palette.main, 0.16), { puff: 3 });
};

const speaker: Painter = (canvas, palette) => {
  canvas.ground(50, 95, 34);
  canvas.solid(box(20, 5, 60, 88, 10), palette.main, { puff: 7, gloss: 0.4 });
  for (const [y, r] of [
    [28, 14],
    [64, 22],
  ] as const) {
    canvas.solid(ellipse(50, y, r), palette.dark, { puff: 3 });
    canvas.solid(ellipse(50, y, r * 0.8), mix(palette.dark, palette.second, 0.65), {
      puff: r * 0.5,
      cast: 0,
    });
    canvas.solid(ellipse(50, y, r * 0.36), palette.accent, { puff: r * 0.34, gloss: 0.9 });
  }
  bothSides((turn) =>
    [14, 9].forEach((x, index) =>
      canvas.fill(
        turn(stroke(path(`M${x} ${54 - index * 6} C${x - 4} 60 ${x - 4} 68 ${x} ${74 + index * 6}`), 2.6)),
        palette.accent,
      ),
    ),
  );
};

const waveform: Painter = (canvas, palette, random) => {
  canvas.ground(50, 95, 40);
  canvas.solid(box(6, 6, 88, 86, 20), palette.dark, { puff: 6, gloss: 0.4 });
  for (let index = 0; index < 11; index++) {
    const height =
      7 +
      26 * Math.abs(Math.sin(index * 0.9 + random.between(0, 1.4))) * Math.sin((Math.PI * (index + 1)) / 12);
    const x = 17 + index * 6.6;
    canvas.solid(bar(x, 49 - height, x, 49 + height, 4.2), mix(palette.main, palette.accent, index / 10), {
      puff: 2.2,
      gloss: 0.4,
      cast: 0,
    });
  }
};

const songNote: Painter = (canvas, palette, random) => {
  canvas.ground(50, 95, 32);
  if (random.chance(0.5)) canvas.solid(glyph('note', 50, 48, 44), palette.main, { puff: 8, gloss: 0.8 });
  else {
    canvas.solid(
      join(stroke(path('M50 76 V10 C52 26 78 26 72 50'), 9), ellipse(38, 77, 18, 14)),
      palette.main,
      { puff: 8, gloss: 0.8 },
    );
  }
  for (const [x, y, r] of [
    [86, 76, 7],
    [16, 28, 6],
    [90, 50, 4],
  ] as const)
    canvas.solid(star(x, y, r, r * 0.42, 4), palette.accent, { puff: 1.6 });
};

/** Things that sound. */
export const sounds = { vinyl, cassette, speaker, waveform, songNote } as const satisfies Variants;
