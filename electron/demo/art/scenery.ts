import type { Canvas } from './canvas.ts';
import { glow, see, shade, tint, vertical } from './colour.ts';
import type { Colour } from './colour.ts';
import { PAPER } from './palette.ts';
import { smooth } from './path.ts';
import type { Random } from './random.ts';
import { box, ellipse, join, polygon } from './shapes.ts';

export const FULL = box(0, 0, 100, 100);

export interface Sky {
  readonly high: Colour;
  readonly low: Colour;
  readonly light: Colour;
  readonly land: Colour;
}

export const DAYS: readonly Sky[] = [
  { high: 0x4aa3f0, low: 0xcdeefc, light: 0xfff6cf, land: 0x62b765 },
  { high: 0x6a4fb3, low: 0xffa57a, light: 0xffe9a8, land: 0x7a4a86 },
  { high: 0xf2707f, low: 0xffd79a, light: 0xfff3c4, land: 0xa2506f },
  { high: 0x2a9fb8, low: 0xd9f6d6, light: 0xffffe4, land: 0x4ca678 },
  { high: 0x31396f, low: 0x8a7fc4, light: 0xf3efff, land: 0x3f4a7d },
  { high: 0xf7a35c, low: 0xfff0c9, light: 0xffffff, land: 0xc6804a },
];

export function sky(canvas: Canvas, { high, low, light }: Sky, x: number, y: number): void {
  canvas.fill(FULL, vertical(high, low, 0, 78));
  canvas.fill(ellipse(x, y, 42), glow(light, 0.7, x, y, 42));
  canvas.fill(ellipse(x, y, 9.5), light);
}

export function clouds(canvas: Canvas, random: Random, colour: Colour = PAPER): void {
  for (let index = 0; index < 3; index++) {
    const x = random.between(4, 96);
    const y = random.between(10, 36);
    const size = random.between(0.6, 1.1);
    canvas.fill(
      join(
        ellipse(x, y, 13 * size, 4 * size),
        ellipse(x - 5 * size, y - 3 * size, 6 * size, 5 * size),
        ellipse(x + 4 * size, y - 4.4 * size, 7 * size, 6 * size),
      ),
      see(colour, 0.82),
    );
  }
}

export function hills(canvas: Canvas, random: Random, base: number, height: number, colour: Colour): void {
  const points = [-10, 110, -10, base];
  for (let x = 5; x <= 100; x += 19) points.push(x, base - random.between(-0.3, 1) * height);
  points.push(112, base, 112, 110);
  canvas.fill(smooth(points), vertical(tint(colour, 0.12), shade(colour, 0.14), base - height, 100));
}

export function pine(canvas: Canvas, x: number, y: number, size: number, colour: Colour): void {
  canvas.fill(box(x - size * 0.08, y - size * 0.2, size * 0.16, size * 0.24), 0x6b4a35);
  for (const [lift, half] of [
    [0.12, 0.36],
    [0.42, 0.29],
    [0.7, 0.2],
  ] as const) {
    canvas.fill(
      polygon(x, y - size * (lift + 0.5), x + size * half, y - size * lift, x - size * half, y - size * lift),
      tint(colour, lift * 0.3),
    );
    canvas.fill(
      polygon(x, y - size * (lift + 0.5), x + size * half, y - size * lift, x, y - size * lift),
      see(0x10203a, 0.16),
    );
  }
}
