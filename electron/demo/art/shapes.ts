import type { Contour, Path } from './path.ts';

export function ellipse(cx: number, cy: number, rx: number, ry: number = rx): Path {
  const points: number[] = [];
  for (let index = 0; index < 40; index++) {
    const angle = (index / 40) * Math.PI * 2;
    points.push(cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry);
  }
  return [points];
}

export function box(x: number, y: number, width: number, height: number, radius = 0): Path {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return [[x, y, x + width, y, x + width, y + height, x, y + height]];
  const points: number[] = [];
  const corners = [
    [x + width - r, y + r],
    [x + width - r, y + height - r],
    [x + r, y + height - r],
    [x + r, y + r],
  ];
  corners.forEach(([cx, cy], corner) => {
    for (let step = 0; step <= 8; step++) {
      const angle = (corner - 1 + step / 8) * (Math.PI / 2);
      points.push(cx! + Math.cos(angle) * r, cy! + Math.sin(angle) * r);
    }
  });
  return [points];
}

export function polygon(...points: readonly number[]): Path {
  return [points];
}

/** A star with the given number of points, or with inner = outer a regular polygon of twice as many sides. */
export function star(cx: number, cy: number, outer: number, inner: number, points: number, turn = 0): Path {
  const outline: number[] = [];
  for (let index = 0; index < points * 2; index++) {
    const angle = (index / points) * Math.PI - Math.PI / 2 + turn;
    const radius = index % 2 === 0 ? outer : inner;
    outline.push(cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius);
  }
  return [outline];
}

/** A round-ended band along a line, as wide as widthAt says from its start (0) to its end (1). */
export function ribbon(line: Path, widthAt: (progress: number) => number): Path {
  return line.map((points) => {
    const count = points.length / 2;
    const left: number[] = [];
    const right: number[] = [];
    for (let index = 0; index < count; index++) {
      const before = Math.max(0, index - 1) * 2;
      const after = Math.min(count - 1, index + 1) * 2;
      const dx = points[after]! - points[before]!;
      const dy = points[after + 1]! - points[before + 1]!;
      const half = widthAt(index / (count - 1)) / 2 / (Math.hypot(dx, dy) || 1);
      left.push(points[index * 2]! - dy * half, points[index * 2 + 1]! + dx * half);
      right.unshift(points[index * 2]! + dy * half, points[index * 2 + 1]! - dx * half);
    }
    return [...left, ...cap(left, right), ...right, ...cap(right, left)];
  });
}

export function stroke(line: Path, width: number): Path {
  return ribbon(line, () => width);
}

/** A straight round-ended bar. */
export function bar(x0: number, y0: number, x1: number, y1: number, width: number): Path {
  return stroke([[x0, y0, x1, y1]], width);
}

/** All outlines as one shape. */
export function join(...paths: readonly Path[]): Path {
  return paths.flat().map((contour) => (signedArea(contour) < 0 ? reversed(contour) : contour));
}

/** The outer shape without the inner ones. */
export function cut(outer: Path, ...inner: readonly Path[]): Path {
  return [...join(outer), ...join(...inner).map(reversed)];
}

/** The mirror image across the upright line at x. */
export function mirror(shape: Path, x = 50): Path {
  return shape.map((points) => points.map((value, index) => (index % 2 === 0 ? 2 * x - value : value)));
}

/** Draws something once as given (side 1), then once mirrored across the middle of the picture (side -1). */
export function bothSides(draw: (turn: (shape: Path) => Path, side: 1 | -1) => void): void {
  draw((shape) => shape, 1);
  draw((shape) => mirror(shape), -1);
}

/** Twice the enclosed area: positive where the outline runs clockwise on screen. */
export function signedArea(contour: Contour): number {
  let sum = 0;
  for (let index = 0; index < contour.length; index += 2) {
    const next = (index + 2) % contour.length;
    sum += contour[index]! * contour[next + 1]! - contour[next]! * contour[index + 1]!;
  }
  return sum;
}

function cap(end: readonly number[], start: readonly number[]): number[] {
  const x0 = end.at(-2)!;
  const y0 = end.at(-1)!;
  const cx = (x0 + start[0]!) / 2;
  const cy = (y0 + start[1]!) / 2;
  const points: number[] = [];
  for (let step = 1; step < 8; step++) {
    const turn = (-step / 8) * Math.PI;
    points.push(
      cx + (x0 - cx) * Math.cos(turn) - (y0 - cy) * Math.sin(turn),
      cy + (x0 - cx) * Math.sin(turn) + (y0 - cy) * Math.cos(turn),
    );
  }
  return points;
}

function reversed(contour: Contour): Contour {
  const points: number[] = [];
  for (let index = contour.length - 2; index >= 0; index -= 2)
    points.push(contour[index]!, contour[index + 1]!);
  return points;
}
