import { mix, see, shade, tint, vertical } from './colour.ts';
import type { Painter } from './painter.ts';
import { PAPER } from './palette.ts';
import { path } from './path.ts';
import { clouds, DAYS, hills, pine, sky } from './scenery.ts';
import { box, ellipse, polygon, stroke } from './shapes.ts';

export const mountains: Painter = (canvas, _palette, random) => {
  const day = random.pick(DAYS);
  sky(canvas, day, random.between(24, 76), random.between(26, 40));
  clouds(canvas, random);
  for (const [x, y, reach, depth] of [
    [20, 34, 42, 0.55],
    [80, 30, 44, 0.55],
    [50, 22, 40, 0.25],
  ] as const) {
    const peak = x + random.between(-7, 7);
    const rock = mix(shade(day.land, 0.25), day.low, depth);
    canvas.fill(polygon(peak, y, peak + reach, 84, peak - reach, 84), rock);
    canvas.fill(
      polygon(peak, y, peak + reach, 84, peak + 6, 84, peak - 3, y + 26, peak + 4, y + 16),
      see(shade(rock, 0.5), 0.4),
    );
    canvas.fill(
      polygon(
        peak,
        y,
        peak + 11,
        y + 14.4,
        peak + 5,
        y + 13,
        peak + 1,
        y + 18,
        peak - 4,
        y + 12,
        peak - 10,
        y + 13,
      ),
      PAPER,
    );
  }
  hills(canvas, random, 76, 8, day.land);
  for (let index = 0; index < 9; index++)
    pine(
      canvas,
      random.between(2, 98),
      random.between(78, 86),
      random.between(12, 20),
      shade(day.land, 0.34),
    );
  hills(canvas, random, 90, 5, shade(day.land, 0.24));
};

export const island: Painter = (canvas, palette, random) => {
  const day = random.pick(DAYS.slice(0, 4));
  sky(canvas, day, random.between(18, 82), 26);
  clouds(canvas, random);
  canvas.fill(box(0, 58, 100, 42), vertical(0x49c6d6, 0x1f6fae, 58, 100));
  for (let index = 0; index < 9; index++) {
    const x = random.between(0, 92);
    const y = random.between(62, 96);
    canvas.fill(stroke([[x, y, x + random.between(5, 12), y]], 0.9), see(PAPER, 0.5));
  }
  canvas.fill(ellipse(50, 80, 44, 11), see(0xbff3ee, 0.6));
  canvas.solid(path('M10 78 C22 66 40 62 52 62 C66 62 82 68 90 78 C80 86 20 86 10 78 Z'), 0xf4dc9c, {
    puff: 5,
    gloss: 0,
  });
  canvas.solid(path('M24 70 C34 58 62 58 74 70 C60 75 36 75 24 70 Z'), 0x74c267, { puff: 4, gloss: 0 });
  for (const [x, lean, top] of random.pick([
    [
      [44, -8, 26],
      [58, 9, 34],
    ],
    [[52, 9, 24]],
    [
      [40, -7, 34],
      [52, 4, 22],
      [64, 12, 38],
    ],
  ] as const)) {
    canvas.solid(
      stroke(path(`M${x} 68 C${x + lean * 0.2} 56 ${x + lean * 0.4} 46 ${x + lean} ${top}`), 3.6),
      0x9a6a43,
      { puff: 2, gloss: 0 },
    );
    for (const angle of [-160, -120, -60, -20, 20, 160]) {
      canvas.turned(
        angle,
        () =>
          canvas.solid(
            path(
              `M${x + lean} ${top} C${x + lean + 6} ${top - 6} ${x + lean + 15} ${top - 4} ${x + lean + 20} ${top + 5} C${x + lean + 12} ${top + 1} ${x + lean + 6} ${top + 3} ${x + lean} ${top} Z`,
            ),
            0x3fa75e,
            { puff: 2, gloss: 0.2 },
          ),
        x + lean,
        top,
      );
    }
  }
  canvas.solid(box(66, 64, 11, 8, 2), 0xa9693f, { puff: 2 });
  canvas.fill(box(66, 67, 11, 1.4), palette.accent);
};

export const forest: Painter = (canvas, palette, random) => {
  const day = random.pick(DAYS);
  sky(canvas, day, 50, 34);
  for (const [depth, base, size] of [
    [0.7, 66, 34],
    [0.45, 76, 42],
    [0.15, 90, 50],
  ] as const) {
    const leaf = mix(shade(day.land, 0.3), day.low, depth);
    hills(canvas, random, base, 4, leaf);
    for (let x = random.between(-6, 4); x < 106; x += random.between(11, 18)) {
      if (depth > 0.2 || x < 34 || x > 66)
        pine(canvas, x, base + random.between(0, 5), size * random.between(0.75, 1.1), shade(leaf, 0.14));
    }
  }
  canvas.fill(
    path('M42 76 C52 80 40 86 30 102 H74 C66 90 56 82 50 76 Z'),
    vertical(tint(day.light, 0.2), 0xd8b583, 76, 100),
    0.9,
  );
  if (random.chance(0.5)) {
    canvas.solid(polygon(42, 80, 53, 62, 64, 80), palette.main, { puff: 3 });
    canvas.fill(polygon(50, 80, 53, 66, 56, 80), shade(palette.main, 0.55));
  }
};
