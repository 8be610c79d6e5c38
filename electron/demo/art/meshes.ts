import type { Canvas } from './canvas.ts';
import { mix, shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Painter, Variants } from './painter.ts';
import { INK, PAPER } from './palette.ts';
import { polygon, star, stroke } from './shapes.ts';

const icosphere: Painter = (canvas, palette, random) => {
  canvas.ground(50, 94, 36);
  const ring = (r: number, turn: number): readonly (readonly [number, number])[] =>
    Array.from(
      { length: 6 },
      (_, index) =>
        [50 + Math.cos(index * 1.0472 + turn) * r, 49 + Math.sin(index * 1.0472 + turn) * r] as const,
    );
  const turn = random.between(0, 1);
  const outer = ring(42, turn);
  const inner = ring(25, turn + 0.52);
  const litBy = (x: number, y: number): number => (x - 50) * -0.008 + (y - 49) * -0.011;
  for (let index = 0; index < 6; index++) {
    const after = (index + 1) % 6;
    const triangles = [
      [outer[index]!, outer[after]!, inner[index]!],
      [inner[index]!, inner[after]!, outer[after]!],
      [inner[index]!, inner[after]!, [50, 49] as const],
    ];
    for (const corners of triangles) {
      const x = corners.reduce((sum, corner) => sum + corner[0], 0) / 3;
      const y = corners.reduce((sum, corner) => sum + corner[1], 0) / 3;
      facet(
        canvas,
        corners.flat(),
        mix(palette.main, palette.second, (index % 3) * 0.16),
        litBy(x, y) + random.between(-0.06, 0.06),
      );
    }
  }
};

const blocks: Painter = (canvas, palette, random) => {
  canvas.ground(50, 91, 46);
  const cube = (x: number, y: number, size: number, colour: Colour): void => {
    const half = size / 2;
    facet(canvas, [x, y - size, x + size * 0.87, y - half, x, y, x - size * 0.87, y - half], colour, 0.34);
    facet(canvas, [x - size * 0.87, y - half, x, y, x, y + size, x - size * 0.87, y + half], colour, 0.04);
    facet(canvas, [x + size * 0.87, y - half, x, y, x, y + size, x + size * 0.87, y + half], colour, -0.3);
  };
  const colours = [palette.main, palette.second, palette.accent];
  const first = random.whole(0, 2);
  cube(50, 46, 22, colours[first]!);
  cube(31, 66, 22, colours[(first + 1) % 3]!);
  cube(69, 66, 22, colours[(first + 2) % 3]!);
  cube(50, random.chance(0.5) ? 35 : 33, 22, colours[first]!);
};

const pyramidGem: Painter = (canvas, palette) => {
  canvas.ground(50, 95, 26);
  const top = [
    [28, 12],
    [50, 8],
    [72, 12],
  ] as const;
  const belt = [
    [6, 36],
    [32, 40],
    [68, 40],
    [94, 36],
  ] as const;
  const lights = [0.42, 0.3, 0.12, 0.5, 0.2, 0, -0.16];
  const faces = [
    [top[0], top[1], belt[1]],
    [top[1], belt[1], belt[2]],
    [top[1], top[2], belt[2]],
    [belt[0], top[0], belt[1]],
    [top[2], belt[2], belt[3]],
  ] as const;
  faces.forEach((corners, index) => facet(canvas, corners.flat(), palette.main, lights[index]!));
  facet(canvas, [6, 36, 32, 40, 50, 92], palette.main, 0.14);
  facet(canvas, [32, 40, 68, 40, 50, 92], palette.main, -0.08);
  facet(canvas, [68, 40, 94, 36, 50, 92], palette.main, -0.34);
  canvas.fill(star(26, 22, 9, 2, 4), PAPER);
};

const fox: Painter = (canvas, palette, random) => {
  const fur = random.pick([0xf08a3c, palette.main, palette.second]);
  canvas.ground(50, 95, 28);
  for (const side of [1, -1] as const) {
    const at = (...points: readonly number[]): number[] =>
      points.map((value, index) => (index % 2 === 0 ? 50 + side * value : value));
    const lean = side === 1 ? -0.14 : 0.06;
    facet(canvas, at(14, 26, 38, 2, 40, 38), fur, lean - 0.1);
    facet(canvas, at(20, 28, 35, 11, 36, 34), palette.dark, 0.1);
    facet(canvas, at(0, 26, 14, 26, 0, 58), fur, lean + 0.2);
    facet(canvas, at(14, 26, 40, 38, 20, 56), fur, lean + 0.04);
    facet(canvas, at(14, 26, 20, 56, 0, 58), fur, lean + 0.1);
    facet(canvas, at(40, 38, 46, 60, 20, 56), palette.light, lean);
    facet(canvas, at(46, 60, 20, 56, 10, 82), palette.light, lean - 0.1);
    facet(canvas, at(20, 56, 0, 58, 0, 80, 10, 82), fur, lean - 0.04);
    facet(canvas, at(0, 80, 10, 82, 0, 92), INK, 0.06);
    canvas.fill([at(12, 50, 24, 46, 22, 53)], INK);
  }
};

function facet(canvas: Canvas, points: readonly number[], colour: Colour, light: number): void {
  const face = polygon(...points);
  canvas.fill(face, light > 0 ? tint(colour, light) : shade(colour, -light));
  // A hairline in the same colour hides the seam antialiasing leaves between neighbours.
  canvas.fill(
    stroke([[...points, points[0]!, points[1]!]], 0.7),
    light > 0 ? tint(colour, light + 0.12) : shade(colour, Math.max(0, -light - 0.1)),
  );
}

/** Faceted solids: a mesh shows its triangles. */
export const meshes = { icosphere, blocks, pyramidGem, fox } as const satisfies Variants;
