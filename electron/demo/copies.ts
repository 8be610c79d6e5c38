import { hashSeed, Random } from './art/random.ts';
import { assetTypes, packageType, placeType, type AssetType } from './asset-types.ts';
import { limitedsPerType } from './catalogue.ts';
import { firstCopyId } from './ids.ts';
import type { AccountPlan, OwnedCounts } from './plan.ts';

/** Owned copies as columns, oldest first: row n of each belongs to copy n. */
export interface CopyColumns {
  readonly types: Uint8Array;
  /** The asset's number within its type. */
  readonly indices: Uint32Array;
  readonly userAssetIds: Float64Array;
  /** Epoch milliseconds. */
  readonly acquiredAt: Float64Array;
  readonly limitedNumbers: readonly number[];
}

/** Draws an account's copies; `placeIndices` are owned places, which come last, as the newest. */
export function generateCopies(
  plan: AccountPlan,
  counts: OwnedCounts,
  placeIndices: readonly number[],
  idBase: number,
): CopyColumns {
  const total = counts.assets + placeIndices.length;
  const columns = {
    types: new Uint8Array(total),
    indices: new Uint32Array(total),
    userAssetIds: new Float64Array(total),
    acquiredAt: new Float64Array(total),
  };
  const random = new Random(hashSeed('copies', plan.seed));
  const draw = new AssetDraw(plan.seed, counts.assets, random);
  const firstId = firstCopyId(idBase, plan.userId);
  const limitedNumbers: number[] = [];
  let { collectibles, packages } = counts;
  for (let number = 0; number < total; number++) {
    // Each copy is limited or a package in proportion to how many of those are still owed: the sums come out exact.
    const lot = random.next() * (counts.assets - number);
    if (number >= counts.assets) {
      columns.types[number] = placeType;
      columns.indices[number] = placeIndices[number - counts.assets]!;
    } else if (lot < collectibles) {
      collectibles--;
      limitedNumbers.push(number);
      const type = draw.limitedType();
      columns.types[number] = type;
      columns.indices[number] = draw.limitedIndex(type);
    } else {
      const isPackage = lot < collectibles + packages;
      if (isPackage) packages--;
      const type = isPackage ? packageType : draw.ordinaryType();
      columns.types[number] = type;
      columns.indices[number] = draw.ordinaryIndex(type);
    }
    const age = (number + random.next()) / total;
    columns.userAssetIds[number] = firstId + Math.floor((number + random.next()) * copyStride);
    columns.acquiredAt[number] = Math.floor(firstDay + (lastDay - firstDay) * age ** 0.7);
  }
  return { ...columns, limitedNumbers };
}

const copyStride = 9173;
const mostCopies = 6;
const firstDay = Date.UTC(2013, 5, 14);
// A fixed day, not today: the demo is the same on every machine and in every test run.
const lastDay = Date.UTC(2026, 7, 30);

class AssetDraw {
  readonly #random: Random;
  readonly #ordinary = lots(assetTypes);
  readonly #limited = lots(assetTypes.filter(({ canBeLimited }) => canBeLimited));
  readonly #drawn = new Uint32Array(256);
  readonly #limitedCopies = new Uint32Array(256 * limitedsPerType);
  readonly #offset: number;
  readonly #poolSize: number;

  constructor(seed: number, assetCount: number, random: Random) {
    this.#random = random;
    this.#offset = hashSeed('offset', seed) % 4093;
    // Primes, so that stepping through the pool meets every item of it once before any comes back.
    this.#poolSize = assetCount <= 20_000 ? 4093 : assetCount <= 700_000 ? 131_071 : 786_433;
  }

  ordinaryType(): number {
    return this.#ordinary[Math.floor(this.#random.next() * this.#ordinary.length)]!;
  }

  limitedType(): number {
    return this.#limited[Math.floor(this.#random.next() * this.#limited.length)]!;
  }

  /** Some limiteds are owned six times, most once or twice; only an account with more than fit goes beyond. */
  limitedIndex(type: number): number {
    let slot = 0;
    for (let attempt = 0; attempt < 40; attempt++) {
      const index = Math.floor(limitedsPerType * this.#random.next() ** 2);
      slot = type * limitedsPerType + index;
      if (this.#limitedCopies[slot]! < 1 + ((index * 5 + type) % mostCopies)) break;
    }
    this.#limitedCopies[slot]!++;
    return slot % limitedsPerType;
  }

  /** Ordinary items are seldom owned twice. */
  ordinaryIndex(type: number): number {
    const drawn = this.#drawn[type]!;
    const isRepeat = drawn > 0 && this.#random.chance(0.015);
    const step = isRepeat ? Math.floor(this.#random.next() * drawn) : drawn;
    if (!isRepeat) this.#drawn[type] = drawn + 1;
    return limitedsPerType + ((step * 1597 + this.#offset) % this.#poolSize);
  }
}

/** Asset type ids, each as often as its weight says: picking one of the list is drawing by weight. */
function lots(types: readonly AssetType[]): Uint8Array {
  return Uint8Array.from(
    types.flatMap(({ id, weight }) => new Array<number>(Math.round(weight * 20)).fill(id)),
  );
}
