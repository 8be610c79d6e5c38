import type { ExportFormat, ImportOutcome, ImportPreview } from '../../../../shared/collections.ts';
import { AppError } from '../../../../shared/errors.ts';
import { fold } from '../../../../shared/fold.ts';
import type { ItemFacts } from '../../item-facts.ts';
import type { Changed, CollectionChanges } from '../collection-changes.ts';
import { toName } from '../collection-text.ts';
import type { CollectionTree } from '../collection-tree.ts';
import { toJson } from '../item-changes.ts';
import { everyOne, type FileCollection, type FileContent } from './collection-file.ts';
import { toCsvFile } from './csv-file.ts';
import { readCollections } from './exported.ts';
import { astrayViews, renameViews } from './filed-views.ts';
import { toJsonFile } from './json-file.ts';
import { readFileText } from './read-file.ts';

/** A file to be written. */
export interface ExportText {
  readonly text: string;
  readonly collections: number;
  readonly items: number;
  /** Smart collections, which a table cannot hold. */
  readonly leftOut: number;
}

/** Collections as texts: written out, looked at, and taken in as one step. */
export class CollectionFiles {
  readonly #changes: CollectionChanges;
  readonly #facts: ItemFacts;
  #looked: { readonly token: number; readonly content: FileContent } | null = null;
  #tokens = 0;

  constructor(changes: CollectionChanges, facts: ItemFacts) {
    this.#changes = changes;
    this.#facts = facts;
  }

  /** These collections with all that is below them, or all. Throws `collectionUnknown`. */
  write(ids: readonly number[] | null, format: ExportFormat): ExportText {
    const collections = readCollections(this.#changes, ids);
    const all = everyOne(collections);
    const leftOut = format === 'csv' ? all.filter(({ view }) => view).length : 0;
    return {
      text: format === 'json' ? toJsonFile(collections, this.#changes.now()) : toCsvFile(collections),
      collections: all.length - leftOut,
      leftOut,
      items: all.reduce((sum, { items }) => sum + items.length, 0),
    };
  }

  /** Looks at a text and remembers it until it is imported, or another is looked at. Throws as `readFileText`. */
  preview(text: string, fileName: string): ImportPreview {
    this.#looked = null;
    const name = toName(fileName);
    const content = readFileText(text, name);
    const { format, problems, collections } = content;
    this.#tokens += 1;
    this.#looked = { token: this.#tokens, content };
    const all = everyOne(collections);
    const items = all.reduce((sum, one) => sum + one.items.length, 0);
    const different = all.reduce((sum, one) => sum + new Set(one.items.map(keyOf)).size, 0);
    return {
      ...{
        token: this.#tokens,
        format,
        name: collections.length === 1 ? (collections[0]?.name ?? name) : name,
      },
      ...{ collections: all.length, items: different, duplicates: items - different },
      astray: astrayViews(all).length,
      ...{ problemCount: problems.count, problems: problems.first },
    };
  }

  /** All of what was looked at, or nothing. Throws `importForgotten`, `importDamaged`, and what adding them does. */
  import(token: number, parentId: number | null, name: string | null): Changed<ImportOutcome> {
    if (this.#looked?.token !== token)
      throw new AppError('importForgotten', `Nothing was looked at as ${token}`);
    const { collections, problems } = this.#looked.content;
    if (problems.count > 0) throw new AppError('importDamaged', `${problems.count} parts cannot be used`);
    const [first] = collections;
    const isOne = collections.length === 1 && first !== undefined && name !== null;
    const wanted = isOne ? [{ ...first, name: toName(name) }] : collections;
    const outcome = this.#changes.make((tree, stepId) => {
      if (parentId !== null) tree.find(parentId);
      const ids = new Map<number, number>();
      const items = this.#addAll(tree, stepId, wanted, parentId, ids);
      renameViews(tree, ids);
      const count = everyOne(wanted).length;
      return { name: { kind: 'importCollections', count }, answer: { collections: count, items } };
    });
    this.#looked = null;
    return outcome;
  }

  /** Returns how many items were filed. */
  #addAll(
    tree: CollectionTree,
    stepId: number,
    collections: readonly FileCollection[],
    parentId: number | null,
    ids: Map<number, number>,
  ): number {
    let filed = 0;
    for (const { id: known, name, icon, colour, note, view, items, collections: below } of collections) {
      const row = { parent_id: parentId, name, icon, colour, note, view: view && JSON.stringify(view) };
      const id = this.#changes.addTo(tree, row, null);
      // Those without a number of their own are told apart by one nobody gives.
      ids.set(known ?? -id, id);
      if (!view && items.length > 0) filed += this.#changes.file(stepId, id, toJson(items), null);
      this.#facts.fillUnknown(
        JSON.stringify(
          items.flatMap((item) =>
            item.name === null
              ? []
              : [[item.type, item.id, item.name.toWellFormed(), fold(item.name), item.assetType]],
          ),
        ),
      );
      filed += this.#addAll(tree, stepId, below, id, ids);
    }
    return filed;
  }
}

function keyOf({ type, id }: { readonly type: string; readonly id: number }): string {
  return `${type}/${id}`;
}
