import { hashSeed, Random } from './art/random.ts';
import { artOfBundle, findAssetType } from './asset-types.ts';
import type { NamedKind } from './nouns/noun-table.ts';
import { nounsFor } from './nouns/nouns.ts';
import { adjectives, owners, paddings, themes, unusual } from './words.ts';

// An item's picture is drawn of its kind and id: asking for nouns with the same two is what makes them agree.

/** The name of an asset: the same id always has the same one, and it names what the picture shows. */
export function nameAsset(assetType: number, id: number): string {
  const random = new Random(hashSeed('name', id));
  const kind = findAssetType(assetType)?.art;
  return compose(kind ? sided(assetType, pickNoun(kind, id, random)) : 'Curio', random);
}

/** The name of a bundle of type 1 to 4. */
export function nameBundle(bundleType: number, id: number): string {
  const random = new Random(hashSeed('bundle', id));
  const noun = pickNoun(artOfBundle(bundleType), id, random);
  return compose(bundleType === 2 ? `${noun} Animation Pack` : noun, random);
}

export function nameBadge(id: number): string {
  const random = new Random(hashSeed('badge', id));
  const noun = pickNoun('badge', id, random);
  return random.chance(0.5) ? `${noun}!` : compose(noun, random);
}

export function nameGamePass(id: number): string {
  const random = new Random(hashSeed('pass', id));
  const noun = pickNoun('pass', id, random);
  return random.chance(0.3) ? `[${noun}]` : compose(noun, random);
}

/** Somebody who makes items: a studio, or a player. */
export function nameCreator(id: number, isGroup: boolean): string {
  const random = new Random(hashSeed('creator', id));
  const owner = random.pick(owners);
  if (isGroup)
    return `${owner} ${random.pick(['Studios', 'Collective', 'Workshop', 'Games', 'Atelier', 'Union'])}`;
  return random.pick([
    `${owner}${random.whole(1, 9999)}`,
    `${random.pick(adjectives)}${owner}`,
    `x${owner}x`,
    `${owner}_YT`,
  ]);
}

function pickNoun(kind: NamedKind, id: number, random: Random): string {
  return random.pick(nounsFor(kind, id));
}

/** Shoes are sold one by one. */
function sided(assetType: number, noun: string): string {
  if (assetType === leftShoeType) return `Left ${noun}`;
  return assetType === rightShoeType ? `Right ${noun}` : noun;
}

const leftShoeType = 70;
const rightShoeType = 71;

function compose(noun: string, random: Random): string {
  const shape = random.next();
  if (shape < 0.5) return `${random.pick(adjectives)} ${noun}`;
  if (shape < 0.68) return `${random.pick(owners)}'s ${noun}`;
  if (shape < 0.8) return `${noun} of ${random.pick(themes)}`;
  if (shape < 0.91) return `${random.pick(adjectives)} ${random.pick(owners)} ${noun}`;
  if (shape < 0.95) return `${random.pick(adjectives)} ${noun} of ${random.pick(themes)}`;
  if (shape < 0.97)
    return `${noun} (${random.pick(adjectives)}) ${random.pick(['🌙', '⭐', '🔥', '💖', '🍂', '🐸', '[NEW]', 'v2.0'])}`;
  if (shape < 0.985)
    return `${random.pick(paddings)} ${random.pick(adjectives)} ${noun} | ${random.pick(paddings)} ${noun} 3.0`;
  if (shape < 0.99) return random.pick(unusual).replace('*', noun);
  return `The ${random.pick(adjectives)} ${noun}`;
}
