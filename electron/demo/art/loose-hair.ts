import { shade } from './colour.ts';
import { mass, strands } from './hairdo.ts';
import type { Hairdo } from './hairdo.ts';
import { path, smooth } from './path.ts';

export const spiky: Hairdo = {
  back: (canvas, colour) =>
    mass(
      canvas,
      path(
        'M24 62 L16 50 L24 46 L14 34 L27 32 L24 18 L38 24 L44 10 L54 22 L66 12 L68 26 L82 22 L76 36 L88 42 L77 48 L84 58 L76 62 Z',
      ),
      shade(colour, 0.2),
      6,
    ),
  front: (canvas, colour) => {
    const top = path(
      'M25 58 L23 42 L18 34 L28 32 L30 20 L42 24 L50 14 L58 24 L72 20 L70 32 L82 36 L76 44 L75 58 L70 46 L62 50 L60 41 L50 51 L46 41 L37 49 L36 42 L30 46 Z',
    );
    mass(canvas, top, colour, 7);
    strands(canvas, top, colour, [
      'M44 26 C42 32 40 38 38 44',
      'M58 26 C59 32 60 36 60 42',
      'M32 30 C30 36 29 40 28 46',
      'M70 30 C70 36 70 40 70 44',
    ]);
  },
};

export const bob: Hairdo = {
  back: (canvas, colour) =>
    mass(
      canvas,
      path('M18 78 C12 56 18 16 50 16 C82 16 88 56 82 78 C74 86 62 82 60 74 H40 C38 82 26 86 18 78 Z'),
      shade(colour, 0.26),
      10,
    ),
  front: (canvas, colour) => {
    const fringe = path(
      'M19 76 C13 54 18 17 50 17 C82 17 87 54 81 76 C74 82 70 74 72 60 C73 52 72 48 70 44 C62 46 40 46 31 43 C28 48 27 52 28 60 C30 74 26 82 19 76 Z',
    );
    mass(canvas, fringe, colour, 9);
    strands(canvas, fringe, colour, [
      'M50 18 C44 26 42 36 42 46',
      'M50 18 C56 26 58 36 58 46',
      'M48 18 C34 24 28 40 27 70',
      'M52 18 C66 24 72 40 74 70',
    ]);
  },
};

export const waves: Hairdo = {
  back: (canvas, colour) =>
    mass(
      canvas,
      smooth([
        50, 14, 72, 19, 82, 38, 80, 54, 87, 66, 82, 80, 86, 92, 70, 95, 60, 86, 50, 88, 40, 86, 30, 95, 14,
        92, 18, 80, 13, 66, 20, 54, 18, 38, 28, 19,
      ]),
      shade(colour, 0.22),
      11,
    ),
  front: (canvas, colour) => {
    const parting = path(
      'M58 15 C84 18 84 44 80 58 C84 68 80 76 82 84 C74 80 72 64 73 54 C72 44 66 34 56 30 C50 40 38 46 28 48 C27 60 28 76 18 84 C20 74 16 66 20 56 C15 38 24 14 58 15 Z',
    );
    mass(canvas, parting, colour, 8);
    strands(canvas, parting, colour, [
      'M57 18 C44 22 32 32 25 46',
      'M58 20 C48 28 38 36 30 42',
      'M60 18 C72 24 78 36 77 56',
      'M62 24 C70 30 75 42 76 52',
    ]);
  },
};
