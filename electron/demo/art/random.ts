/** A seeded stream of choices: the same seed always makes the same picture. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // Neighbouring seeds start alike; a few discarded draws pull them apart.
    for (let round = 0; round < 4; round++) this.next();
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    return choices[Math.floor(this.next() * choices.length)]!;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

/** Mixes a word and a number into one 32-bit seed, so that kinds do not share their pictures' choices. */
export function hashSeed(word: string, seed: number): number {
  let hash = 2166136261 ^ Math.imul(seed >>> 0, 2654435761);
  // Seeds above 32 bits (item ids) keep their upper half.
  hash ^= Math.imul(Math.floor(seed / 4294967296) >>> 0, 2246822519);
  for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return (hash ^ (hash >>> 13)) >>> 0;
}
