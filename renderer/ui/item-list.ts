import type { Item } from '../../shared/items.ts';
import type { ItemSort } from '../../shared/views.ts';
import type { OwnerFace } from './owner-face.ts';
import type { ListSubject } from './table-columns.ts';
import type { ChoiceMode } from './useGridKeys.ts';

/** A change that is under way with an item, or went wrong. */
export interface ItemMark {
  readonly words: string;
  readonly isRefused: boolean;
}

/** What a list of items shows, whatever it looks like. */
export interface ItemList {
  readonly label: string;
  readonly total: number;
  /** The item at a place of the list, undefined while its page is on the way. */
  readonly itemAt: (index: number) => Item | undefined;
  /** Changes whenever `itemAt` answers differently. */
  readonly version: number;
  readonly selected: Pick<ReadonlySet<string>, 'has'>;
  readonly marked: Pick<ReadonlySet<string>, 'has'>;
  /** What is under way with single items, in words. */
  readonly underWay?: ReadonlyMap<string, ItemMark> | undefined;
  /** How owners look, by account: for items that name theirs. */
  readonly faces: ReadonlyMap<number, OwnerFace>;
  readonly isBusy?: boolean | undefined;
  /** What was searched for: names show where they fit it. */
  readonly search?: string | undefined;
}

/** Hears what a person does in it; the same one for as long as the list is on screen. */
export interface ItemListEvents {
  /** The places now in view, so that their pages can be fetched. */
  readonly show: (first: number, last: number) => void;
  readonly choose: (index: number, mode: ChoiceMode) => void;
  /** A press beside every item. */
  readonly clear: () => void;
  readonly open: (index: number) => void;
  /** Everything about it, in a view of its own. */
  readonly openPage: (index: number) => void;
}

/** Tiles with all they say, smaller ones that show more at once, or lines with a column for everything. */
export type ItemListLook = 'comfortable' | 'compact' | 'table';

/** What a table of them needs to know besides. */
export interface ItemTable {
  readonly sort: ItemSort;
  /** The orders the list can be in. */
  readonly sorts: readonly ItemSort[];
  readonly hasOwners: boolean;
  readonly subject: ListSubject;
  /** What kind of thing an item is, in a word or two. */
  readonly kindOf: (item: Item) => string;
}
