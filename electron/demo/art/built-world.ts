import type { Canvas } from './canvas.ts';
import { glow, mix, see, shade, tint, vertical } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Painter } from './painter.ts';
import { PAPER, STEEL } from './palette.ts';
import { path, smooth } from './path.ts';
import { clouds, DAYS, FULL, hills, sky } from './scenery.ts';
import { box, ellipse, join, polygon, star, stroke } from './shapes.ts';

export const city: Painter = (canvas, palette, random) => {
  const [high, low] = random.pick([
    [0x141a46, 0x8a4fa8],
    [0x10284a, 0x2f8fa8],
    [0x2a1450, 0xf06f8a],
    [0x1a2150, 0xf59a62],
  ] as const);
  canvas.fill(FULL, vertical(high, low, 0, 90));
  for (let index = 0; index < 26; index++)
    canvas.fill(
      ellipse(random.between(0, 100), random.between(0, 46), random.between(0.3, 0.8)),
      see(PAPER, 0.85),
    );
  canvas.fill(ellipse(72, 24, 26), glow(PAPER, 0.5, 72, 24, 26));
  canvas.fill(ellipse(72, 24, 9), 0xfff7dc);
  for (const [depth, floor] of [
    [0.45, 46],
    [0.18, 58],
  ] as const) {
    for (let x = -4; x < 100;) {
      const width = random.between(10, 17);
      const top = floor + random.between(-16, 14);
      const wall = mix(shade(high, 0.2), low, depth);
      canvas.fill(box(x, top, width, 100), vertical(tint(wall, 0.06), shade(wall, 0.3), top, 100));
      if (random.chance(0.3)) canvas.fill(box(x + width / 2 - 0.6, top - 8, 1.2, 9), wall);
      for (let windowY = top + 4; windowY < 88; windowY += 5.4) {
        for (let windowX = x + 2; windowX < x + width - 3; windowX += 4)
          if (random.chance(0.5))
            canvas.fill(
              box(windowX, windowY, 2.2, 2.8),
              random.pick([0xffe08a, 0xffc66b, tint(palette.accent, 0.3)]),
              0.92,
            );
      }
      x += width + random.between(0, 2.4);
    }
  }
  canvas.fill(polygon(32, 100, 46, 84, 54, 84, 68, 100), 0x2a2c44);
  canvas.fill(box(0, 84, 100, 2), tint(palette.accent, 0.2), 0.7);
  canvas.fill(
    join(polygon(48.6, 100, 49.4, 92, 50.6, 92, 51.4, 100), polygon(49.4, 90, 49.6, 86, 50.4, 86, 50.6, 90)),
    0xffe08a,
  );
};

export const outerSpace: Painter = (canvas, palette, random) => {
  canvas.fill(FULL, vertical(0x12123a, random.pick([0x4b2a7a, 0x1c4a78, 0x6a2a5e]), 0, 110));
  const x = random.between(30, 70);
  canvas.fill(ellipse(x, 40, 58), glow(palette.second, 0.5, x, 40, 58));
  canvas.fill(ellipse(100 - x, 86, 44), glow(palette.main, 0.45, 100 - x, 86, 44));
  for (let index = 0; index < 46; index++)
    canvas.fill(
      ellipse(random.between(0, 100), random.between(0, 100), random.between(0.25, 0.85)),
      see(PAPER, 0.9),
    );
  for (let index = 0; index < 4; index++)
    canvas.fill(star(random.between(5, 95), random.between(5, 95), 3, 0.6, 4), PAPER);
  const ringed = random.chance(0.6);
  const ring = (): void =>
    canvas.fill(join(stroke([ellipse(50, 50, 39, 8)[0]!], 3.4)), see(palette.accent, 0.9));
  canvas.turned(-20, () => {
    const planet = ellipse(50, 50, 25);
    if (ringed) ring();
    canvas.solid(
      planet,
      palette.main,
      { puff: 26, gloss: 0.5, cast: 0, to: shade(palette.dark, 0.2) },
      () => {
        for (let y = 30; y < 76; y += 11)
          canvas.fill(
            smooth([18, y, 40, y - 3, 60, y + 2, 82, y - 1, 82, y + 4, 60, y + 6, 40, y + 2, 18, y + 5]),
            see(palette.second, 0.6),
          );
      },
    );
    if (ringed) canvas.within(box(0, 50, 100, 50), ring);
  });
  canvas.solid(ellipse(82, 22, 7), palette.light, { puff: 8, cast: 0 });
  canvas.solid(ellipse(14, 76, 4.4), palette.accent, { puff: 5, cast: 0 });
};

export const castle: Painter = (canvas, palette, random) => {
  const day = random.pick(DAYS);
  sky(canvas, day, random.between(15, 85), 24);
  clouds(canvas, random);
  hills(canvas, random, 74, 14, mix(day.land, day.low, 0.35));
  const stone = random.pick([0xd9d4e2, 0xcabfae, tint(palette.main, 0.6)]);
  for (const [x, y, width] of [
    [22, 44, 12],
    [66, 44, 12],
    [36, 34, 11],
    [53, 34, 11],
    [44, 22, 12],
  ] as const) {
    canvas.solid(box(x, y, width, 50), stone, { puff: 4, gloss: 0, cast: 0.15 });
    canvas.solid(polygon(x - 2, y, x + width / 2, y - 17, x + width + 2, y), palette.main, {
      puff: 3,
      cast: 0.2,
    });
    canvas.fill(
      path(
        `M${x + width / 2} ${y - 16} V${y - 23} L${x + width / 2 + 7} ${y - 20.4} L${x + width / 2} ${y - 18} Z`,
      ),
      palette.accent,
    );
    canvas.fill(box(x + width / 2 - 1.6, y + 6, 3.2, 6, 1.6), shade(stone, 0.6));
  }
  canvas.solid(box(26, 60, 48, 30), stone, { puff: 3, gloss: 0, cast: 0.25 });
  for (let x = 26; x < 74; x += 7.2) canvas.fill(box(x, 56.4, 4.4, 5), stone);
  canvas.fill(path('M43 90 V76 C43 66 57 66 57 76 V90 Z'), 0x5a4038);
  canvas.fill(ellipse(54, 80, 0.9), 0xf7bd3b);
  hills(canvas, random, 88, 5, day.land);
  canvas.fill(path('M44 88 H56 C58 92 64 96 70 102 H34 C38 96 43 92 44 88 Z'), tint(0xd9b98a, 0.2));
};

export const raceTrack: Painter = (canvas, palette, random) => {
  const day = random.pick(DAYS);
  sky(canvas, day, random.between(20, 80), 26);
  clouds(canvas, random);
  hills(canvas, random, 58, 10, mix(day.land, day.low, 0.3));
  canvas.fill(box(0, 54, 100, 46), vertical(tint(day.land, 0.1), shade(day.land, 0.1), 54, 100));
  canvas.fill(polygon(46, 54, 54, 54, 108, 102, -8, 102), PAPER);
  for (let index = 0; index < 7; index += 2) {
    const near = 54 + index * index * 0.98;
    const far = 54 + (index + 1) * (index + 1) * 0.98;
    canvas.fill(
      polygon(
        46 - (near - 54) * 1.14,
        near,
        54 + (near - 54) * 1.14,
        near,
        54 + (far - 54) * 1.14,
        far,
        46 - (far - 54) * 1.14,
        far,
      ),
      palette.accent,
    );
  }
  canvas.fill(polygon(46.8, 54, 53.2, 54, 96, 102, 4, 102), vertical(0x6a6f86, 0x3b3f55, 54, 100));
  for (const [y, half, tall] of [
    [58, 0.4, 4],
    [66, 0.7, 6],
  ] as const)
    canvas.fill(
      polygon(50 - half, y, 50 + half, y, 50 + half * 1.4, y + tall, 50 - half * 1.4, y + tall),
      PAPER,
    );
  car(canvas, palette.main, palette.dark);
};

function car(canvas: Canvas, paint: Colour, dark: Colour): void {
  canvas.ground(50, 92, 26, 0.5);
  for (const x of [31, 61]) canvas.solid(box(x, 82, 9, 11, 2.6), 0x23253a, { puff: 2 });
  canvas.solid(path('M37 68 C39 62 61 62 63 68 L66 76 H34 Z'), dark, { puff: 3, gloss: 0.8 });
  canvas.solid(box(28, 73, 44, 15, 5), paint, { puff: 5, gloss: 0.8 });
  canvas.solid(box(25, 66, 50, 4, 2), paint, { puff: 2, gloss: 0.6 });
  for (const x of [31, 61]) canvas.fill(box(x, 77, 8, 4, 1.6), 0xff5d5d);
  canvas.fill(box(43, 79, 14, 5, 1.4), STEEL);
}
