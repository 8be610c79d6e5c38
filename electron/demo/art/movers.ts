import type { Canvas } from './canvas.ts';
import { glow, see, shade, tint, vertical } from './colour.ts';
import { drawFigure, pickLook, STANDING } from './figure.ts';
import type { Pose } from './figure.ts';
import { glyph } from './glyphs.ts';
import type { Painter, Variants } from './painter.ts';
import { PAPER } from './palette.ts';
import type { Palette } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import {
  CHEER,
  CLIMB,
  DAB,
  DANCE,
  FALL,
  FLY,
  HIPS,
  JUMP,
  NINJA,
  POINT,
  RUN,
  SWIM,
  WALK,
  WAVE,
} from './poses.ts';
import type { Random } from './random.ts';
import { box, cut, ellipse, stroke } from './shapes.ts';

const moving =
  (pose: Pose, tilt: number, isAirborne = false): Painter =>
  (canvas, palette, random) => {
    const look = pickLook(palette, random);
    const disc = backdrop(canvas, palette, random);
    // Two fading ghosts say "this moves" without a word.
    for (const [shift, strength] of [
      [-15, 0.2],
      [-8, 0.32],
    ] as const) {
      canvas.within(disc, () =>
        canvas.turned(tilt, () => canvas.placed(shift, 7, 0.88, () => silhouette(canvas, pose, strength))),
      );
    }
    if (!isAirborne) canvas.ground(50, 91, 28, 0.3);
    canvas.turned(tilt, () =>
      canvas.placed(7.5, pose === JUMP ? 5 : 7, 0.88, () => drawFigure(canvas, look, pose)),
    );
  };

const emoting =
  (pose: Pose, tilt = 0): Painter =>
  (canvas, palette, random) => {
    const look = pickLook(palette, random);
    backdrop(canvas, palette, random);
    canvas.ground(50, 91, 28, 0.3);
    const sign = random.pick(['note', 'star', 'heart', 'flower'] as const);
    for (const [x, y, r] of [
      [14, 30, 6],
      [87, 48, 5],
      [20, 62, 4],
      [82, 76, 4],
    ] as const)
      canvas.solid(glyph(sign, x, y, r), palette.accent, { puff: 1.6, cast: 0 });
    canvas.turned(tilt, () => canvas.placed(6, 7, 0.88, () => drawFigure(canvas, look, pose, random)));
  };

function backdrop(canvas: Canvas, palette: Palette, random: Random): Path {
  const disc = random.chance(0.5) ? ellipse(50, 50, 48) : box(3, 3, 94, 94, 24);
  canvas.fill(disc, vertical(tint(palette.second, 0.5), tint(palette.second, 0.12), 0, 100), 0.9);
  canvas.within(disc, () => {
    canvas.fill(ellipse(50, 44, 46), glow(PAPER, 0.5, 50, 44, 46));
    canvas.fill(cut(ellipse(50, 92, 60, 16)), see(shade(palette.second, 0.2), 0.3));
  });
  return disc;
}

function silhouette(canvas: Canvas, pose: Pose, strength: number): void {
  const paint = see(PAPER, strength);
  canvas.fill(box(38.5, 9, 23, 24, 8), paint);
  canvas.fill(box(37, 36, 26, 30, 6), paint);
  for (const [[x, y], [bendX, bendY, endX, endY]] of [
    [[37, 42], pose.leftArm],
    [[63, 42], pose.rightArm],
    [[45, 64], pose.leftLeg],
    [[55, 64], pose.rightLeg],
  ] as const) {
    canvas.fill(stroke(path(`M${x} ${y} Q${bendX} ${bendY} ${endX} ${endY}`), 9), paint);
  }
}

const run = moving(RUN, 8);
const jump = moving(JUMP, 0, true);
const swim = moving(SWIM, -10);
const walk = moving(WALK, 3);

/** A figure caught in motion. */
export const animations = {
  run,
  jump,
  fly: moving(FLY, 16, true),
  swim,
  walk,
  ninja: moving(NINJA, 6),
} as const satisfies Variants;

/** The movements that are sold one by one, each a kind of its own. */
export const movements = {
  climb: { climb: moving(CLIMB, 0) },
  fall: { fall: moving(FALL, -24, true) },
  idle: { idle: moving(STANDING, 0) },
  jump: { jump },
  run: { run },
  swim: { swim },
  walk: { walk },
} as const satisfies Readonly<Record<string, Variants>>;

/** A figure making a gesture. */
export const emotes = {
  wave: emoting(WAVE),
  cheer: emoting(CHEER),
  dance: emoting(DANCE, -6),
  dab: emoting(DAB, -6),
  hips: emoting(HIPS),
  point: emoting(POINT),
} as const satisfies Variants;
