import type { CollectionTree } from '../collection-tree.ts';
import type { FileCollection } from './collection-file.ts';

// With an empty list the view would filter by none, and show all. Nobody has this number: it is told as of one that is gone.
const ofNone = Number.MAX_SAFE_INTEGER;

/** Of all collections of a file the smart ones that filter by some which are not in it. */
export function astrayViews(all: readonly FileCollection[]): FileCollection[] {
  const known = new Set(all.map(({ id }) => id));
  return all.filter(({ view }) => view?.filter.collections?.some((id) => !known.has(id)));
}

/** A view that filters by collections means those of its file, which have other numbers here: `ids` has both. */
export function renameViews(tree: CollectionTree, ids: ReadonlyMap<number, number>): void {
  for (const id of ids.values()) {
    const row = tree.find(id);
    if (row.view === null) continue;
    const view = JSON.parse(row.view) as NonNullable<FileCollection['view']>;
    if (!view.filter.collections) continue;
    const collections = [...new Set(view.filter.collections.map((known) => ids.get(known) ?? ofNone))];
    tree.put({ ...row, view: JSON.stringify({ ...view, filter: { ...view.filter, collections } }) });
  }
}
