import { Canvas } from './canvas.ts';
import { painterOf, variantOf, type ArtKind } from './kinds.ts';
import { pickPalette } from './palette.ts';
import { encodePng } from './png.ts';
import { hashSeed, Random } from './random.ts';

/**
 * Draws the picture of a demo item, in the shape `variantOf` names, and returns it as a PNG file of `size` by `size`
 * pixels. The same kind, seed and size always give the same bytes.
 */
export function drawThumbnail(
  kind: ArtKind,
  seed: number,
  size: number,
  variant = variantOf(kind, seed),
): Uint8Array {
  const random = new Random(hashSeed(kind, seed));
  const canvas = new Canvas(size);
  painterOf(kind, variant)(canvas, pickPalette(random), random);
  return encodePng(canvas.toRgba(), size, size);
}
