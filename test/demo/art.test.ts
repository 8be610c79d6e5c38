import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { artKinds, type ArtKind } from '../../electron/demo/art/kinds.ts';
import { drawThumbnail } from '../../electron/demo/art/thumbnail.ts';

const FULL_BLEED: readonly ArtKind[] = ['decal', 'video', 'place'];
const CUT_OUT = artKinds.filter((kind) => !FULL_BLEED.includes(kind));

describe('drawThumbnail', () => {
  it.each(artKinds)('draws the same %s from the same seed, or the disk cache would never match', (kind) => {
    expect(Buffer.compare(drawThumbnail(kind, 7, 64), drawThumbnail(kind, 7, 64))).toBe(0);
  });

  it.each(artKinds)('draws every %s differently, or a grid would repeat one picture', (kind) => {
    const pictures = new Set(
      Array.from({ length: 12 }, (_, seed) => Buffer.from(drawThumbnail(kind, seed, 64)).toString('base64')),
    );
    expect(pictures.size).toBe(12);
  });

  it('tells apart item ids that share their lower 32 bits', () => {
    expect(Buffer.compare(drawThumbnail('hat', 5, 64), drawThumbnail('hat', 5 + 2 ** 32, 64))).not.toBe(0);
  });

  it.each(
    artKinds.flatMap(
      (kind) =>
        [
          [kind, 150],
          [kind, 420],
        ] as const,
    ),
  )('writes a whole PNG of a %s at %i px, or the browser shows a broken image', (kind, size) => {
    const { width, height, rows } = readPng(drawThumbnail(kind, 3, size));
    expect({ width, height, bytes: rows.length }).toEqual({
      width: size,
      height: size,
      bytes: (size * 4 + 1) * size,
    });
  });

  it.each(CUT_OUT)('leaves the background of a %s clear, or it sits in a box on a tile', (kind) => {
    for (let seed = 0; seed < 6; seed++) {
      const alphas = readAlphas(drawThumbnail(kind, seed, 96), 96);
      expect(share(alphas, (alpha) => alpha === 0)).toBeGreaterThan(0.04);
      expect(share(alphas, (alpha) => alpha === 255)).toBeGreaterThan(0.05);
    }
  });

  it.each(FULL_BLEED)('covers the whole of a %s, or its edge lets the tile through', (kind) => {
    for (let seed = 0; seed < 12; seed++)
      expect(share(readAlphas(drawThumbnail(kind, seed, 96), 96), (alpha) => alpha >= 254)).toBe(1);
  });
});

function readPng(png: Uint8Array): { width: number; height: number; rows: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const chunks = new Map<string, Uint8Array>();
  for (let offset = 8; offset < png.length; offset += view.getUint32(offset) + 12) {
    chunks.set(
      String.fromCharCode(...png.subarray(offset + 4, offset + 8)),
      png.subarray(offset + 8, offset + 8 + view.getUint32(offset)),
    );
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    rows: inflateSync(chunks.get('IDAT') ?? new Uint8Array()),
  };
}

/** Undoes the one row filter the encoder uses: each byte is the difference from the pixel to its left. */
function readAlphas(png: Uint8Array, size: number): number[] {
  const { rows } = readPng(png);
  const alphas: number[] = [];
  for (let y = 0; y < size; y++) {
    let alpha = 0;
    for (let x = 0; x < size; x++)
      alphas.push((alpha = (alpha + (rows[y * (size * 4 + 1) + 1 + x * 4 + 3] ?? 0)) & 255));
  }
  return alphas;
}

function share(values: readonly number[], test: (value: number) => boolean): number {
  return values.filter(test).length / values.length;
}
