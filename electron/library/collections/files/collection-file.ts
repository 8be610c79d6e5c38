import {
  collectionLimits,
  type Collection,
  type ImportFault,
  type ImportPreview,
  type ImportProblem,
} from '../../../../shared/collections.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ItemRef } from '../../../../shared/items.ts';
import { toName } from '../collection-text.ts';

/** An item as files have it. What is known of it helps where no list has shown it yet. */
export interface FileItem extends ItemRef {
  readonly name: string | null;
  readonly assetType: number | null;
}

/** A collection as files have it, with all that is in it. */
export interface FileCollection extends Pick<Collection, 'icon' | 'colour' | 'note' | 'view'> {
  /** Of the library it was exported from: views of the same file name it. */
  readonly id: number | null;
  readonly name: string;
  readonly items: FileItem[];
  readonly collections: FileCollection[];
}

/** What a file holds, and what of it cannot be used. */
export interface FileContent {
  readonly format: ImportPreview['format'];
  readonly collections: readonly FileCollection[];
  readonly problems: Problems;
}

export const mostItemsInFile = 500_000;
const shownProblems = 100;
const shownText = 80;

/** What of a file cannot be used: all of it counted, the first of it told. */
export class Problems {
  readonly first: ImportProblem[] = [];
  count = 0;

  add(place: string, fault: ImportFault, text: unknown): void {
    this.count += 1;
    if (this.first.length >= shownProblems) return;
    const whole = typeof text === 'string' ? text : JSON.stringify(text);
    this.first.push({ place, fault, text: whole.slice(0, shownText).toWellFormed() });
  }

  /** The name as it is kept, or null when it cannot be one. */
  nameAt(place: string, name: string): string | null {
    try {
      return toName(name);
    } catch (thrown) {
      const isLong = thrown instanceof AppError && thrown.code === 'collectionNameTooLong';
      this.add(place, isLong ? 'nameTooLong' : 'nameMissing', name);
      return null;
    }
  }
}

/** One filled by hand, with nothing in it yet. */
export function emptyCollection(name: string): FileCollection {
  return { id: null, name, icon: null, colour: null, note: null, view: null, items: [], collections: [] };
}

/** All collections of a file, each before those in it. */
export function everyOne(collections: readonly FileCollection[]): FileCollection[] {
  return collections.flatMap((one) => [one, ...everyOne(one.collections)]);
}

/** Throws `importTooLarge`. */
export function checkSize(collections: readonly FileCollection[]): void {
  const all = everyOne(collections);
  const items = all.reduce((sum, one) => sum + one.items.length, 0);
  if (all.length > collectionLimits.collections || items > mostItemsInFile)
    throw new AppError('importTooLarge', `${all.length} collections and ${items} items`);
}
