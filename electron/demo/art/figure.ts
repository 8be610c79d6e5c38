import type { Canvas } from './canvas.ts';
import { mix, shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import { drawExpression, drawSmile } from './expressions.ts';
import { glyph } from './glyphs.ts';
import type { Glyph } from './glyphs.ts';
import type { Hairdo } from './hairdo.ts';
import { pickHairdo } from './hairdos.ts';
import { pickHair, pickSkin } from './palette.ts';
import type { Palette } from './palette.ts';
import { path } from './path.ts';
import type { Path } from './path.ts';
import type { Random } from './random.ts';
import { box, ellipse, stroke } from './shapes.ts';

/** What a figure looks like. */
export interface Look {
  readonly skin: Colour;
  readonly top: Colour;
  readonly sleeve: Colour;
  readonly bottom: Colour;
  readonly shoe: Colour;
  readonly hair: Colour;
  readonly accent: Colour;
  readonly hairdo: Hairdo | null;
  readonly emblem: Glyph | null;
}

/** Joints as x, y of elbow and hand (or knee and foot); shoulders and hips stay put. */
export interface Pose {
  readonly leftArm: Joint;
  readonly rightArm: Joint;
  readonly leftLeg: Joint;
  readonly rightLeg: Joint;
}

type Joint = readonly [number, number, number, number];

export const STANDING: Pose = {
  leftArm: [30, 52, 30, 64],
  rightArm: [70, 52, 70, 64],
  leftLeg: [43, 76, 42, 91],
  rightLeg: [57, 76, 58, 91],
};

export function pickLook(palette: Palette, random: Random): Look {
  const top = palette.main;
  return {
    skin: pickSkin(random),
    top,
    sleeve: random.chance(0.5) ? top : palette.accent,
    bottom: random.pick([palette.dark, palette.second, mix(palette.dark, palette.second, 0.4)]),
    shoe: random.pick([palette.light, palette.accent, palette.dark]),
    hair: pickHair(random),
    accent: palette.accent,
    hairdo: pickHairdo(random),
    emblem: random.pick(['star', 'heart', 'bolt', 'flame', 'paw', null]),
  };
}

/** A person filling the picture's height, feet on y = 94; `random` gives the face, its absence a plain smile. */
export function drawFigure(canvas: Canvas, look: Look, pose: Pose, random: Random | null = null): void {
  canvas.placed(24, -6.5, 0.52, () => look.hairdo?.back(canvas, look.hair, look.accent));
  drawLeg(canvas, look, [45, 63, ...pose.leftLeg]);
  drawLeg(canvas, look, [55, 63, ...pose.rightLeg]);
  drawArm(canvas, look, [37, 42, ...pose.leftArm]);
  canvas.solid(box(45, 30, 10, 9, 3), shade(look.skin, 0.15), { puff: 3 });
  canvas.solid(
    path('M36 42 C36 37 40 36 44 36 H56 C60 36 64 37 64 42 L62 66 C58 68 42 68 38 66 Z'),
    look.top,
    { puff: 6, gloss: 0.15 },
  );
  if (look.emblem !== null) canvas.fill(glyph(look.emblem, 50, 49, 6), tint(look.accent, 0.12));
  drawArm(canvas, look, [63, 42, ...pose.rightArm]);
  canvas.placed(24, -6.5, 0.52, () => {
    canvas.solid(box(28, 30, 44, 47, 15), look.skin, { puff: 8, gloss: 0.2 });
    if (random === null) drawSmile(canvas);
    else drawExpression(canvas, random, look.accent);
    look.hairdo?.front(canvas, look.hair, look.accent);
  });
}

function drawArm(canvas: Canvas, look: Look, [x, y, elbowX, elbowY, handX, handY]: Limb): void {
  canvas.solid(limb(x, y, elbowX, elbowY, handX, handY, 8.4), look.skin, { puff: 4 });
  const sleeve = limb(x, y, (x + elbowX) / 2, (y + elbowY) / 2, elbowX, elbowY, 9.6);
  canvas.solid(sleeve, look.sleeve, { puff: 4.5, gloss: 0.15, cast: 0.2 });
}

function drawLeg(canvas: Canvas, look: Look, [x, y, kneeX, kneeY, footX, footY]: Limb): void {
  canvas.solid(limb(x, y, kneeX, kneeY, footX, footY, 10.6), look.bottom, { puff: 5, gloss: 0.1 });
  canvas.solid(ellipse(footX + (footX < 50 ? -1.4 : 1.4), footY + 0.6, 7, 4.8), look.shoe, {
    puff: 4,
    gloss: 0.4,
  });
}

function limb(
  x: number,
  y: number,
  bendX: number,
  bendY: number,
  endX: number,
  endY: number,
  width: number,
): Path {
  return stroke(path(`M${x} ${y} Q${bendX} ${bendY} ${endX} ${endY}`), width);
}

type Limb = readonly [number, number, number, number, number, number];
