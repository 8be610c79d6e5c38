import type { Canvas } from './canvas.ts';
import type { Palette } from './palette.ts';
import type { Random } from './random.ts';

/** Draws one sort of item; the palette and the random stream make it one of many. */
export type Painter = (canvas: Canvas, palette: Palette, random: Random) => void;

/** The shapes one kind of item comes in, by name; each comes up as often as the others. */
export type Variants = Readonly<Record<string, Painter>>;
