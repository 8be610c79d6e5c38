import { avatars } from './avatars.ts';
import { backwear } from './backwear.ts';
import { badges } from './badges.ts';
import { bundles, packages } from './costumes.ts';
import { dresses } from './dresses.ts';
import { faces } from './faces.ts';
import { facewear } from './facewear.ts';
import { fonts } from './fonts.ts';
import { shoes, singleShoes } from './footwear.ts';
import { frontPieces } from './front-pieces.ts';
import { gear } from './gear.ts';
import { hair } from './hair.ts';
import { hats } from './hats.ts';
import { heads } from './heads.ts';
import { jackets } from './jackets.ts';
import { landscapes } from './landscapes.ts';
import { meshes } from './meshes.ts';
import { models } from './models.ts';
import { animations, emotes, movements } from './movers.ts';
import { neckwear } from './neckwear.ts';
import type { Painter, Variants } from './painter.ts';
import { passes } from './passes.ts';
import { plugins } from './plugins.ts';
import { decals, videos } from './prints.ts';
import { hashSeed, Random } from './random.ts';
import { shirts, tshirts } from './shirts.ts';
import { shoulderPets } from './shoulder-pets.ts';
import { sounds } from './sounds.ts';
import { sweaters } from './sweaters.ts';
import { shortTrousers, trousers } from './trousers.ts';
import { waistPieces } from './waist-pieces.ts';

const kinds = {
  hat: hats,
  hair,
  face: faces,
  facewear,
  neck: neckwear,
  shoulder: shoulderPets,
  front: frontPieces,
  back: backwear,
  waist: waistPieces,
  gear,
  tshirt: tshirts,
  shirt: shirts,
  pants: trousers,
  jacket: jackets,
  sweater: sweaters,
  shorts: shortTrousers,
  dress: dresses,
  shoes,
  shoe: singleShoes,
  ...movements,
  animation: animations,
  emote: emotes,
  head: heads,
  bundle: bundles,
  package: packages,
  decal: decals,
  font: fonts,
  model: models,
  plugin: plugins,
  audio: sounds,
  mesh: meshes,
  video: videos,
  badge: badges,
  pass: passes,
  place: landscapes,
  avatar: avatars,
} as const satisfies Readonly<Record<string, Variants>>;

/** What a thumbnail shows. Places, videos and decals fill the square; everything else is cut out. */
export type ArtKind = keyof typeof kinds;

/** The names of the shapes a kind comes in. */
export type VariantOf<Kind extends ArtKind> = keyof (typeof kinds)[Kind] & string;

const painters: Readonly<Record<ArtKind, Variants>> = kinds;
const variantNames = new Map(Object.entries(kinds).map(([kind, variants]) => [kind, Object.keys(variants)]));

/** Every kind there is. */
export const artKinds = Object.keys(kinds) as readonly ArtKind[];

/** Which of its kind's shapes the picture of this seed shows; found out without drawing it. */
export function variantOf(kind: ArtKind, seed: number): string {
  return new Random(hashSeed(`${kind} shape`, seed)).pick(variantNames.get(kind)!);
}

/** Draws one shape of a kind. */
export function painterOf(kind: ArtKind, variant: string): Painter {
  const painter = painters[kind][variant];
  if (!painter) throw new RangeError(`No ${kind} is drawn as ${variant}`);
  return painter;
}
