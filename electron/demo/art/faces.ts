import { tint } from './colour.ts';
import { drawExpression } from './expressions.ts';
import type { Eyes, Features, Mouth } from './expressions.ts';
import type { Painter, Variants } from './painter.ts';
import { drift } from './palette.ts';
import { box } from './shapes.ts';

const face =
  (features: Features): Painter =>
  (canvas, palette, random) => {
    const plate = drift(
      random.pick([0xffd35c, 0xffd9b8, tint(palette.main, 0.45), tint(palette.second, 0.5), 0xe6a877]),
      random,
    );
    canvas.placed(-35, -38, 1.7, () => {
      canvas.solid(box(26.5, 29, 47, 47, 15), plate, { puff: 6, gloss: 0.25 });
      drawExpression(canvas, random, palette.main, features);
    });
  };

// One feature gives a face its name; the rest of it must not speak louder.
const mouth = (name: Mouth): Painter => face({ eyes: ['round', 'lashed'], mouths: [name] });
const eyes = (name: Eyes, ...mouths: Mouth[]): Painter => face({ eyes: [name], mouths });

/** Expressions, on a plate: bare black features would vanish on a dark tile. */
export const faces = {
  smile: mouth('smile'),
  laugh: mouth('laugh'),
  smirk: mouth('smirk'),
  gasp: mouth('gasp'),
  tongue: mouth('tongue'),
  cat: mouth('cat'),
  teeth: mouth('teeth'),
  fangs: mouth('fangs'),
  happy: eyes('happy', 'smile', 'laugh', 'teeth'),
  stern: eyes('stern', 'smirk', 'teeth', 'fangs'),
  starry: eyes('starry', 'smile', 'laugh', 'gasp'),
  wink: eyes('wink', 'smile', 'smirk', 'tongue'),
  shades: eyes('shades', 'smile', 'smirk', 'teeth'),
  glasses: eyes('glasses', 'smile', 'smirk'),
  sleepy: eyes('sleepy', 'smile', 'smirk', 'gasp'),
} as const satisfies Variants;
