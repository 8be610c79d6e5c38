import { accountColours, type AccountColour } from './accounts.ts';
import type { Item } from './items.ts';
import type { ItemPage, ViewContent } from './views.ts';

/** What the lists and texts of local collections may come to. Lengths are in characters as a person counts them. */
export const collectionLimits = {
  name: 100,
  note: 2000,
  /** Collections in all, those in the trash among them. */
  collections: 2000,
  /** A collection in a collection in a collection, … */
  levels: 16,
  /** In one collection. */
  items: 200_000,
  /** In one change. */
  itemsAtOnce: 50_000,
  /** Of an import. */
  fileBytes: 32 * 1024 * 1024,
} as const;

export const collectionIcons = [
  'folder',
  'star',
  'heart',
  'crown',
  'shirt',
  'glasses',
  'gem',
  'sword',
  'gift',
  'flame',
  'ghost',
  'leaf',
  'music',
  'map',
  'trophy',
  'coins',
  'bookmark',
  'archive',
] as const;
export type CollectionIcon = (typeof collectionIcons)[number];

export const collectionColours = accountColours;
export type CollectionColour = AccountColour;

/** A local collection: items of any accounts, in the person's order. Siblings may have the same name. */
export interface Collection {
  readonly id: number;
  /** null at the top. */
  readonly parentId: number | null;
  readonly name: string;
  readonly icon: CollectionIcon | null;
  readonly colour: CollectionColour | null;
  readonly note: string | null;
  /** Of a smart collection, which fills itself; null for one that is filled by hand. */
  readonly view: ViewContent | null;
  /** Items in it itself, not in those below it; null for a smart one, whose items are counted by asking for them. */
  readonly count: number | null;
}

/** A collection in the trash. What was below it went with it, and comes back with it. */
export interface TrashedCollection extends Collection {
  /** Epoch milliseconds. */
  readonly trashedAt: number;
  /** Collections below it. */
  readonly below: number;
}

export interface CollectionsState {
  /** Each before those below it, siblings in the person's order. */
  readonly collections: readonly Collection[];
  /** Trashed last first. */
  readonly trash: readonly TrashedCollection[];
}

/** How many of the items were filed, and how many were in the collection already and stay where they are. */
export interface FiledItems {
  readonly filed: number;
  readonly already: number;
}

/** How many of some items a collection has. */
export interface CollectionShare {
  readonly id: number;
  readonly items: number;
}

/** `custom` is the person's order, `newest` has what was filed last first. Items of unknown name or value come last. */
export const collectionSorts = ['custom', 'name', 'newest', 'value'] as const;
export type CollectionSort = (typeof collectionSorts)[number];

/** An item of a collection, with its owners over all accounts, whatever became of the cache or of the item. */
export interface CollectionItem extends Item {
  /** Empty for an item that no list has shown yet, as from a list of ids. */
  readonly name: string;
  /** Whether Roblox says that the item itself exists no more. */
  readonly isDeleted: boolean;
}

export interface CollectionPage extends Pick<ItemPage, 'page' | 'total'> {
  readonly items: readonly CollectionItem[];
}

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What was written. */
export interface ExportOutcome {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly collections: number;
  readonly items: number;
  /** Smart collections, which a table cannot hold. */
  readonly leftOut: number;
}

/** Why a part of an import cannot be used. */
export const importFaults = [
  'notAnItem',
  'notACollection',
  'nameMissing',
  'nameTooLong',
  'noteTooLong',
  'tooDeep',
  'viewInvalid',
] as const;
export type ImportFault = (typeof importFaults)[number];

export interface ImportProblem {
  /** Where: the line of a list, counted from 1, or a path such as `collections[2].items[7]`. */
  readonly place: string;
  readonly fault: ImportFault;
  /** The beginning of what stands there. */
  readonly text: string;
}

/** What an import would bring. Nothing has changed yet. */
export interface ImportPreview {
  /** To import just this. A newer preview takes its place. */
  readonly token: number;
  readonly format: 'json' | 'csv' | 'list';
  /** How what is imported is called, where it names no collection itself. */
  readonly name: string;
  readonly collections: number;
  /** Over all collections: one in two of them counts twice. */
  readonly items: number;
  /** Items that stand twice in the same collection; they are filed once. */
  readonly duplicates: number;
  /** Smart collections that filter by collections which are not in it: of those they show nothing. */
  readonly astray: number;
  /** How many there are; an import that has any is refused with `importDamaged`. */
  readonly problemCount: number;
  /** The first few. */
  readonly problems: readonly ImportProblem[];
}

export interface ImportOutcome {
  readonly collections: number;
  readonly items: number;
}
