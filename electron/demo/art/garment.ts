import type { Canvas } from './canvas.ts';
import { see, shade } from './colour.ts';
import type { Colour } from './colour.ts';
import { path, symmetric } from './path.ts';
import { bothSides, box, ellipse, stroke } from './shapes.ts';

const BODY = symmetric('M50 20 C58 20 60 16 64 14 C70 15 74 18 76 24 L74 86 C66 91 58 91 50 91');

const SHORT_SLEEVE = path('M70 15 C82 18 90 28 96 44 C92 50 86 53 80 53 L72 40 Z');

const LONG_SLEEVE = path('M70 15 C84 18 90 30 93 48 L96 80 C92 84 84 84 80 81 L72 40 Z');

/** How a top is made. */
export interface Cut {
  readonly colour: Colour;
  readonly sleeve: Colour;
  readonly long: boolean;
  readonly cuff: Colour;
  readonly puff?: number;
}

/** A top seen from the front; `decorate` prints on its body, under the folds and the light. */
export function garment(
  canvas: Canvas,
  { colour, sleeve, long, cuff, puff = 9 }: Cut,
  decorate: () => void,
): void {
  canvas.ground(50, 93, 36, 0.26);
  canvas.fill(ellipse(50, 15, 14, 5), shade(colour, 0.5));
  bothSides((turn) => {
    canvas.solid(turn(long ? LONG_SLEEVE : SHORT_SLEEVE), sleeve, { puff, gloss: 0.05 });
    canvas.solid(
      turn(
        long
          ? path('M80 78 L96 77 L96 84 C91 87 84 87 80 85 Z')
          : path('M78 50 L95 41 L97 45 C93 51 87 54 80 54 Z'),
      ),
      cuff,
      { puff: 2.6, gloss: 0.05, cast: 0.1 },
    );
  });
  canvas.solid(BODY, colour, { puff, gloss: 0.05 }, () => {
    decorate();
    bothSides((turn) => {
      canvas.fill(
        turn(path('M73 44 C66 58 67 66 73 76 C68 70 65 58 73 44 Z')),
        see(shade(colour, 0.7), 0.28),
      );
      canvas.fill(turn(path('M72 70 C64 78 62 84 64 90 C66 82 70 76 72 70 Z')), see(shade(colour, 0.7), 0.2));
    });
  });
}

/** The ribbed band around the neck. */
export function collarBand(canvas: Canvas, colour: Colour): void {
  canvas.solid(stroke(path('M36 15 C40 27 60 27 64 15'), 4), colour, { puff: 2.2, gloss: 0.05, cast: 0.2 });
}

/** Level bands of colour across the body. */
export function stripes(
  canvas: Canvas,
  colours: readonly Colour[],
  from: number,
  step: number,
  thickness: number,
): void {
  colours.forEach((colour, index) => canvas.fill(box(0, from + index * step, 100, thickness), colour));
}
