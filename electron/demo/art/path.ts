/** A closed outline as x, y, x, y … in drawing units (the picture is 100 by 100, y down). */
export type Contour = readonly number[];

/** Outlines filled together: overlaps unite, a reversed outline cuts a hole. */
export type Path = readonly Contour[];

const CURVE_STEPS = 14;

/** Reads an outline written as absolute M, L, H, V, Q, C and Z commands. */
export function path(outline: string): Path {
  const contours: number[][] = [];
  let points: number[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of outline.matchAll(/([MLHVQCZ])([^MLHVQCZ]*)/g)) {
    const numbers = (rest!.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const step = STEPS[command!]!;
    for (let index = 0; index + step <= numbers.length && step > 0; index += step) {
      const part = numbers.slice(index, index + step);
      if (command === 'M' && index === 0) contours.push((points = []));
      if (command === 'H') part.push(y);
      if (command === 'V') part.unshift(x);
      if (command === 'Q') curve(points, x, y, ...raise(x, y, part));
      else if (command === 'C') curve(points, x, y, ...(part as SixNumbers));
      else points.push(part[0]!, part[1]!);
      y = points.at(-1)!;
      x = points.at(-2)!;
    }
  }
  return contours;
}

/** A soft outline through points; 'open' leaves the ends unjoined, for ribbons. */
export function smooth(points: readonly number[], ends: 'closed' | 'open' = 'closed'): Path {
  const count = points.length / 2;
  const at = (index: number): readonly [number, number] => {
    const wrapped = ends === 'closed' ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return [points[wrapped * 2]!, points[wrapped * 2 + 1]!];
  };
  const outline: number[] = [points[0]!, points[1]!];
  for (let index = 0; index < (ends === 'closed' ? count : count - 1); index++) {
    const [ax, ay] = at(index - 1);
    const [bx, by] = at(index);
    const [cx, cy] = at(index + 1);
    const [dx, dy] = at(index + 2);
    curve(
      outline,
      bx,
      by,
      bx + (cx - ax) / 6,
      by + (cy - ay) / 6,
      cx - (dx - bx) / 6,
      cy - (dy - by) / 6,
      cx,
      cy,
    );
  }
  return [outline];
}

/** The right half of a shape, from its top to its bottom on x = 50, completed with its mirror image. */
export function symmetric(rightHalf: string): Path {
  const half = path(rightHalf)[0]!;
  const whole = [...half];
  for (let index = half.length - 2; index >= 0; index -= 2) whole.push(100 - half[index]!, half[index + 1]!);
  return [whole];
}

type SixNumbers = [number, number, number, number, number, number];

const STEPS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };

function raise(x: number, y: number, part: readonly number[]): SixNumbers {
  const [qx, qy, endX, endY] = part as SixNumbers;
  return [
    x + (qx - x) * (2 / 3),
    y + (qy - y) * (2 / 3),
    endX + (qx - endX) * (2 / 3),
    endY + (qy - endY) * (2 / 3),
    endX,
    endY,
  ];
}

function curve(
  points: number[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const a = u * u * u;
    const b = 3 * u * u * t;
    const c = 3 * u * t * t;
    const d = t * t * t;
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}
