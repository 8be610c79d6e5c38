/** A colour as 0xRRGGBB. */
export type Colour = number;

/** A colour ramp along a line ('linear') or outwards from a point ('radial'), in drawing units. */
export interface Gradient {
  readonly shape: 'linear' | 'radial';
  readonly from: Colour;
  readonly to: Colour;
  readonly fromAlpha: number;
  readonly toAlpha: number;
  readonly x0: number;
  readonly y0: number;
  /** The end point of a linear ramp; for a radial one, a point on its rim. */
  readonly x1: number;
  readonly y1: number;
  /** Height over width of a flattened glow; 1 where absent. */
  readonly squash?: number;
}

export function mix(from: Colour, to: Colour, amount: number): Colour {
  const channel = (shift: number): number => {
    const start = (from >> shift) & 255;
    return Math.round(start + (((to >> shift) & 255) - start) * amount) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Lighter, and a touch warmer, as under a lamp. */
export function tint(colour: Colour, amount: number): Colour {
  return mix(colour, 0xfffaf0, amount);
}

/** Darker, and a touch bluer: shadows that only lose light look dirty. */
export function shade(colour: Colour, amount: number): Colour {
  const red = ((colour >> 16) & 255) * (1 - amount);
  const green = ((colour >> 8) & 255) * (1 - amount);
  const blue = (colour & 255) * (1 - amount * 0.78);
  return (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
}

/** Perceived lightness from 0 (black) to 1 (white). */
export function lightness(colour: Colour): number {
  return (((colour >> 16) & 255) * 0.3 + ((colour >> 8) & 255) * 0.59 + (colour & 255) * 0.11) / 255;
}

/** Top to bottom between two heights. */
export function vertical(from: Colour, to: Colour, y0: number, y1: number): Gradient {
  return { shape: 'linear', from, to, fromAlpha: 1, toAlpha: 1, x0: 0, y0, x1: 0, y1 };
}

/** A glow: full strength in the middle, nothing at the rim. */
export function glow(colour: Colour, alpha: number, x: number, y: number, radius: number): Gradient {
  return {
    shape: 'radial',
    from: colour,
    to: colour,
    fromAlpha: alpha,
    toAlpha: 0,
    x0: x,
    y0: y,
    x1: x + radius,
    y1: y,
  };
}

/** One colour at even strength. */
export function see(colour: Colour, alpha: number): Gradient {
  return {
    shape: 'linear',
    from: colour,
    to: colour,
    fromAlpha: alpha,
    toAlpha: alpha,
    x0: 0,
    y0: 0,
    x1: 0,
    y1: 100,
  };
}
