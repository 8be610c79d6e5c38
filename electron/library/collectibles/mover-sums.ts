import type {
  CollectibleExchange,
  CollectibleMovers,
  ExchangeSums,
  Mover,
  MoverOrder,
} from '../../../shared/collectibles.ts';
import { noCopies, type DayState, type NamedState } from './day-states.ts';

/** Copies that came or went together, at one price. */
interface Lot {
  copies: number;
  readonly price: number | null;
}

interface AssetSums {
  name: string;
  /** Copies there on both days with both prices known, what they were worth, and what that changed by. */
  kept: number;
  base: number;
  change: number;
  readonly gained: Lot[];
  readonly lost: Lot[];
}

const mostMovers = 50;
const mostExchanged = 100;

/** What became of limiteds between two days, added up over accounts: what one gave another is neither lost nor gained. */
export class MoverSums {
  readonly #assets = new Map<number, AssetSums>();
  #before = 0;
  #after = 0;
  #learnt = 0;

  add(before: ReadonlyMap<number, NamedState>, after: ReadonlyMap<number, NamedState>): void {
    for (const [assetId, then] of after)
      this.#addOne(assetId, then.name, before.get(assetId) ?? noCopies, then);
    for (const [assetId, then] of before)
      if (!after.has(assetId)) this.#addOne(assetId, then.name, then, noCopies);
  }

  /** The largest first, as many as a screen has use for or all of them. */
  read(
    order: MoverOrder,
    isAll: boolean,
  ): Omit<CollectibleMovers, 'compared' | 'notCompared' | 'isElsewhere'> {
    for (const asset of this.#assets.values()) this.#settle(asset);
    const assets = [...this.#assets];
    const movers = assets.flatMap(([id, asset]) => (asset.change === 0 ? [] : [toMover(id, asset)]));
    const up = movers.filter(({ change }) => change > 0).sort(byOrder(order));
    const down = movers.filter(({ change }) => change < 0).sort(byOrder(order));
    const gained = assets.flatMap(([id, { name, gained: lots }]) => toExchange(id, name, lots));
    const lost = assets.flatMap(([id, { name, lost: lots }]) => toExchange(id, name, lots));
    return {
      before: this.#before,
      after: this.#after,
      repriced: movers.reduce((sum, { change }) => sum + change, 0),
      gained: sumOf(gained),
      lost: sumOf(lost),
      learnt: this.#learnt,
      upCount: up.length,
      downCount: down.length,
      up: up.slice(0, isAll ? Infinity : mostMovers),
      down: down.slice(0, isAll ? Infinity : mostMovers),
      gainedItems: gained.sort(byWorth).slice(0, isAll ? Infinity : mostExchanged),
      lostItems: lost.sort(byWorth).slice(0, isAll ? Infinity : mostExchanged),
    };
  }

  #addOne(assetId: number, name: string, from: DayState, to: DayState): void {
    if (from.copies === 0 && to.copies === 0) return;
    this.#before += (from.price ?? 0) * from.copies;
    this.#after += (to.price ?? 0) * to.copies;
    const asset = this.#assets.get(assetId) ?? { name, kept: 0, base: 0, change: 0, gained: [], lost: [] };
    this.#assets.set(assetId, asset);
    this.#keep(asset, Math.min(from.copies, to.copies), from.price, to.price);
    if (to.copies > from.copies) asset.gained.push({ copies: to.copies - from.copies, price: to.price });
    if (to.copies < from.copies) asset.lost.push({ copies: from.copies - to.copies, price: from.price });
  }

  #keep(asset: AssetSums, copies: number, from: number | null, to: number | null): void {
    if (from === null || to === null) {
      this.#learnt += ((to ?? 0) - (from ?? 0)) * copies;
      return;
    }
    asset.kept += copies;
    asset.base += from * copies;
    asset.change += (to - from) * copies;
  }

  /** What one account lost and another gained stayed. */
  #settle(asset: AssetSums): void {
    for (const gained of asset.gained)
      for (const lost of asset.lost) {
        const copies = Math.min(gained.copies, lost.copies);
        gained.copies -= copies;
        lost.copies -= copies;
        this.#keep(asset, copies, lost.price, gained.price);
      }
  }
}

function toMover(id: number, { name, kept, base, change }: AssetSums): Mover {
  return {
    item: { type: 'Asset', id, name },
    copies: kept,
    from: Math.round(base / kept),
    to: Math.round((base + change) / kept),
    change,
    percent: base === 0 ? null : (100 * change) / base,
  };
}

function toExchange(id: number, name: string, lots: readonly Lot[]): CollectibleExchange[] {
  const copies = lots.reduce((sum, lot) => sum + lot.copies, 0);
  if (copies === 0) return [];
  const priced = lots.filter((lot) => lot.copies > 0 && lot.price !== null);
  const value = priced.reduce((sum, lot) => sum + (lot.price ?? 0) * lot.copies, 0);
  return [{ item: { type: 'Asset', id, name }, copies, price: priced[0]?.price ?? null, value }];
}

function sumOf(exchanged: readonly CollectibleExchange[]): ExchangeSums {
  return {
    items: exchanged.length,
    copies: exchanged.reduce((sum, { copies }) => sum + copies, 0),
    value: exchanged.reduce((sum, { value }) => sum + value, 0),
  };
}

/** The largest first; what had no price to compare with comes last among percents. */
function byOrder(order: MoverOrder): (one: Mover, other: Mover) => number {
  const size = ({ change, percent }: Mover) => Math.abs(order === 'robux' ? change : (percent ?? 0));
  return (one, other) =>
    size(other) - size(one) || Math.abs(other.change) - Math.abs(one.change) || one.item.id - other.item.id;
}

function byWorth(one: CollectibleExchange, other: CollectibleExchange): number {
  return other.value - one.value || other.copies - one.copies || one.item.id - other.item.id;
}
