import { glow, lightness, mix, see, shade, tint, vertical } from './colour.ts';
import { drawExpression } from './expressions.ts';
import { glyph, GLYPHS } from './glyphs.ts';
import { landscapes } from './landscapes.ts';
import type { Painter, Variants } from './painter.ts';
import { INK, PAPER } from './palette.ts';
import { path } from './path.ts';
import { bar, box, cut, ellipse, polygon, star } from './shapes.ts';

const FULL = box(0, 0, 100, 100);

const sunburst: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, palette.main);
  const rays = random.whole(10, 16);
  canvas.fill(star(50, 54, 120, 4, rays), tint(palette.main, 0.3));
  canvas.fill(ellipse(50, 54, 62), glow(PAPER, 0.45, 50, 54, 62));
  canvas.solid(glyph(random.pick(GLYPHS), 50, 51, 31), palette.accent, { puff: 7, gloss: 0.5 });
};

const waves: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, vertical(palette.accent, palette.light, 0, 70));
  canvas.fill(ellipse(random.between(30, 70), 34, 17), palette.second);
  const tones = [
    tint(palette.main, 0.5),
    tint(palette.main, 0.2),
    palette.main,
    shade(palette.main, 0.25),
    palette.dark,
  ];
  tones.forEach((tone, index) => {
    const y = 44 + index * 12;
    const bend = random.between(4, 10) * (index % 2 === 0 ? 1 : -1);
    canvas.fill(
      path(
        `M-2 ${y} C20 ${y - bend} 32 ${y - bend} 50 ${y} C68 ${y + bend} 80 ${y + bend} 102 ${y} V102 H-2 Z`,
      ),
      tone,
    );
  });
};

const smiley: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, palette.second);
  for (let index = 0; index < 25; index += 2)
    canvas.fill(box((index % 5) * 20, Math.floor(index / 5) * 20, 20, 20), see(palette.dark, 0.22));
  canvas.solid(random.chance(0.5) ? ellipse(50, 50, 35) : star(50, 51, 42, 33, 8), palette.accent, {
    puff: 10,
  });
  canvas.placed(-13, -16.8, 1.26, () => drawExpression(canvas, random, palette.main));
};

const patterned: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, palette.light);
  const first = random.pick(GLYPHS);
  const second = random.pick(GLYPHS);
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const x = column * 25 + (row % 2) * 12.5 - 2;
      canvas.fill(
        glyph((row + column) % 2 === 0 ? first : second, x, row * 23 + 5, 8),
        [palette.main, palette.second, palette.accent][(row + column) % 3]!,
      );
    }
  }
};

const rainbow: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, vertical(0x8fd0ff, 0xe8f7ff, 0, 100));
  const bands = [0xff6b6b, 0xffa94d, 0xffe066, 0x69db7c, 0x4dabf7, 0x9775fa];
  bands.forEach((band, index) =>
    canvas.fill(cut(ellipse(50, 78, 44 - index * 5), ellipse(50, 78, 39 - index * 5)), band),
  );
  for (const x of [14, 86])
    for (const [dx, dy, r] of [
      [-9, 4, 11],
      [4, -3, 13],
      [13, 5, 10],
    ] as const)
      canvas.solid(ellipse(x + dx, 82 + dy, r), PAPER, { puff: 8, cast: 0.08 });
  canvas.solid(glyph(random.pick(GLYPHS), 50, 76, 11), palette.main, { puff: 3 });
};

const geometric: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, palette.dark);
  const tones = [palette.main, palette.second, palette.accent, palette.light, shade(palette.main, 0.2)];
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      const x = column * 25;
      const y = row * 25;
      canvas.fill(box(x, y, 25, 25), random.pick(tones));
      const shapes = [
        ellipse(x + 12.5, y + 12.5, 12.5),
        polygon(x, y, x + 25, y, x, y + 25),
        path(`M${x} ${y} C${x + 14} ${y} ${x + 25} ${y + 11} ${x + 25} ${y + 25} H${x} Z`),
        polygon(x, y + 25, x + 12.5, y, x + 25, y + 25),
      ];
      canvas.fill(random.pick(shapes), random.pick(tones));
    }
  }
};

const film =
  (scene: Painter): Painter =>
  (canvas, palette, random) => {
    scene(canvas, palette, random);
    canvas.fill(FULL, vertical(mix(palette.dark, INK, 0.6), mix(palette.dark, INK, 0.6), 0, 100), 0.1);
    const style = random.pick(['strip', 'strip', 'bars', 'player'] as const);
    if (style === 'strip') {
      for (const y of [0, 87]) {
        canvas.fill(box(0, y, 100, 13), 0x1d1e2c);
        for (let x = 3; x < 100; x += 12.2) canvas.fill(box(x, y + 3.2, 7, 6.6, 1.8), 0xe9e9f0);
      }
    } else if (style === 'bars') {
      for (const y of [0, 89]) canvas.fill(box(0, y, 100, 11), 0x14151f);
    } else {
      canvas.fill(box(0, 84, 100, 16), see(0x14151f, 0.7));
      canvas.fill(bar(8, 92, 92, 92, 2.6), see(PAPER, 0.4));
      canvas.fill(bar(8, 92, random.between(26, 76), 92, 2.6), 0xff5d5d);
    }
    canvas.solid(ellipse(50, 50, 18.5), palette.light, { puff: 5, cast: 0.35 });
    canvas.fill(
      polygon(44, 40, 61, 50, 44, 60),
      lightness(palette.main) > 0.62 ? palette.dark : palette.main,
    );
  };

/** Full pictures to put on a wall. */
export const decals = { sunburst, waves, smiley, patterned, rainbow, geometric } as const satisfies Variants;

/** A scene behind a play button. */
export const videos = {
  mountains: film(landscapes.mountains),
  city: film(landscapes.city),
  island: film(landscapes.island),
  outerSpace: film(landscapes.outerSpace),
  castle: film(landscapes.castle),
  forest: film(landscapes.forest),
  raceTrack: film(landscapes.raceTrack),
} as const satisfies Variants;
