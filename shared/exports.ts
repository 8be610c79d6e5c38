import type { Scope } from './accounts.ts';
import type { CollectibleSort } from './collectibles.ts';
import type { CollectionSort } from './collections.ts';
import type { ItemRef } from './items.ts';
import type { SavedView } from './views.ts';

export const itemExportFormats = ['csv', 'json'] as const;
export type ItemExportFormat = (typeof itemExportFormats)[number];

/** What a row can tell of an item, in the order of a file's columns. These names are those of the JSON, for good. */
export const exportColumns = [
  'name',
  'type',
  'id',
  'kind',
  'category',
  'creator',
  'account',
  'accountId',
  'copies',
  'copiesEach',
  'serials',
  'acquired',
  'onHold',
  'collections',
  'inProfileOf',
  'averagePrice',
  'price',
  'originalPrice',
  'stock',
  'link',
  'thumbnail',
  'isDeleted',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** What most people want of a list. The rest is there for who asks for it. */
export const usualExportColumns: readonly ExportColumn[] = [
  ...([
    'name',
    'type',
    'id',
    'kind',
    'category',
    'creator',
    'account',
    'copies',
    'serials',
    'acquired',
  ] as const),
  ...(['onHold', 'averagePrice', 'price', 'link'] as const),
];

/** A list that can be exported, as it is on screen. */
export type ListSource =
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

/** What is exported: a list, or of it the items that were gathered under this number before. */
export interface ExportSource {
  readonly list: ListSource;
  readonly gathered: number | null;
}

/** Items gathered in one request; more of them come in parts. */
export const mostGathered = 5000;

export interface GatheredItems {
  readonly number: number;
  readonly items: readonly ItemRef[];
}

/** How far an export has come. */
export interface ExportProgress {
  /** To go on with just this one. */
  readonly number: number;
  readonly done: number;
  readonly total: number;
  /** The file's name, without its folder, once all of it is written. */
  readonly file: string | null;
}
