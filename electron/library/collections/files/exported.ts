import type { ItemType } from '../../../../shared/items.ts';
import type { CollectionChanges } from '../collection-changes.ts';
import type { CollectionRow } from '../collection-tree.ts';
import type { FileCollection, FileItem } from './collection-file.ts';

interface ItemRow {
  type: ItemType;
  item_id: number;
  name: string | null;
  asset_type: number | null;
}

/** Collections with all that is below them, as files have them; null is all. Throws `collectionUnknown`. */
export function readCollections(changes: CollectionChanges, ids: readonly number[] | null): FileCollection[] {
  const tree = changes.tree();
  const active = tree.active();
  const wanted =
    ids === null ? active.filter((row) => row.parent_id === null) : ids.map((id) => tree.find(id));
  const inOthers = new Set(wanted.flatMap(({ id }) => tree.below(id).map((row) => row.id)));
  const read = (row: CollectionRow): FileCollection => {
    const { id, name, icon, colour, note, view } = changes.states.one(row);
    const collections = active.filter(({ parent_id: parent }) => parent === id).map(read);
    return { id, name, icon, colour, note, view, items: view ? [] : itemsOf(changes, id), collections };
  };
  return active.filter((row) => wanted.includes(row) && !inOthers.has(row.id)).map(read);
}

/** In the person's order. */
function itemsOf({ database }: CollectionChanges, id: number): FileItem[] {
  return database
    .all<ItemRow>(
      `SELECT c.type, c.item_id, f.name, f.asset_type FROM collection_item c
       LEFT JOIN item_fact f ON f.type = c.type AND f.id = c.item_id WHERE c.collection_id = ? ORDER BY c.place`,
      id,
    )
    .map(({ type, item_id: itemId, name, asset_type: assetType }) => ({ type, id: itemId, name, assetType }));
}
