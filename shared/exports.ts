import type { Scope } from './accounts.ts';
import type { ActivityList } from './activity.ts';
import type { HistoryRange } from './collectible-lines.ts';
import type { CollectibleSort, MoverOrder } from './collectibles.ts';
import type { CollectionSort } from './collections.ts';
import type { ExportTable } from './export-tables.ts';
import type { ItemRef } from './items.ts';
import type { TimelineKind } from './timeline.ts';
import type { SavedView } from './views.ts';

export const tableFormats = ['csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A list of items, of which some can be chosen. */
export type ItemSource =
  | ({ readonly kind: 'view' } & Omit<SavedView, 'id' | 'name'>)
  | {
      readonly kind: 'collection';
      readonly id: number;
      readonly search: string;
      readonly sort: CollectionSort;
    }
  | { readonly kind: 'profile'; readonly accountId: number }
  | {
      readonly kind: 'collectibles';
      readonly scope: Scope;
      readonly search: string;
      readonly sort: CollectibleSort;
      readonly isGrouped: boolean;
    };

/** A list that can be exported, as it is on screen. */
export type ListSource =
  | ItemSource
  /** Lines of the pasted list, in this order. */
  | { readonly kind: 'ownership'; readonly lines: readonly number[] }
  /** Parts of a package or bundle, in its own order. */
  | { readonly kind: 'contents'; readonly item: ItemRef; readonly parts: readonly ItemRef[] }
  /** One item, with whoever has it. */
  | { readonly kind: 'item'; readonly item: ItemRef }
  | {
      readonly kind: 'timeline';
      readonly scope: Scope;
      readonly kinds: readonly TimelineKind[];
      readonly search: string;
      /** Only what happened to this one. */
      readonly item?: ItemRef | undefined;
    }
  /** Days as `dayOf` counts them. */
  | {
      readonly kind: 'movers';
      readonly scope: Scope;
      readonly from: number;
      readonly to: number;
      readonly order: MoverOrder;
    }
  | {
      readonly kind: 'days';
      readonly scope: Scope;
      readonly range: HistoryRange;
      readonly isTogether: boolean;
    }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'activity'; readonly list: ActivityList };

/** A list of this kind. */
export type SourceOf<Kind extends ListSource['kind']> = Extract<ListSource, { kind: Kind }>;

/** What the rows of a list are. */
export function tableOf(list: ListSource): ExportTable {
  switch (list.kind) {
    case 'view':
    case 'collection':
    case 'profile':
      return 'items';
    case 'collectibles':
      return list.isGrouped ? 'items' : 'copies';
    case 'contents':
      return 'ownership';
    case 'item':
      return 'holdings';
    case 'activity':
      return list.list;
    case 'ownership':
    case 'timeline':
    case 'movers':
    case 'days':
    case 'outbox':
      return list.kind;
  }
}

/** What is exported: a list, or of it the items that were gathered under this number before. */
export interface ExportSource {
  readonly list: ListSource;
  readonly gathered: number | null;
}

/** Items gathered in one request; more of them come in parts. */
export const mostGathered = 5000;

/** How far an export has come. */
export interface ExportProgress {
  /** To go on with just this one. */
  readonly number: number;
  /** Of the rows there were when it began; once all of it is written, the rows in the file. */
  readonly done: number;
  readonly total: number;
  /** The file's name, without its folder, once all of it is written. */
  readonly file: string | null;
}
