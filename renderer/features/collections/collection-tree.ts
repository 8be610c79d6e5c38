import type { Collection } from '../../../shared/collections.ts';

/** Siblings by what they are in (null at the top), in the person's order. */
export type CollectionTree = ReadonlyMap<number | null, readonly Collection[]>;

/** `collections` have each before those below it. */
export function treeOf(collections: readonly Collection[]): CollectionTree {
  const tree = new Map<number | null, Collection[]>();
  for (const collection of collections) {
    const siblings = tree.get(collection.parentId);
    if (siblings) siblings.push(collection);
    else tree.set(collection.parentId, [collection]);
  }
  return tree;
}

/** What a collection is in, from the top down, without itself. */
export function pathOf(
  collection: Collection,
  find: (id: number) => Collection | undefined,
): readonly Collection[] {
  const path: Collection[] = [];
  let { parentId } = collection;
  while (parentId !== null) {
    const parent = find(parentId);
    if (!parent) break;
    path.unshift(parent);
    ({ parentId } = parent);
  }
  return path;
}

/** Everything below a collection, whatever the depth, without itself. */
export function belowOf(id: number, tree: CollectionTree): readonly Collection[] {
  return (tree.get(id) ?? []).flatMap((child) => [child, ...belowOf(child.id, tree)]);
}
