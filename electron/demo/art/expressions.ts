import type { Canvas } from './canvas.ts';
import { see, shade } from './colour.ts';
import type { Colour } from './colour.ts';
import { glyph } from './glyphs.ts';
import { INK, PAPER } from './palette.ts';
import { path } from './path.ts';
import type { Random } from './random.ts';
import { bar, bothSides, box, cut, ellipse, join, stroke } from './shapes.ts';

type Part = (canvas: Canvas, accent: Colour) => void;

// Features sit on a head centred on (50, 53), about 44 wide.
const EYES = {
  round: (canvas) =>
    bothSides((turn) => {
      canvas.fill(turn(ellipse(40, 52, 3.6, 5.4)), INK);
      canvas.fill(turn(ellipse(38.8, 49.6, 1.5, 1.8)), PAPER);
    }),
  lashed: (canvas, accent) =>
    bothSides((turn) => {
      canvas.fill(turn(ellipse(39.5, 52, 6.2, 7)), PAPER);
      canvas.fill(turn(ellipse(40.5, 52.6, 4, 5)), shade(accent, 0.2));
      canvas.fill(turn(ellipse(40.5, 52.6, 2, 2.8)), INK);
      canvas.fill(turn(ellipse(39, 50, 1.5)), PAPER);
      canvas.fill(turn(stroke(path('M32.5 49 C35 43.5 43 43.5 46 48.5'), 1.7)), INK);
    }),
  happy: (canvas) =>
    bothSides((turn) => canvas.fill(turn(stroke(path('M34.5 54 C37 48 43 48 45.5 54'), 2.4)), INK)),
  stern: (canvas) =>
    bothSides((turn) => {
      canvas.fill(turn(ellipse(40, 53, 4, 4.6)), INK);
      canvas.fill(turn(ellipse(39, 51.4, 1.4)), PAPER);
      canvas.fill(turn(bar(34, 45.6, 44.5, 48.6, 2.6)), INK);
    }),
  starry: (canvas, accent) =>
    bothSides((turn) => {
      canvas.fill(turn(glyph('star', 39.5, 52, 6.6)), shade(accent, 0.1));
      canvas.fill(turn(ellipse(38, 50.4, 1.3)), PAPER);
    }),
  wink: (canvas) => {
    canvas.fill(ellipse(40, 52, 3.8, 5.4), INK);
    canvas.fill(ellipse(38.8, 49.8, 1.5), PAPER);
    canvas.fill(stroke(path('M54.5 53 C57 48.5 63 48.5 65.5 53'), 2.4), INK);
  },
  shades: (canvas) => {
    canvas.solid(
      path('M28 47 H72 C73 58 66 61 59 61 C54 61 52 56 50 53 C48 56 46 61 41 61 C34 61 27 58 28 47 Z'),
      0x34374d,
      { puff: 3, gloss: 0.5, cast: 0.2 },
    );
    for (const x of [33, 54])
      canvas.fill(path(`M${x} 50 H${x + 4} L${x + 9} 58 H${x + 5} Z`), see(PAPER, 0.4));
  },
  glasses: (canvas) =>
    bothSides((turn) => {
      canvas.fill(turn(cut(ellipse(40, 52, 8), ellipse(40, 52, 6.4))), 0x34374d);
      canvas.fill(turn(ellipse(40, 52, 6.4)), see(PAPER, 0.3));
      canvas.fill(turn(ellipse(40.4, 52, 2.8, 3.8)), INK);
      canvas.fill(turn(bar(48, 51, 50, 50.6, 1.6)), 0x34374d);
    }),
  sleepy: (canvas) =>
    bothSides((turn) => {
      canvas.fill(turn(path('M34 49 C39 48 44 50 46.5 54 C44 58 36 58 34 49 Z')), PAPER);
      canvas.fill(turn(ellipse(41, 53.4, 2.8, 3.2)), INK);
      canvas.fill(turn(bar(33, 48, 46.5, 52.4, 2)), INK);
    }),
} as const satisfies Readonly<Record<string, Part>>;

const MOUTHS = {
  smile: (canvas) => canvas.fill(stroke(path('M41 65 C45 70 55 70 59 65'), 2.2), INK),
  laugh: (canvas) => {
    const open = path('M40 63 C46 65 54 65 60 63 C60 72 55 75 50 75 C45 75 40 72 40 63 Z');
    canvas.fill(open, 0x5a2334);
    canvas.within(open, () => {
      canvas.fill(box(38, 62, 24, 4.2), PAPER);
      canvas.fill(ellipse(50, 76, 6, 4), 0xf07a86);
    });
  },
  smirk: (canvas) => canvas.fill(stroke(path('M42 68 C47 69 54 68 58 64'), 2.2), INK),
  gasp: (canvas) => canvas.fill(ellipse(50, 68, 3.4, 4.2), 0x5a2334),
  tongue: (canvas) => {
    canvas.fill(stroke(path('M42 65 C46 68 54 68 58 65'), 2), INK);
    canvas.fill(path('M49 67.4 H56 C56.4 72 54.5 74 52.5 74 C50.4 74 49 72 49 67.4 Z'), 0xf07a86);
  },
  cat: (canvas) => canvas.fill(stroke(path('M41 65 C43 69 48 69 50 65.4 C52 69 57 69 59 65'), 2.1), INK),
  teeth: (canvas) => {
    canvas.fill(box(40, 63, 20, 8.6, 4), INK);
    canvas.fill(box(41.4, 64.4, 17.2, 5.8, 2.6), PAPER);
    for (const x of [45.4, 50, 54.6]) canvas.fill(box(x - 0.4, 64.4, 0.8, 5.8), see(INK, 0.45));
  },
  fangs: (canvas) => {
    canvas.fill(stroke(path('M41 65 C45 69 55 69 59 65'), 2), INK);
    bothSides((turn) => canvas.fill(turn(path('M44 67 L47.4 68 L45.2 72 Z')), PAPER));
  },
} as const satisfies Readonly<Record<string, Part>>;

const EXTRAS: readonly Part[] = [
  () => undefined,
  (canvas) => bothSides((turn) => canvas.fill(turn(ellipse(34, 62, 4.6, 2.8)), see(0xff5d78, 0.4))),
  (canvas) =>
    bothSides((turn) =>
      canvas.fill(
        turn(join(ellipse(33, 60, 0.9), ellipse(36, 62, 0.9), ellipse(39, 60.4, 0.9))),
        see(0x8a4a2a, 0.6),
      ),
    ),
  (canvas) => bothSides((turn) => canvas.fill(turn(stroke(path('M35 44 C38 41.6 42 41.6 45 43.4'), 2)), INK)),
  (canvas, accent) => canvas.fill(join(bar(30, 60.5, 37, 59.5, 1.8), bar(30, 64.5, 37, 63.5, 1.8)), accent),
];

export type Eyes = keyof typeof EYES;
export type Mouth = keyof typeof MOUTHS;

/** Which eyes and mouths an expression may have. */
export interface Features {
  readonly eyes: readonly Eyes[];
  readonly mouths: readonly Mouth[];
}

const ANY: Features = {
  eyes: Object.keys(EYES) as Eyes[],
  mouths: Object.keys(MOUTHS) as Mouth[],
};

/** Eyes, mouth and small marks on a head centred on (50, 53). */
export function drawExpression(
  canvas: Canvas,
  random: Random,
  accent: Colour,
  { eyes, mouths }: Features = ANY,
): void {
  random.pick(EXTRAS)(canvas, accent);
  const parts: readonly Part[] = [EYES[random.pick(eyes)], MOUTHS[random.pick(mouths)]];
  for (const drawPart of parts) drawPart(canvas, accent);
}

/** A small plain smile, for figures too small to carry more. */
export function drawSmile(canvas: Canvas): void {
  bothSides((turn) => canvas.fill(turn(ellipse(40, 52, 4, 5.6)), INK));
  canvas.fill(stroke(path('M40 64 C45 70 55 70 60 64'), 3), INK);
}
