import {
  daysOf,
  lineOf,
  sumOf,
  type HistoryLine,
  type HistoryPoint,
} from '../../../shared/collectible-lines.ts';
import type {
  CollectibleExchange,
  CollectibleMovers,
  Mover,
  NamedAsset,
} from '../../../shared/collectibles.ts';
import { dayOf } from '../../../shared/days.ts';
import type { SourceOf } from '../../../shared/exports.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import { itemPage } from '../../roblox/item-page.ts';
import type { CollectiblePast } from '../collectibles/collectible-past.ts';
import type { CollectibleViews } from '../collectibles/collectible-views.ts';
import type { KnownCopy } from '../collectibles/copy-memory.ts';
import type { Sliced } from '../slices.ts';
import { dayCell, sourceOf, type ExportCells, type NameOf, type RowSource } from './export-cells.ts';

export interface CollectibleRowsOptions {
  readonly views: CollectibleViews;
  readonly past: CollectiblePast;
  readonly now: () => number;
}

/** Copies of collectibles, what became of them and what they were worth, as rows. */
export class CollectibleRows {
  readonly #options: CollectibleRowsOptions;

  constructor(options: CollectibleRowsOptions) {
    this.#options = options;
  }

  /** Of the list, or all of the items chosen in it: what is chosen may be of another search. */
  *copies(
    source: SourceOf<'collectibles'>,
    chosen: readonly ItemRef[] | null,
    nameOf: NameOf,
  ): Sliced<RowSource> {
    const copies = yield* this.#options.views.copies(chosen ? { ...source, search: '' } : source);
    const ids = chosen && new Set(chosen.map(({ id }) => id));
    const rows = ids ? copies.filter(({ assetId }) => ids.has(assetId)) : copies;
    return sourceOf(rows, (copy) => toCopyCells(copy, nameOf));
  }

  /** All that moved between two days, however many. */
  *movers({ scope, from, to, order }: SourceOf<'movers'>): Sliced<RowSource> {
    const { past, now } = this.#options;
    const found = yield* past.everyMover({ scope, from, to, order }, dayOf(now()));
    const { up, down, gainedItems, lostItems } = found;
    const between = daysBetween(found);
    return sourceOf(
      [
        ...[...up, ...down].map((mover) => toMoverCells(mover)),
        ...gainedItems.map((gained) => toExchangeCells(gained, 'gained')),
        ...lostItems.map((lost) => toExchangeCells(lost, 'lost')),
      ],
      (cells) => ({ ...cells, ...between }),
    );
  }

  /** Every day of the range, those without a value among them. */
  days({ scope, range, isTogether }: SourceOf<'days'>, nameOf: NameOf): RowSource {
    const { past, now } = this.#options;
    const today = dayOf(now());
    const { accounts } = past.history(scope, today);
    const days = daysOf(accounts, range, today);
    const lines =
      isTogether && accounts.length > 1
        ? [sumOf(accounts, days)]
        : accounts.map((account) => lineOf(account, days));
    // Years of many accounts are hundreds of thousands of rows: none is there before it is read.
    const rowAt = (index: number) => {
      const place = Math.floor(index / lines.length);
      const [day, line] = [days[place], lines[index % lines.length]];
      return day === undefined || !line
        ? []
        : [{ cells: toDayCells(day, line.points[place] ?? null, line, nameOf) }];
    };
    return {
      total: days.length * lines.length,
      read: (start, end) => Array.from({ length: end - start }, (_, offset) => start + offset).flatMap(rowAt),
    };
  }
}

function toCopyCells(copy: KnownCopy, nameOf: NameOf): ExportCells {
  const { price, original } = copy;
  return {
    ...itemCells({ type: 'Asset', id: copy.assetId, name: copy.name || `#${copy.assetId}` }),
    account: () => nameOf(copy.accountId),
    accountId: () => copy.accountId,
    serial: () => copy.serial,
    instanceId: () => copy.instanceId,
    isOnHold: () => copy.isOnHold,
    averagePrice: () => price,
    originalPrice: () => original,
    gain: () => (price === null || original === null ? null : price - original),
    stock: () => copy.stock,
  };
}

function toMoverCells({ item, copies, from, to, change, percent }: Mover): ExportCells {
  return {
    ...itemCells(item),
    change: () => changeCell(change > 0 ? 'up' : 'down'),
    copies: () => copies,
    from: () => from,
    to: () => to,
    difference: () => change,
    percent: () => percent && Math.round(percent * 100) / 100,
  };
}

function toExchangeCells(
  { item, copies, price, value }: CollectibleExchange,
  change: 'gained' | 'lost',
): ExportCells {
  return {
    ...itemCells(item),
    change: () => changeCell(change),
    copies: () => copies,
    from: () => (change === 'lost' ? price : null),
    to: () => (change === 'gained' ? price : null),
    difference: () => (change === 'lost' ? -value : value),
  };
}

function toDayCells(
  day: number,
  point: HistoryPoint | null,
  { accountId }: HistoryLine,
  nameOf: NameOf,
): ExportCells {
  return {
    day: () => dayCell(day),
    account: () => (accountId === null ? exporting.everybody : nameOf(accountId)),
    accountId: () => accountId,
    value: () => point?.value ?? null,
    copies: () => point?.copies ?? null,
    items: () => point?.items ?? null,
    unpriced: () => point?.unpriced ?? null,
  };
}

function itemCells(item: NamedAsset): ExportCells {
  return { name: () => item.name, id: () => item.id, link: () => itemPage(item, null) };
}

function changeCell(code: keyof typeof exporting.changes) {
  return { code, words: exporting.changes[code] };
}

/** The days that were compared; of several accounts the first and the last of them all. */
function daysBetween({ compared }: CollectibleMovers): ExportCells {
  const since = Math.min(...compared.map(({ from }) => from));
  const until = Math.max(...compared.map(({ to }) => to));
  return { since: () => dayCell(since), until: () => dayCell(until) };
}
