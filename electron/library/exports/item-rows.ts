import { AppError } from '../../../shared/errors.ts';
import type { ExportColumn } from '../../../shared/export-tables.ts';
import type { ItemSource, SourceOf } from '../../../shared/exports.ts';
import type { ItemRef } from '../../../shared/items.ts';
import type { CollectibleViews } from '../collectibles/collectible-views.ts';
import type { CollectionPages } from '../collections/collection-pages.ts';
import type { Database } from '../database.ts';
import { KnownItems } from '../known-items.ts';
import type { MembersOf } from '../members.ts';
import type { ProfileItems } from '../profile-items.ts';
import type { Sliced } from '../slices.ts';
import { subjectPattern } from '../view-lists.ts';
import type { ViewPages } from '../view-pages.ts';
import type { NameOf, RowSource } from './export-cells.ts';
import { ItemExtraReader } from './item-extras.ts';
import { asListed, listOfItems, listOfNumbers, type ItemList, type ListRows } from './item-list.ts';
import { toItemCells } from './item-row.ts';

export interface ItemRowsOptions {
  readonly cache: Database;
  readonly keep: Database;
  readonly membersOf: MembersOf;
  readonly pages: ViewPages;
  readonly collectibleViews: CollectibleViews;
  readonly collectionPages: CollectionPages;
  readonly profileItems: ProfileItems;
  /** Brings the profile collections up to date before they are read. */
  readonly freshenProfile: () => void;
}

type CollectiblesSource = SourceOf<'collectibles'>;

/** What else of the items is wanted, and what accounts are called. */
export interface ItemsWanted {
  readonly columns: ReadonlySet<ExportColumn>;
  readonly nameOf: NameOf;
}

/** Lists of items as rows. */
export class ItemRows {
  readonly #options: ItemRowsOptions;
  readonly #known: KnownItems;
  readonly #extras: ItemExtraReader;

  constructor(options: ItemRowsOptions) {
    this.#options = options;
    this.#known = new KnownItems(options.cache, options.keep);
    this.#extras = new ItemExtraReader(options.cache, options.keep);
  }

  /** Of a list, or of the items chosen in it. Throws `collectionUnknown`, `collectionSmart`; `exportForgotten` while read. */
  *open(source: ItemSource, chosen: readonly ItemRef[] | null, wanted: ItemsWanted): Sliced<RowSource> {
    const { cache, freshenProfile } = this.#options;
    freshenProfile();
    const list = yield* this.#list(source, chosen);
    const { incarnation } = cache;
    return {
      total: list.total,
      read: (start, end) => {
        // A cache that was begun anew has other items under the same numbers.
        if (cache.incarnation !== incarnation)
          throw new AppError('exportForgotten', 'The cache was begun anew');
        return this.#read(list, start, end, wanted);
      },
    };
  }

  #read(list: ItemList, start: number, end: number, { columns, nameOf }: ItemsWanted) {
    const refs = list.read(start, end);
    // Everybody is named, where there is one account too. Who likes an item need not have it.
    const own = list.pattern.startsWith('own/') ? list.pattern : 'own/*';
    const items = this.#known.read(refs, { ...list.members, isUnion: true }, own);
    const extras = this.#extras.read(refs, list, columns);
    return items.flatMap((item, at) => {
      const extra = extras[at];
      return extra ? [{ cells: toItemCells(asListed(item, list), extra, nameOf) }] : [];
    });
  }

  *#list(source: ItemSource, items: readonly ItemRef[] | null): Sliced<ItemList> {
    const { membersOf } = this.#options;
    const members = membersOf(scopeOf(source));
    const pattern = source.kind === 'view' ? subjectPattern(source.category) : 'own/*';
    const chosen = items && listOfItems(items);
    const rows =
      source.kind === 'collectibles'
        ? yield* this.#limiteds(source, chosen)
        : (chosen ?? (yield* this.#whole(source)));
    return { ...rows, members, pattern };
  }

  /** What is chosen may be of another search. */
  *#limiteds(
    source: CollectiblesSource,
    chosen: ListRows | null,
  ): Sliced<Omit<ItemList, 'members' | 'pattern'>> {
    const rows = yield* this.#options.collectibleViews.limiteds(chosen ? { ...source, search: '' } : source);
    return { ...(chosen ?? listOfItems(rows)), limiteds: new Map(rows.map((row) => [row.id, row])) };
  }

  *#whole(source: Exclude<ItemSource, CollectiblesSource>): Sliced<ListRows> {
    const { cache, pages, collectionPages, profileItems } = this.#options;
    if (source.kind === 'collection') return listOfItems(collectionPages.refs(source));
    if (source.kind === 'profile') return listOfItems(profileItems.read(source.accountId).items);
    return listOfNumbers(cache, yield* pages.numbers(source));
  }
}

/** A collection is over all accounts, whoever is on screen. */
function scopeOf(source: ItemSource) {
  if (source.kind === 'profile') return source.accountId;
  return source.kind === 'collection' ? 'all' : source.scope;
}
