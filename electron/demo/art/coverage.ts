import type { Path } from './path.ts';
import { signedArea } from './shapes.ts';

/** How much of each pixel in a rectangle a shape covers, 0 to 1. Pixels may lie outside the picture. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Rows and columns a shape is cut to, so that something half outside costs nothing there. */
const MARGIN = 40;

/** Exact area coverage of a shape in pixels, with room for a blur of `padding` pixels around it. */
export function cover(shape: Path, size: number, padding: number): Coverage {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const points of shape) {
    for (let index = 0; index < points.length; index += 2) {
      left = Math.min(left, points[index]!);
      right = Math.max(right, points[index]!);
      top = Math.min(top, points[index + 1]!);
      bottom = Math.max(bottom, points[index + 1]!);
    }
  }
  left = Math.floor(Math.max(left, -MARGIN)) - padding;
  top = Math.floor(Math.max(top, -MARGIN)) - padding;
  const width = Math.max(1, Math.ceil(Math.min(right, size + MARGIN)) + padding + 2 - left);
  const height = Math.max(1, Math.ceil(Math.min(bottom, size + MARGIN)) + padding + 1 - top);
  const values = new Float32Array(width * height + 2);
  for (const points of shape) {
    for (let index = 0; index < points.length; index += 2) {
      const next = index + 2 === points.length ? 0 : index + 2;
      addEdge(
        values,
        width,
        height,
        points[index]! - left,
        points[index + 1]! - top,
        points[next]! - left,
        points[next + 1]! - top,
      );
    }
  }
  sumRows(values, width, height, shape.reduce((sum, points) => sum + signedArea(points), 0) < 0 ? 1 : -1);
  return { left, top, width, height, values };
}

// Each edge leaves its signed area in the cells it crosses; summing along a row then gives coverage without supersampling.
function addEdge(
  values: Float32Array,
  width: number,
  height: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  if (ay === by) return;
  const direction = ay < by ? 1 : -1;
  const limit = width - 1.001;
  const startX = ay < by ? ax : bx;
  const startY = Math.min(ay, by);
  const endY = Math.max(ay, by);
  const slope = (bx - ax) / (by - ay);
  const lastRow = Math.min(height, Math.ceil(endY));
  for (let row = Math.max(0, Math.floor(startY)); row < lastRow; row++) {
    const y0 = Math.max(row, startY);
    const y1 = Math.min(row + 1, endY);
    const x0 = Math.min(limit, Math.max(0, startX + (y0 - startY) * slope));
    const x1 = Math.min(limit, Math.max(0, startX + (y1 - startY) * slope));
    addRowSpan(values, row * width, Math.min(x0, x1), Math.max(x0, x1), (y1 - y0) * direction);
  }
}

function addRowSpan(values: Float32Array, row: number, low: number, high: number, amount: number): void {
  const first = Math.floor(low);
  const last = Math.ceil(high);
  if (last <= first + 1) {
    const middle = (low + high) / 2 - first;
    values[row + first]! += amount * (1 - middle);
    values[row + first + 1]! += amount * middle;
    return;
  }
  const perCell = 1 / (high - low);
  let done = 0;
  for (let cell = first; cell < last; cell++) {
    // Area to the right of the edge up to this cell's right side, as a share of the whole span.
    const reach = Math.min(cell + 1, high);
    const enter = Math.max(cell, low);
    const crossed = (reach - enter) * perCell;
    const share = (enter - low) * perCell + crossed * (cell + 1 - (reach + enter) / 2);
    values[row + cell]! += amount * (share - done);
    done = share;
  }
  values[row + last]! += amount * (1 - done);
}

// Counting signed, not absolute, keeps a hole that reaches past its shape from becoming solid out there.
function sumRows(values: Float32Array, width: number, height: number, direction: number): void {
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let index = y * width; index < (y + 1) * width; index++) {
      sum += values[index]!;
      const area = sum * direction;
      values[index] = area > 1 ? 1 : area < 0.002 ? 0 : area;
    }
  }
}
