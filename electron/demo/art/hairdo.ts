import type { Canvas } from './canvas.ts';
import { see, shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import { ribbon, stroke } from './shapes.ts';

/** A hairdo around a head centred on (50, 53): what hangs behind it, and what lies over it. */
export interface Hairdo {
  back(canvas: Canvas, colour: Colour, accent: Colour): void;
  front(canvas: Canvas, colour: Colour, accent: Colour): void;
}

/** A tapering lock of hair along a line. */
export const lock = (line: string, width: number): Path =>
  ribbon(path(line), (t) => width * Math.sin(Math.PI * (0.25 + t * 0.74)) + 0.6);

/** Fine dark and light lines that make a mass read as hair. */
export function strands(canvas: Canvas, within: Path, colour: Colour, lines: readonly string[]): void {
  canvas.within(within, () => {
    for (const line of lines) {
      canvas.fill(stroke(path(line), 1), see(shade(colour, 0.5), 0.35));
      canvas.placed(1.4, 0.4, 1, () => canvas.fill(stroke(path(line), 0.8), see(tint(colour, 0.6), 0.35)));
    }
  });
}

/** A rounded body of hair. */
export function mass(canvas: Canvas, shape: Path, colour: Colour, puff = 8): void {
  canvas.solid(shape, colour, { puff, gloss: 0.35, to: shade(colour, 0.2) });
}
