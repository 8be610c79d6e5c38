import { vertical, glow, tint, shade, see } from './colour.ts';
import type { Colour, Gradient } from './colour.ts';
import { blend, castShadow, light } from './compositing.ts';
import type { Layer } from './compositing.ts';
import { cover } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import type { Path } from './path.ts';
import { soften } from './relief.ts';
import { ellipse } from './shapes.ts';

/** How a solid part takes light. */
export interface Surface {
  /** How far the rounding reaches in from the edge, in drawing units. */
  readonly puff?: number;
  /** Strength of the highlight, 0 (cloth) to 1 (glass). */
  readonly gloss?: number;
  /** Darkness of the shadow it throws on what lies beneath, 0 to 1. */
  readonly cast?: number;
  /** Colour at the foot of the part, where it differs from the one at its head. */
  readonly to?: Colour;
}

/** A square picture drawn in units of a hundredth of its side, from back to front. */
export class Canvas {
  readonly #layer: Layer;
  readonly #scale: number;
  #matrix: Matrix;

  /** A blank, transparent picture; `size` in pixels. */
  constructor(size: number) {
    this.#layer = { size, pixels: new Float32Array(size * size * 4), clip: null };
    this.#scale = size / 100;
    this.#matrix = [this.#scale, 0, 0, this.#scale, 0, 0];
  }

  /** A part with body: rounded edges, highlight, and a shadow on the parts behind it. `print` decorates it under the light. */
  solid(
    shape: Path,
    colour: Colour,
    { puff = 4, gloss = 0.3, cast = 0.32, to }: Surface = {},
    print?: () => void,
  ): void {
    const unit = this.#unit();
    const radius = Math.max(1, Math.round((puff * unit) / 2));
    const drop = Math.max(1, Math.round(unit * 1.4));
    const mask = this.#cover(shape, radius * 2 + drop);
    const heights = soften(mask, radius);
    if (cast > 0) castShadow(this.#layer, mask, heights, drop, cast);
    blend(
      this.#layer,
      mask,
      vertical(tint(colour, 0.1), to ?? shade(colour, 0.1), mask.top, mask.top + mask.height),
      1,
    );
    if (print !== undefined) this.within(shape, print);
    light(this.#layer, mask, heights, radius, gloss);
  }

  /** Flat paint: prints, eyes, skies, glows. */
  fill(shape: Path, paint: Colour | Gradient, alpha = 1): void {
    blend(
      this.#layer,
      this.#cover(shape, 0),
      this.#toPixels(typeof paint === 'number' ? see(paint, 1) : paint),
      alpha,
    );
  }

  /** The soft dark patch where an item meets the ground. */
  ground(cx: number, cy: number, radius: number, strength = 0.34): void {
    this.placed(
      0,
      cy * 0.78,
      1,
      () => {
        this.fill(ellipse(cx, cy, radius), glow(0x141428, strength, cx, cy, radius));
      },
      0.22,
    );
  }

  /** Everything drawn inside shows only within the shape. */
  within(shape: Path, draw: () => void): void {
    const outer = this.#layer.clip;
    const mask = this.#cover(shape, 0);
    if (outer !== null) narrow(mask, outer);
    this.#layer.clip = mask;
    draw();
    this.#layer.clip = outer;
  }

  /** Draws turned clockwise about a point. */
  turned(degrees: number, draw: () => void, cx = 50, cy = 50): void {
    const angle = (degrees * Math.PI) / 180;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    this.#with([cos, sin, -sin, cos, cx - cx * cos + cy * sin, cy - cx * sin - cy * cos], draw);
  }

  /** Draws scaled (separately in height, where given) and moved so that the origin lands at (x, y). */
  placed(x: number, y: number, scale: number, draw: () => void, heightScale = scale): void {
    this.#with([scale, 0, 0, heightScale, x, y], draw);
  }

  /** The finished picture as straight 8-bit RGBA. */
  toRgba(): Uint8Array {
    const { pixels } = this.#layer;
    const bytes = new Uint8Array(pixels.length);
    for (let index = 0; index < pixels.length; index += 4) {
      const alpha = pixels[index + 3]!;
      if (alpha < 0.002) continue;
      const scale = 255 / alpha;
      bytes[index] = Math.min(255, pixels[index]! * scale + 0.5);
      bytes[index + 1] = Math.min(255, pixels[index + 1]! * scale + 0.5);
      bytes[index + 2] = Math.min(255, pixels[index + 2]! * scale + 0.5);
      bytes[index + 3] = Math.min(255, alpha * 255 + 0.5);
    }
    return bytes;
  }

  #with(inner: Matrix, draw: () => void): void {
    const outer = this.#matrix;
    const [a, b, c, d, e, f] = outer;
    const [ia, ib, ic, id, ie, iff] = inner;
    this.#matrix = [
      a * ia + c * ib,
      b * ia + d * ib,
      a * ic + c * id,
      b * ic + d * id,
      a * ie + c * iff + e,
      b * ie + d * iff + f,
    ];
    draw();
    this.#matrix = outer;
  }

  #unit(): number {
    return Math.hypot(this.#matrix[0], this.#matrix[1]);
  }

  #cover(shape: Path, padding: number): Coverage {
    const [a, b, c, d, e, f] = this.#matrix;
    const moved = shape.map((points) => {
      const result: number[] = new Array<number>(points.length);
      for (let index = 0; index < points.length; index += 2) {
        const x = points[index]!;
        const y = points[index + 1]!;
        result[index] = a * x + c * y + e;
        result[index + 1] = b * x + d * y + f;
      }
      return result;
    });
    return cover(moved, this.#layer.size, padding);
  }

  #toPixels(paint: Gradient): Gradient {
    const [a, b, c, d, e, f] = this.#matrix;
    const { x0, y0, x1, y1 } = paint;
    // A flattened glow keeps its round falloff: squash is undone when it is evaluated.
    const squash = Math.hypot(c, d) / (Math.hypot(a, b) || 1);
    return {
      ...paint,
      squash,
      x0: a * x0 + c * y0 + e,
      y0: b * x0 + d * y0 + f,
      x1: a * x1 + c * y1 + e,
      y1: b * x1 + d * y1 + f,
    };
  }
}

function narrow(mask: Coverage, outer: Coverage): void {
  for (let row = 0; row < mask.height; row++) {
    for (let column = 0; column < mask.width; column++) {
      const x = mask.left + column - outer.left;
      const y = mask.top + row - outer.top;
      const isOutside = x < 0 || y < 0 || x >= outer.width || y >= outer.height;
      mask.values[row * mask.width + column]! *= isOutside ? 0 : outer.values[y * outer.width + x]!;
    }
  }
}

type Matrix = readonly [number, number, number, number, number, number];
