import { shade, tint } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Random } from './random.ts';

/** Colours chosen to sit well together on one item. */
export interface Palette {
  readonly main: Colour;
  readonly second: Colour;
  readonly accent: Colour;
  readonly dark: Colour;
  readonly light: Colour;
}

// Three colours that may swap roles, then a deep and a pale one. No pure black or white: tiles are near both.
const SCHEMES: readonly (readonly [Colour, Colour, Colour, Colour, Colour])[] = [
  [0xff6b5e, 0x2ec4b6, 0xffd166, 0x2b3a55, 0xfff1e0],
  [0x5b6cff, 0xff8fb1, 0xffd76a, 0x2a2f6b, 0xeef0ff],
  [0x22b8cf, 0xff9f45, 0xfff07c, 0x15506b, 0xe8fbff],
  [0x8e5bff, 0x3ddbd9, 0xff7ac6, 0x3a2573, 0xf3ebff],
  [0x3fb871, 0xf2c14e, 0xe8615a, 0x20513d, 0xeffbe9],
  [0xef476f, 0x5a6acf, 0xffc857, 0x522546, 0xfff0f3],
  [0xf28a3c, 0x3a7ca5, 0xf9dc5c, 0x6b3a2a, 0xfff4e3],
  [0x2f7ff0, 0xf7b32b, 0xf25757, 0x1f3766, 0xe9f3ff],
  [0xe056a0, 0x7a5cff, 0x6fe3ff, 0x4d2266, 0xffeaf6],
  [0x4a5568, 0xe2b04a, 0xe0525d, 0x303848, 0xf0f2f6],
  [0x14a098, 0xf4b6c2, 0xffe29a, 0x0f4c5c, 0xe9fbf7],
  [0xd64545, 0xf0e6d2, 0xe9a23b, 0x4a2530, 0xfff5ea],
  [0x6a994e, 0xbc6c25, 0xf2e8cf, 0x39502f, 0xf7f3e3],
  [0x9b72cf, 0xffb4a2, 0xffe8a3, 0x51407a, 0xf7f0ff],
  [0x39a0ed, 0x4fd1a1, 0xffe066, 0x1c4a73, 0xe6f6ff],
  [0xff8c61, 0xce6a85, 0xffd9a0, 0x5c374c, 0xfff0e6],
  [0x3b4a8c, 0xf06449, 0xf9c846, 0x272f5c, 0xeceffb],
  [0xf5b72e, 0x4a4e69, 0xe85d75, 0x4a3b2e, 0xfff6dc],
  [0x59c173, 0xa17fe0, 0xffee93, 0x275a3c, 0xecfaf0],
  [0xb5485d, 0x86bbd8, 0xf6ae2d, 0x46263a, 0xfdeff2],
  [0x00a6a6, 0xf08a5d, 0xf7d08a, 0x17434f, 0xe6faf8],
  [0xe8e4dd, 0x8fa6c4, 0xf28482, 0x4b5468, 0xfffdf8],
];

const ROLES: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
];

export const GOLD: Colour = 0xf7bd3b;
export const STEEL: Colour = 0xb9c6d6;
export const WOOD: Colour = 0xa9693f;
export const LEATHER: Colour = 0x8a5436;
export const INK: Colour = 0x2b2d3f;
export const PAPER: Colour = 0xf6f4ef;

const SKINS: readonly Colour[] = [
  0xffd9b8, 0xf4c095, 0xe0a374, 0xb97a50, 0x8a5a3c, 0xffcf5c, 0xf2b6a0, 0x6f4630,
];
const HAIRS: readonly Colour[] = [
  0x5a3825, 0x3a3040, 0xd99a4e, 0xf0cf7a, 0xb5533c, 0xe8709f, 0x5b7be8, 0x8b6ad9, 0x3fb39d, 0xd9d6e3,
  0xe2574c, 0x7a4b2e,
];

export function pickPalette(random: Random): Palette {
  const scheme = random.pick(SCHEMES);
  const [main, second, accent] = random.pick(ROLES);
  return {
    main: drift(scheme[main]!, random),
    second: drift(scheme[second]!, random),
    accent: drift(scheme[accent]!, random),
    dark: scheme[3],
    light: scheme[4],
  };
}

export function pickSkin(random: Random): Colour {
  return drift(random.pick(SKINS), random);
}

export function pickHair(random: Random): Colour {
  return drift(random.pick(HAIRS), random);
}

/** Nearly the same colour: keeps two items that chose alike from being the very same picture. */
export function drift(colour: Colour, random: Random): Colour {
  return random.chance(0.5) ? tint(colour, random.between(0, 0.1)) : shade(colour, random.between(0, 0.09));
}
