import { AppError } from '../../../shared/errors.ts';
import type { ExportColumn, ExportSource, ItemExportFormat, ListSource } from '../../../shared/exports.ts';
import { exportColumns } from '../../../shared/exports.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { AccountStore } from '../account-store.ts';
import type { CollectibleViews } from '../collectibles/collectible-views.ts';
import type { CollectionPages } from '../collections/collection-pages.ts';
import type { Database } from '../database.ts';
import { KnownItems } from '../known-items.ts';
import type { MembersOf } from '../members.ts';
import type { ProfileItems } from '../profile-items.ts';
import { Underway, type Sliced } from '../slices.ts';
import { subjectPattern } from '../view-lists.ts';
import type { ViewPages } from '../view-pages.ts';
import { ExportFactReader } from './export-facts.ts';
import { asListed, listOfItems, listOfNumbers, type ExportList, type ListRows } from './export-list.ts';
import { toExportRow } from './export-row.ts';
import { exportTexts, type ExportText } from './export-text.ts';

export interface ItemExportsOptions {
  readonly cache: Database;
  readonly keep: Database;
  readonly accounts: AccountStore;
  readonly membersOf: MembersOf;
  readonly pages: ViewPages;
  readonly collectibleViews: CollectibleViews;
  readonly collectionPages: CollectionPages;
  readonly profileItems: ProfileItems;
  /** Brings the profile collections up to date before they are read. */
  readonly freshenProfile: () => void;
  readonly now: () => number;
}

/** What is exported and how. */
export interface ExportWish extends ExportSource {
  readonly format: ItemExportFormat;
  readonly columns: readonly ExportColumn[];
  readonly title: string;
}

type CollectiblesSource = Extract<ListSource, { kind: 'collectibles' }>;

interface Begun {
  readonly number: number;
  readonly list: ExportList;
  readonly columns: ReadonlySet<ExportColumn>;
  readonly text: ExportText;
  readonly names: ReadonlyMap<number, string>;
  /** A cache that was begun anew has other items under the same numbers. */
  readonly incarnation: number;
}

/** Rows in one part of the text: a few milliseconds of the library's thread. */
const rowsInPart = 200;

/** Lists as texts, part by part: one export at a time, of what the list had when it began. */
export class ItemExports {
  readonly #options: ItemExportsOptions;
  readonly #known: KnownItems;
  readonly #facts: ExportFactReader;
  readonly #beginning = new Underway<Begun>();
  #gathered: { readonly number: number; readonly items: ItemRef[] } = { number: 0, items: [] };
  #begun: Begun | null = null;

  constructor(options: ItemExportsOptions) {
    this.#options = options;
    this.#known = new KnownItems(options.cache, options.keep);
    this.#facts = new ExportFactReader(options.cache, options.keep);
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
   * begun before is given up. Throws `exportForgotten`, `collectionUnknown`, `collectionSmart`.
   */
  tryBegin(number: number, wish: ExportWish): { readonly total: number; readonly parts: number } | null {
    const begun = this.#beginning.step(String(number), () => this.#begin(number, wish));
    if (!begun) return null;
    this.#begun = begun;
    const { total } = begun.list;
    return { total, parts: Math.max(1, Math.ceil(total / rowsInPart)) };
  }

  /** One part of the text, counted from 0, and how many rows there are up to its end. Throws `exportForgotten`. */
  part(number: number, index: number): { readonly text: string; readonly done: number } {
    const begun = this.#begun;
    if (begun?.number !== number || begun.incarnation !== this.#options.cache.incarnation) throw forgotten();
    const { list, text } = begun;
    const end = Math.min(list.total, (index + 1) * rowsInPart);
    const head = index === 0 ? text.head() : '';
    const tail = end === list.total ? text.tail() : '';
    return {
      text: head + text.rows(this.#rows(begun, index * rowsInPart, end), index === 0) + tail,
      done: end,
    };
  }

  /** Nobody goes on with it. */
  end(number: number): void {
    if (this.#begun?.number === number) this.#begun = null;
  }

  #rows({ list, columns, names }: Begun, start: number, end: number) {
    const refs = list.read(start, end);
    // Everybody is named, where there is one account too.
    const items = this.#known.read(refs, { ...list.members, isUnion: true }, list.pattern);
    const facts = this.#facts.read(refs, list, columns);
    const nameOf = (accountId: number) => names.get(accountId) ?? String(accountId);
    return items.flatMap((item, at) => {
      const fact = facts[at];
      return fact ? [toExportRow(asListed(item, list), fact, nameOf)] : [];
    });
  }

  *#begin(number: number, wish: ExportWish): Sliced<Begun> {
    const { accounts, cache, freshenProfile, now } = this.#options;
    freshenProfile();
    const { format, title } = wish;
    const asked = new Set(wish.columns);
    const columns = exportColumns.filter((column) => asked.has(column));
    return {
      number,
      list: yield* this.#list(wish),
      columns: asked,
      text: exportTexts[format]({ columns, title, at: now() }),
      names: new Map(
        accounts.read().accounts.map(({ id, nickname, displayName }) => [id, nickname ?? displayName]),
      ),
      incarnation: cache.incarnation,
    };
  }

  *#list({ list, gathered }: ExportSource): Sliced<ExportList> {
    const { membersOf } = this.#options;
    const members = list.kind === 'profile' ? membersOf(list.accountId) : membersOf(scopeOf(list));
    const pattern = list.kind === 'view' ? subjectPattern(list.category) : 'own/*';
    if (gathered !== null && gathered !== this.#gathered.number) throw forgotten();
    const chosen = gathered === null ? null : listOfItems(this.#gathered.items);
    const rows =
      list.kind === 'collectibles'
        ? yield* this.#limiteds(list, chosen)
        : (chosen ?? (yield* this.#whole(list)));
    return { ...rows, members, pattern };
  }

  /** What is chosen may be of another search. */
  *#limiteds(
    list: CollectiblesSource,
    chosen: ListRows | null,
  ): Sliced<Omit<ExportList, 'members' | 'pattern'>> {
    const rows = yield* this.#options.collectibleViews.limiteds(chosen ? { ...list, search: '' } : list);
    return { ...(chosen ?? listOfItems(rows)), limiteds: new Map(rows.map((row) => [row.id, row])) };
  }

  *#whole(list: Exclude<ListSource, CollectiblesSource>): Sliced<ListRows> {
    const { cache, pages, collectionPages, profileItems } = this.#options;
    if (list.kind === 'collection') return listOfItems(collectionPages.refs(list));
    if (list.kind === 'profile') return listOfItems(profileItems.read(list.accountId).items);
    return listOfNumbers(cache, yield* pages.numbers(list));
  }
}

/** A collection is over all accounts, whoever is on screen. */
function scopeOf(list: Exclude<ListSource, { kind: 'profile' }>) {
  return list.kind === 'collection' ? 'all' : list.scope;
}

function forgotten(): AppError {
  return new AppError('exportForgotten', 'Nothing of that number was begun, or it was given up');
}
