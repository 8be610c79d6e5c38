import { AppError } from '../../../shared/errors.ts';
import { areColumnsOf, type ExportColumn } from '../../../shared/export-tables.ts';
import { tableOf, type ExportSource, type TableFormat } from '../../../shared/exports.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { fullName, type AccountStore } from '../account-store.ts';
import type { Categories } from '../categories.ts';
import type { ItemOverviews } from '../item-overviews.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { Underway, type Sliced } from '../slices.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { activityRows, outboxRows, type ActivityRecords } from './activity-rows.ts';
import type { CollectibleRows } from './collectible-rows.ts';
import type { NamedAccount, RowSource } from './export-cells.ts';
import { exportTexts, type ExportText } from './export-text.ts';
import { holdingRows } from './holding-rows.ts';
import type { ItemRows } from './item-rows.ts';
import type { OwnershipRows } from './ownership-rows.ts';
import { timelineRows } from './timeline-rows.ts';

export interface ListExportsOptions {
  readonly accounts: AccountStore;
  readonly items: ItemRows;
  readonly collectibles: CollectibleRows;
  readonly ownership: OwnershipRows;
  readonly timeline: Timeline;
  readonly overviews: Pick<ItemOverviews, 'read'>;
  readonly categories: Pick<Categories, 'names'>;
  readonly outbox: Outbox;
  readonly now: () => number;
}

/** What is exported and how. */
export interface ExportWish extends ExportSource {
  readonly format: TableFormat;
  readonly columns: readonly ExportColumn[];
  readonly title: string;
  /** For a list of Activity. */
  readonly records?: ActivityRecords;
}

interface Begun {
  readonly number: number;
  readonly source: RowSource;
  readonly rowsInPart: number;
  readonly text: ExportText;
  hasRows: boolean;
}

/** Rows in one part of the text: a few milliseconds of the library's thread. */
const usualRowsInPart = 200;

/** Lists as texts, part by part: one export at a time, of what the list had when it began. */
export class ListExports {
  readonly #options: ListExportsOptions;
  readonly #beginning = new Underway<Begun>();
  #gathered: { readonly number: number; readonly items: ItemRef[] } = { number: 0, items: [] };
  #begun: Begun | null = null;

  constructor(options: ListExportsOptions) {
    this.#options = options;
  }

  /** Gathers items of a list in parts. Returns the number they are known by. Throws `exportForgotten`. */
  gather(number: number | null, items: readonly ItemRef[]): number {
    if (number === null) this.#gathered = { number: this.#gathered.number + 1, items: [] };
    else if (number !== this.#gathered.number) throw forgotten();
    for (const item of items) this.#gathered.items.push(item);
    return this.#gathered.number;
  }

  /**
   * Notes what is exported under a number of the caller's, in slices: null until that is done, then to be asked again. One
   * begun before is given up. Throws `exportForgotten`, `collectionUnknown`, `collectionSmart`; `inputInvalid` for columns
   * the list does not have.
   */
  tryBegin(number: number, wish: ExportWish): { readonly total: number; readonly parts: number } | null {
    const begun = this.#beginning.step(String(number), () => this.#begin(number, wish));
    if (!begun) return null;
    this.#begun = begun;
    const { total } = begun.source;
    return { total, parts: Math.max(1, Math.ceil(total / begun.rowsInPart)) };
  }

  /**
   * One part of the text, counted from 0, the rows in it, and how many of the list are dealt with up to its end: some may have
   * gone since it was begun. Throws `exportForgotten`.
   */
  part(
    number: number,
    index: number,
  ): { readonly text: string; readonly rows: number; readonly done: number } {
    const begun = this.#begun;
    if (begun?.number !== number) throw forgotten();
    const { source, text, rowsInPart } = begun;
    const end = Math.min(source.total, (index + 1) * rowsInPart);
    const head = index === 0 ? text.head() : '';
    const rows = source.read(index * rowsInPart, end);
    const lines = text.rows(rows, !begun.hasRows);
    begun.hasRows ||= rows.length > 0;
    const tail = end === source.total ? text.tail() : '';
    return { text: head + lines + tail, rows: rows.length, done: end };
  }

  /** Nobody goes on with it. */
  end(number: number): void {
    if (this.#begun?.number === number) this.#begun = null;
  }

  *#begin(number: number, wish: ExportWish): Sliced<Begun> {
    const table = tableOf(wish.list);
    if (!areColumnsOf(table, wish.columns)) throw new AppError('inputInvalid', 'Not columns of this list');
    const columns = new Set(wish.columns);
    const accounts = this.#options.accounts
      .read()
      .accounts.map((one) => ({ id: one.id, name: fullName(one) }));
    const source = yield* this.#open(wish, columns, accounts);
    const { title, format } = wish;
    const options = { table, columns, accounts: source.accounts ?? [], title, at: this.#options.now() };
    const { rowsInPart = usualRowsInPart } = source;
    return { number, source, rowsInPart, text: exportTexts[format](options), hasRows: false };
  }

  *#open(
    { list, gathered, records }: ExportWish,
    columns: ReadonlySet<ExportColumn>,
    accounts: readonly NamedAccount[],
  ): Sliced<RowSource> {
    const { items, collectibles, ownership, overviews, timeline, outbox, categories } = this.#options;
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    const nameOf = (accountId: number) => names.get(accountId) ?? String(accountId);
    switch (list.kind) {
      case 'collectibles':
        if (!list.isGrouped) return yield* collectibles.copies(list, this.#chosen(gathered), nameOf);
        return yield* items.open(list, this.#chosen(gathered), { columns, nameOf });
      case 'ownership':
        return yield* ownership.list(list, accounts);
      case 'contents':
        return ownership.contents(list, accounts);
      case 'item':
        return holdingRows(overviews.read(list.item), nameOf);
      case 'timeline':
        return yield* timelineRows(timeline, list, nameOf);
      case 'movers':
        return yield* collectibles.movers(list);
      case 'days':
        return collectibles.days(list, nameOf);
      case 'outbox':
        return outboxRows(outbox.list(), nameOf);
      case 'activity':
        return activityRows(list.list, records ?? {}, nameOf, categories.names());
      case 'view':
      case 'collection':
      case 'profile':
        return yield* items.open(list, this.#chosen(gathered), { columns, nameOf });
    }
  }

  /** null for all of a list. */
  #chosen(gathered: number | null): readonly ItemRef[] | null {
    if (gathered === null) return null;
    if (gathered !== this.#gathered.number) throw forgotten();
    return this.#gathered.items;
  }
}

function forgotten(): AppError {
  return new AppError('exportForgotten', 'Nothing of that number was begun, or it was given up');
}
