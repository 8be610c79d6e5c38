import { hashSeed, Random } from './art/random.ts';
import { assetTypes, packageType, type AssetType } from './asset-types.ts';
import { firstUserId, idRange, itemsPerType, slots, type IdRange } from './ids.ts';
import { nameAsset, nameBundle, nameCreator } from './names.ts';
import { uuid } from './uuid.ts';

/** Who made an item, in the three spellings Roblox's services need. */
export interface Creator {
  readonly id: number;
  readonly name: string;
  readonly type: 'User' | 'Group' | 'Experience';
}

/** What is the same for every copy of a limited item. */
export interface LimitedFacts {
  /** Numbered editions have serial numbers; older limiteds have none. */
  readonly isNumbered: boolean;
  readonly stock: number | null;
  readonly originalPrice: number | null;
  readonly recentAveragePrice: number;
  /** Items sold by the newer system carry an id of their own. */
  readonly collectibleItemId: string | null;
}

export interface CatalogueAsset {
  readonly id: number;
  readonly type: AssetType;
  readonly index: number;
}

/** One of the assets that make up a package or a bundle. */
export interface PartOfSet {
  readonly typeId: number;
  readonly id: number;
}

/** The four types of bundles by Roblox's names, in the order of their numbers from 1, and the types of the assets in one. */
export const bundleTypes = [
  { name: 'BodyParts', assets: [17, 41, 18, 67, 66, 46, 47], isWorn: true },
  { name: 'AvatarAnimations', assets: [51, 55, 53, 52, 50, 48, 54], isWorn: false },
  { name: 'Shoes', assets: [70, 71], isWorn: false },
  { name: 'DynamicHead', assets: [17, 18, 61], isWorn: true },
] as const;

/** Assets of a type that can be limited, with a number below this, are limited. */
export const limitedsPerType = 197;

/**
 * Everything that exists in the demo: a million items of each type. Nothing is stored; every fact is worked out from
 * the id, so accounts of any size are cheap and two accounts agree about an item both own.
 */
export class Catalogue {
  readonly idBase: number;
  readonly #assets = new Map<number, { readonly type: AssetType; readonly range: IdRange }>();
  readonly #badges: IdRange;
  readonly #gamePasses: IdRange;
  readonly #bundles: readonly IdRange[];

  constructor(idBase: number) {
    this.idBase = idBase;
    for (const type of assetTypes) this.#assets.set(type.id, { type, range: idRange(idBase, type.id) });
    this.#bundles = [1, 2, 3, 4].map((type) => idRange(idBase, slots.bundle + type));
    this.#badges = idRange(idBase, slots.badge);
    this.#gamePasses = idRange(idBase, slots.gamePass);
  }

  assetId(assetType: number, index: number): number {
    const asset = this.#assets.get(assetType);
    if (!asset) throw new RangeError(`The demo has no assets of type ${assetType}`);
    return asset.range.idOf(index % itemsPerType);
  }

  findAsset(id: number): CatalogueAsset | undefined {
    for (const { type, range } of this.#assets.values()) {
      const index = range.indexOf(id);
      if (index !== undefined) return { id, type, index };
    }
    return undefined;
  }

  /** The id of a bundle of type 1 (body parts) to 4 (head). */
  bundleId(bundleType: number, index: number): number {
    return this.#bundles[bundleType - 1]!.idOf(index);
  }

  /** Which of the four types a bundle is of; undefined when there is no such bundle. */
  findBundleType(id: number): number | undefined {
    const found = this.#bundles.findIndex((range) => range.indexOf(id) !== undefined);
    return found < 0 ? undefined : found + 1;
  }

  badgeId(index: number): number {
    return this.#badges.idOf(index);
  }

  hasBadge(id: number): boolean {
    return this.#badges.indexOf(id) !== undefined;
  }

  gamePassId(index: number): number {
    return this.#gamePasses.idOf(index);
  }

  hasGamePass(id: number): boolean {
    return this.#gamePasses.indexOf(id) !== undefined;
  }

  nameOf(asset: CatalogueAsset): string {
    return nameAsset(asset.type.id, asset.id);
  }

  nameOfBundle(id: number): string {
    return nameBundle(this.findBundleType(id) ?? 1, id);
  }

  /** The experience a place belongs to; null for the few that belong to none. */
  universeOf(placeId: number): number | null {
    const random = new Random(hashSeed('universe', placeId));
    if (random.chance(0.12)) return null;
    return idRange(this.idBase, slots.universe).idOf(random.whole(0, itemsPerType - 1));
  }

  creatorOf(itemId: number): Creator {
    const random = new Random(hashSeed('creator', itemId));
    // A few makers are behind most items, as on a real marketplace.
    const index = Math.floor(900 * random.next() ** 2);
    const isGroup = index % 3 === 0;
    const id = isGroup ? idRange(this.idBase, slots.group).idOf(index) : firstUserId + 1_000_000 + index * 37;
    return { id, name: nameCreator(id, isGroup), type: isGroup ? 'Group' : 'User' };
  }

  limitedFactsOf(asset: CatalogueAsset): LimitedFacts | null {
    if (!asset.type.canBeLimited || asset.index >= limitedsPerType) return null;
    const random = new Random(hashSeed('limited', asset.id));
    const isNumbered = random.chance(0.7);
    // What was made of the unnumbered ones is not always known.
    const knownStock = random.chance(0.6) ? random.whole(2_000, 160_000) : null;
    const stock = isNumbered ? Math.round(50 * 10 ** random.between(0, 3)) : knownStock;
    const originalPrice = random.chance(0.85) ? roundPrice(20 * 10 ** random.between(0, 2.2)) : null;
    const rarity = 1 + 4000 / (stock ?? 20_000);
    const recentAveragePrice = Math.round((originalPrice ?? 400) * rarity * random.between(0.7, 6));
    const collectibleItemId = isNumbered && random.chance(0.5) ? uuid(random) : null;
    return { isNumbered, stock, originalPrice, recentAveragePrice, collectibleItemId };
  }

  /** What a package contains: six assets to wear. The oldest packages have been taken down and answer nothing. */
  packageAssets(asset: CatalogueAsset): readonly PartOfSet[] | null {
    if (asset.type.id !== packageType || asset.index % 10 === 9) return null;
    return this.#partsOf('package', asset.id, [8, 41, 18, 46, 11, 12]);
  }

  /** The assets of a bundle; null when there is no such bundle. */
  bundleAssets(id: number): readonly PartOfSet[] | null {
    const bundleType = this.findBundleType(id);
    return bundleType === undefined ? null : this.#partsOf('bundle', id, bundleTypes[bundleType - 1]!.assets);
  }

  /** The outfit that a bundle is worn as: nothing that anybody owns. */
  outfitOf(bundleId: number): number {
    return idRange(this.idBase, slots.outfit).idOf(hashSeed('outfit', bundleId) % itemsPerType);
  }

  #partsOf(set: string, id: number, typeIds: readonly number[]): readonly PartOfSet[] {
    const random = new Random(hashSeed(set, id));
    return typeIds.map((typeId) => ({
      typeId,
      id: this.assetId(typeId, limitedsPerType + random.whole(0, 4000)),
    }));
  }

  priceOf(itemId: number): number | null {
    const random = new Random(hashSeed('price', itemId));
    if (random.chance(0.25)) return null;
    return random.chance(0.1) ? 0 : roundPrice(5 * 10 ** random.between(0, 2.5));
  }
}

function roundPrice(price: number): number {
  return price < 100 ? Math.round(price / 5) * 5 : Math.round(price / 50) * 50;
}
