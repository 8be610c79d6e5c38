import type { Gradient } from './colour.ts';
import type { Coverage } from './coverage.ts';
import { lightOn, shineOn } from './relief.ts';

// The loops below run for every pixel of every part. They are written out rather than shared through a callback,
// which would triple the time a picture takes.

/** Premultiplied RGBA pixels, and how much of each the current clip lets through (null: all). */
export interface Layer {
  readonly size: number;
  readonly pixels: Float32Array;
  clip: Coverage | null;
}

/** Paints a gradient, given in pixels, over the layer through a mask. */
export function blend(layer: Layer, mask: Coverage, paint: Gradient, alpha: number): void {
  const { pixels, size, clip } = layer;
  const { left, top, right, bottom } = boundsOf(layer, mask);
  const dx = paint.x1 - paint.x0;
  const dy = paint.y1 - paint.y0;
  const lengthSquared = dx * dx + dy * dy || 1;
  const perLength = 1 / Math.sqrt(lengthSquared);
  const squash = 1 / (paint.squash ?? 1);
  const isRadial = paint.shape === 'radial';
  const red = channel(paint.from, 16);
  const green = channel(paint.from, 8);
  const blue = channel(paint.from, 0);
  const redRise = channel(paint.to, 16) - red;
  const greenRise = channel(paint.to, 8) - green;
  const blueRise = channel(paint.to, 0) - blue;
  const alphaRise = paint.toAlpha - paint.fromAlpha;
  for (let y = top; y < bottom; y++) {
    const row = (y - mask.top) * mask.width - mask.left;
    const py = y + 0.5 - paint.y0;
    for (let x = left; x < right; x++) {
      let strength = mask.values[row + x]!;
      if (strength === 0) continue;
      if (clip !== null) strength *= clip.values[(y - clip.top) * clip.width + x - clip.left]!;
      const px = x + 0.5 - paint.x0;
      const along = isRadial
        ? Math.sqrt(px * px + py * py * squash * squash) * perLength
        : (px * dx + py * dy) / lengthSquared;
      const t = along < 0 ? 0 : along > 1 ? 1 : along;
      const cover = strength * alpha * (paint.fromAlpha + alphaRise * (isRadial ? t * t * (3 - 2 * t) : t));
      if (cover < 0.001) continue;
      const keep = 1 - cover;
      const pixel = (y * size + x) * 4;
      pixels[pixel] = (red + redRise * t) * cover + pixels[pixel]! * keep;
      pixels[pixel + 1] = (green + greenRise * t) * cover + pixels[pixel + 1]! * keep;
      pixels[pixel + 2] = (blue + blueRise * t) * cover + pixels[pixel + 2]! * keep;
      pixels[pixel + 3] = cover + pixels[pixel + 3]! * keep;
    }
  }
}

/** Lights what is already painted within a mask as if it were a cushion of these heights. */
export function light(
  layer: Layer,
  mask: Coverage,
  heights: Float32Array,
  radius: number,
  gloss: number,
): void {
  const { pixels, size, clip } = layer;
  const { width } = mask;
  const { left, top, right, bottom } = boundsOf(layer, mask);
  // A blurred straight edge climbs by 1 / (2 r + 1) a pixel at most: this makes that a slope of STEEPNESS.
  const steepness = (STEEPNESS * (2 * radius + 1)) / 2;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const cell = (y - mask.top) * width + x - mask.left;
      let strength = mask.values[cell]!;
      if (strength === 0) continue;
      const slopeX = (heights[cell + 1]! - heights[cell - 1]!) * steepness;
      const slopeY = (heights[cell + width]! - heights[cell - width]!) * steepness;
      if (slopeX * slopeX + slopeY * slopeY < 0.0004) continue;
      if (clip !== null) strength *= clip.values[(y - clip.top) * clip.width + x - clip.left]!;
      const facing = lightOn(slopeX, slopeY) * strength;
      const pixel = (y * size + x) * 4;
      const alpha = pixels[pixel + 3]!;
      let red = pixels[pixel]!;
      let green = pixels[pixel + 1]!;
      let blue = pixels[pixel + 2]!;
      if (facing < 0) {
        // The weaker a channel, the sooner it fades: shaded colours grow deeper instead of greyer.
        red *= 1 + facing * (0.72 - 0.3 * red);
        green *= 1 + facing * (0.74 - 0.3 * green);
        blue *= 1 + facing * (0.62 - 0.3 * blue);
      }
      const shine = gloss > 0 ? shineOn(slopeX, slopeY) * gloss * strength : 0;
      const lift = (facing > 0 ? facing * 0.4 : 0) + shine * 0.7;
      pixels[pixel] = red + (alpha - red) * lift;
      pixels[pixel + 1] = green + (alpha * 0.985 - green) * lift;
      pixels[pixel + 2] = blue + (alpha * 0.95 - blue) * lift;
    }
  }
}

/** Darkens what is already there beneath a part's softened outline, `drop` pixels further down. */
export function castShadow(
  layer: Layer,
  mask: Coverage,
  heights: Float32Array,
  drop: number,
  strength: number,
): void {
  const { pixels, size, clip } = layer;
  const moved: Coverage = { ...mask, top: mask.top + drop, values: heights };
  const { left, top, right, bottom } = boundsOf(layer, moved);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      let height = heights[(y - moved.top) * mask.width + x - mask.left]!;
      if (height < 0.004) continue;
      if (clip !== null) height *= clip.values[(y - clip.top) * clip.width + x - clip.left]!;
      const pixel = (y * size + x) * 4;
      if (pixels[pixel + 3] === 0) continue;
      const loss = height * strength;
      pixels[pixel]! *= 1 - loss;
      pixels[pixel + 1]! *= 1 - loss;
      pixels[pixel + 2]! *= 1 - loss * 0.8;
    }
  }
}

const STEEPNESS = 1.15;

// The pixels that a mask, the layer and its clip have in common.
function boundsOf(
  { size, clip }: Layer,
  mask: Coverage,
): { left: number; top: number; right: number; bottom: number } {
  const left = Math.max(0, mask.left, clip?.left ?? 0);
  const top = Math.max(0, mask.top, clip?.top ?? 0);
  const right = Math.min(size, mask.left + mask.width, clip === null ? size : clip.left + clip.width);
  const bottom = Math.min(size, mask.top + mask.height, clip === null ? size : clip.top + clip.height);
  return { left, top, right, bottom };
}

function channel(colour: number, shift: number): number {
  return ((colour >> shift) & 255) / 255;
}
