import { see, shade, tint } from './colour.ts';
import { lock, mass, strands } from './hairdo.ts';
import type { Hairdo } from './hairdo.ts';
import { path, smooth } from './path.ts';
import { bothSides, ellipse, join, stroke } from './shapes.ts';

export const ponytail: Hairdo = {
  back: (canvas, colour, accent) => {
    mass(
      canvas,
      smooth([66, 20, 84, 14, 94, 30, 90, 52, 95, 72, 82, 90, 78, 70, 76, 50]),
      shade(colour, 0.12),
      9,
    );
    canvas.solid(ellipse(72, 23, 7, 6), accent, { puff: 4, gloss: 0.6 });
  },
  front: (canvas, colour) => {
    const top = path(
      'M26 62 C20 34 30 18 50 18 C72 18 80 36 74 62 C73 52 70 46 66 40 C56 46 40 44 36 36 C34 44 27 50 26 62 Z',
    );
    mass(canvas, top, colour, 8);
    strands(canvas, top, colour, [
      'M72 24 C54 20 40 26 33 40',
      'M72 26 C58 24 48 30 44 40',
      'M72 28 C64 30 60 34 59 40',
    ]);
  },
};

export const buns: Hairdo = {
  back: (canvas, colour, accent) =>
    bothSides((turn) => {
      mass(canvas, turn(ellipse(25, 20, 13)), colour, 11);
      canvas.fill(
        turn(stroke(path('M19 22 C19 14 30 12 32 20 C33 26 24 28 24 22'), 1)),
        see(shade(colour, 0.5), 0.45),
      );
      canvas.solid(turn(ellipse(32, 28, 6, 5)), accent, { puff: 4, gloss: 0.6 });
    }),
  front: (canvas, colour) => {
    const top = path(
      'M24 66 C20 34 30 19 50 19 C70 19 80 34 76 66 C71 60 73 50 69 45 C60 43 53 36 50 29 C47 36 40 43 31 45 C27 50 29 60 24 66 Z',
    );
    mass(canvas, top, colour, 8);
    strands(canvas, top, colour, [
      'M49 21 C40 28 34 34 30 44',
      'M51 21 C60 28 66 34 70 44',
      'M47 20 C36 24 29 32 27 48',
      'M53 20 C64 24 71 32 73 48',
    ]);
  },
};

export const afro: Hairdo = {
  back: (canvas, colour) =>
    mass(
      canvas,
      smooth(
        Array.from({ length: 36 }, (_, index) => {
          const angle = (Math.floor(index / 2) / 18) * Math.PI * 2;
          const reach = Math.floor(index / 2) % 2 === 0 ? 39 : 36.5;
          return index % 2 === 0 ? 50 + Math.cos(angle) * reach : 42 + Math.sin(angle) * reach * 0.92;
        }),
      ),
      shade(colour, 0.1),
      20,
    ),
  front: (canvas, colour, accent) => {
    mass(
      canvas,
      smooth([
        27, 50, 21, 36, 28, 22, 42, 14, 58, 14, 72, 22, 79, 36, 73, 50, 68, 39, 58, 37, 50, 39, 42, 37, 32,
        39,
      ]),
      colour,
      10,
    );
    for (let index = 0; index < 26; index++) {
      const angle = index * 2.4;
      const reach = 5 + index * 0.85;
      canvas.fill(
        stroke(
          [
            [
              50 + Math.cos(angle) * reach - 1.6,
              24 + Math.sin(angle) * reach * 0.45,
              50 + Math.cos(angle) * reach,
              22.6 + Math.sin(angle) * reach * 0.45,
              51.6 + Math.cos(angle) * reach,
              24 + Math.sin(angle) * reach * 0.45,
            ],
          ],
          0.9,
        ),
        see(tint(colour, 0.5), 0.3),
      );
    }
    canvas.solid(stroke(path('M26 40 C34 31 66 31 74 40'), 5), accent, { puff: 3 });
  },
};

export const mohawk: Hairdo = {
  back: (canvas, colour, accent) => {
    mass(
      canvas,
      path('M40 40 L34 20 L42 22 L40 6 L50 14 L54 2 L60 14 L68 8 L64 24 L70 24 L62 40 Z'),
      colour,
      6,
    );
    canvas.fill(path('M44 34 L43 22 L47 24 L49 12 L53 20 L57 12 L58 26 L61 26 L57 36 Z'), accent, 0.8);
  },
  front: (canvas, colour) => {
    mass(
      canvas,
      path(
        'M27 54 C25 36 32 27 50 27 C68 27 75 36 73 54 C70 42 64 36 57 34 L50 45 L43 34 C36 36 30 42 27 54 Z',
      ),
      shade(colour, 0.36),
      4,
    );
    mass(canvas, path('M41 38 C41 28 46 22 50 22 C54 22 60 28 59 38 L54 42 L50 50 L46 42 Z'), colour, 5);
  },
};

export const sweptBack: Hairdo = {
  back: (canvas, colour) =>
    mass(canvas, path('M23 62 C16 30 34 14 54 14 C80 14 84 38 77 62 Z'), shade(colour, 0.26), 8),
  front: (canvas, colour) => {
    const sweep = path(
      'M25 60 C20 44 22 26 36 20 C48 8 82 10 84 28 C80 28 80 30 78 31 C80 40 77 52 75 60 C74 48 72 42 66 39 C54 44 40 42 32 40 C28 46 26 52 25 60 Z',
    );
    mass(canvas, sweep, colour, 9);
    strands(canvas, sweep, colour, [
      'M30 34 C42 20 62 18 80 25',
      'M34 38 C46 26 62 24 77 29',
      'M40 40 C50 32 62 31 73 34',
    ]);
  },
};

export const pigtails: Hairdo = {
  back: (canvas, colour, accent) =>
    bothSides((turn) => {
      mass(canvas, turn(lock('M25 34 C8 40 8 64 16 84', 20)), shade(colour, 0.1), 9);
      canvas.solid(turn(join(ellipse(19, 34, 5, 6), ellipse(27, 32, 5, 6))), accent, {
        puff: 3.4,
        gloss: 0.5,
      });
    }),
  front: (canvas, colour) => {
    const top = path(
      'M25 62 C18 34 28 18 50 18 C72 18 82 34 75 62 C74 54 72 48 70 45 L62 48 L58 43 L50 47 L42 43 L38 48 L30 45 C28 48 26 54 25 62 Z',
    );
    mass(canvas, top, colour, 8);
    strands(canvas, top, colour, ['M50 19 V40', 'M46 19 C38 26 35 36 34 46', 'M54 19 C62 26 65 36 66 46']);
  },
};
