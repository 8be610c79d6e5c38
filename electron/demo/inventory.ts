import { hashSeed, Random } from './art/random.ts';
import { assetTypes, findAssetType, placeType } from './asset-types.ts';
import type { Catalogue, CatalogueAsset, LimitedFacts } from './catalogue.ts';
import { generateCopies, type CopyColumns } from './copies.ts';
import { generatePlaces, type Place, type PlacesTab } from './places.ts';
import { countsOf, type AccountPlan } from './plan.ts';
import { uuid } from './uuid.ts';

/** One owned copy of an asset. */
export interface Copy {
  readonly userAssetId: number;
  readonly asset: CatalogueAsset;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly acquiredAt: number;
  readonly limited: LimitedFacts | null;
  readonly serialNumber: number | null;
  readonly collectibleItemInstanceId: string | null;
  readonly isOnHold: boolean;
}

/** An item that is not an asset: a bundle or a badge, with the time it was got in epoch milliseconds. */
export interface OwnedItem {
  readonly id: number;
  readonly acquiredAt: number;
}

export type ItemKey = `${'Asset' | 'Bundle'}/${number}`;

/**
 * What one account owns. Copies are numbered by age and kept as columns of numbers; a row is put together when it is
 * asked for, so that a hundred thousand copies cost little more than their memory.
 */
export class Inventory {
  /** Copies of each asset type, oldest first, as numbers for `copy`. */
  readonly copiesByType: ReadonlyMap<number, readonly number[]>;
  /** Copies of limited items, oldest first. */
  readonly collectibles: readonly number[];
  readonly places: Readonly<Record<PlacesTab, readonly Place[]>>;
  /** Bundles of each type, 1 to 4, oldest first. */
  readonly bundles: readonly (readonly OwnedItem[])[];
  /** Oldest first, like the game passes. */
  readonly badges: readonly OwnedItem[];
  readonly gamePasses: readonly number[];
  /** Favourite assets by type, newest first; not all of them are owned. */
  readonly favorites: ReadonlyMap<number, readonly number[]>;
  /** What the profile collection holds at first. */
  readonly shown: readonly ItemKey[];
  readonly #catalogue: Catalogue;
  readonly #columns: CopyColumns;
  #numbersByAsset: Map<number, number[]> | undefined;

  constructor(plan: AccountPlan, catalogue: Catalogue) {
    const counts = countsOf(plan);
    const random = new Random(hashSeed('inventory', plan.seed));
    this.#catalogue = catalogue;
    this.places = generatePlaces(plan, counts.places, catalogue);
    const ownedPlaces = [...this.places.Created, ...this.places.MyGames, ...this.places.Purchased];
    this.#columns = generateCopies(
      plan,
      counts,
      ownedPlaces.map(({ index }) => index),
      catalogue.idBase,
    );
    this.copiesByType = groupByType(this.#columns.types);
    this.collectibles = this.#columns.limitedNumbers;
    this.bundles = spread(counts.bundles, random).map((count, slot) =>
      dated(count, random, (index) => catalogue.bundleId(slot + 1, (index * 31 + plan.seed) % 997)),
    );
    this.badges = dated(counts.badges, random, (index) => catalogue.badgeId(index * 13 + (plan.seed % 13)));
    this.gamePasses = Array.from({ length: counts.gamePasses }, (_, index) =>
      catalogue.gamePassId(index * 11 + (plan.seed % 11)),
    );
    this.favorites = this.#pickFavorites(plan.favoriteCount ?? Math.round(plan.itemCount * 0.03), random);
    this.shown = this.#pickShown(plan.shownCount ?? 0);
  }

  copy(number: number): Copy {
    const typeId = this.#columns.types[number]!;
    const index = this.#columns.indices[number]!;
    const userAssetId = this.#columns.userAssetIds[number]!;
    const asset = { id: this.#catalogue.assetId(typeId, index), type: findAssetType(typeId)!, index };
    const limited = this.#catalogue.limitedFactsOf(asset);
    const random = new Random(hashSeed('copy', userAssetId));
    return {
      userAssetId,
      asset,
      name: this.#catalogue.nameOf(asset),
      acquiredAt: this.#columns.acquiredAt[number]!,
      limited,
      serialNumber: limited?.isNumbered ? 1 + Math.floor((limited.stock ?? 1) * random.next() ** 1.6) : null,
      collectibleItemInstanceId: limited?.collectibleItemId ? uuid(random) : null,
      // What was bought lately cannot be traded for a while.
      isOnHold: limited !== null && number > this.#columns.types.length * 0.97 && random.chance(0.4),
    };
  }

  /** Copies of one asset, oldest first. */
  copiesOf(assetId: number): readonly number[] {
    this.#numbersByAsset ??= this.#indexAssets();
    return this.#numbersByAsset.get(assetId) ?? [];
  }

  /** One of the owned assets of a type, always the same for the same number; undefined when there is none. */
  assetOfType(typeId: number, number: number): number | undefined {
    const numbers = this.copiesByType.get(typeId) ?? [];
    const copy = numbers[number % Math.max(numbers.length, 1)];
    return copy === undefined ? undefined : this.#catalogue.assetId(typeId, this.#columns.indices[copy]!);
  }

  owns(key: ItemKey): boolean {
    const [type, digits] = key.split('/');
    const id = Number(digits);
    return type === 'Asset'
      ? this.copiesOf(id).length > 0
      : this.bundles.some((list) => list.some((item) => item.id === id));
  }

  #indexAssets(): Map<number, number[]> {
    const numbers = new Map<number, number[]>();
    for (let number = 0; number < this.#columns.types.length; number++) {
      const assetId = this.#catalogue.assetId(this.#columns.types[number]!, this.#columns.indices[number]!);
      const list = numbers.get(assetId);
      if (list) list.push(number);
      else numbers.set(assetId, [number]);
    }
    return numbers;
  }

  #pickFavorites(count: number, random: Random): Map<number, number[]> {
    const favorites = new Map<number, number[]>();
    const types = assetTypes.filter(({ weight, id }) => weight >= 0.7 || id === placeType || id >= 73);
    for (let picked = 0; picked < count; picked++) {
      const type = types[Math.floor(types.length * random.next() ** 1.5)]!.id;
      const list = favorites.get(type) ?? [];
      const own = this.copiesByType.get(type) ?? [];
      // Favourites repeat nothing, so an account of few favourites takes the next free one of the catalogue.
      let id = own.length > 0 && random.chance(0.5) ? this.copy(random.pick(own)).asset.id : 0;
      while (id === 0 || list.includes(id)) id = this.#catalogue.assetId(type, random.whole(0, 4000));
      favorites.set(type, [...list, id]);
    }
    return favorites;
  }

  #pickShown(count: number): ItemKey[] {
    const candidates = new Set<ItemKey>();
    const bundles = this.bundles.flat();
    const step = Math.max(1, Math.floor(this.collectibles.length / Math.max(1, count * 3)));
    for (let turn = 0; candidates.size < count && turn < count * 20; turn++) {
      const bundle = bundles[turn];
      const number = this.collectibles.at(-1 - turn * step) ?? this.copiesByType.get(8)?.at(-1 - turn);
      if (turn % 4 === 3 && bundle) candidates.add(`Bundle/${bundle.id}`);
      else if (number !== undefined) candidates.add(`Asset/${this.copy(number).asset.id}`);
    }
    return [...candidates];
  }
}

function groupByType(types: Uint8Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let number = 0; number < types.length; number++) {
    const list = groups.get(types[number]!);
    if (list) list.push(number);
    else groups.set(types[number]!, [number]);
  }
  return groups;
}

/** Bundles over their four types: mostly body parts. */
function spread(count: number, random: Random): number[] {
  const first = Math.round(count * random.between(0.5, 0.6));
  const second = Math.round((count - first) * 0.3);
  const third = Math.round((count - first - second) * 0.4);
  return [first, second, third, count - first - second - third];
}

function dated(count: number, random: Random, idOf: (index: number) => number): OwnedItem[] {
  const start = Date.UTC(2019, 3, 2);
  const step = (Date.UTC(2026, 7, 30) - start) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    acquiredAt: Math.floor(start + (index + random.next()) * step),
  }));
}
