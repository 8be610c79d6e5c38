import type { Coverage } from './coverage.ts';

/** A shape's edge softened by two box blurs: read as a height, it turns a flat outline into a cushion. */
export function soften(mask: Coverage, radius: number): Float32Array {
  const { width, height } = mask;
  const across = new Float32Array(width * height);
  const result = new Float32Array(width * height);
  blurRows(mask.values, across, width, height, radius);
  blurRows(across, result, width, height, radius);
  blurColumns(result, across, width, height, radius);
  blurColumns(across, result, width, height, radius);
  return result;
}

function blurRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const weight = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += from[start + x]!;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += from[start + x + radius]!;
      if (x - radius > 0) sum -= from[start + x - radius - 1]!;
      to[start + x] = sum * weight;
    }
  }
}

// A row at a time, with one running sum for each column: walking down columns would miss the cache at every step.
function blurColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const weight = 1 / (2 * radius + 1);
  const sums = new Float32Array(width);
  for (let y = -radius; y < height; y++) {
    if (y + radius < height) {
      const entering = (y + radius) * width;
      for (let x = 0; x < width; x++) sums[x]! += from[entering + x]!;
    }
    if (y - radius - 1 >= 0) {
      const leaving = (y - radius - 1) * width;
      for (let x = 0; x < width; x++) sums[x]! -= from[leaving + x]!;
    }
    if (y < 0) continue;
    const row = y * width;
    for (let x = 0; x < width; x++) to[row + x] = sums[x]! * weight;
  }
}

/** Light on a cushion, for a surface rising by (slopeX, slopeY): above 0 lit, below 0 in shade, flat is 0. */
export function lightOn(slopeX: number, slopeY: number): number {
  const facing =
    (slopeX * LIGHT_X + slopeY * LIGHT_Y + LIGHT_Z) / Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
  return facing / LIGHT_Z - 1;
}

/** The highlight on a glossy cushion, 0 to 1; nothing on flat ground. */
export function shineOn(slopeX: number, slopeY: number): number {
  const facing =
    (slopeX * HALF_X + slopeY * HALF_Y + HALF_Z) / Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
  const near = (facing - 0.955) / 0.045;
  return near <= 0 ? 0 : near * near;
}

// A lamp above, to the left and in front: where catalogue photographs put it.
const LIGHT_X = 0.42;
const LIGHT_Y = 0.62;
const LIGHT_Z = 0.66;

// Halfway between that lamp and the viewer.
const HALF_LENGTH = Math.hypot(LIGHT_X, LIGHT_Y, LIGHT_Z + 1);
const HALF_X = LIGHT_X / HALF_LENGTH;
const HALF_Y = LIGHT_Y / HALF_LENGTH;
const HALF_Z = (LIGHT_Z + 1) / HALF_LENGTH;
