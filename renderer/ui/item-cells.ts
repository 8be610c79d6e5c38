import type { Item } from '../../shared/items.ts';
import { itemKey } from '../item-key.ts';
import type { ItemList, ItemMark } from './item-list.ts';

export interface ItemCell {
  readonly index: number;
  /** Undefined while its page is on the way, and so is what follows. */
  readonly item: Item | undefined;
  readonly key: string | undefined;
  readonly isSelected: boolean | undefined;
  readonly isMarked: boolean;
  /** What is under way with the item. */
  readonly underWay: ItemMark | undefined;
}

/** The cells of a row of `columns`. */
export function cellsOf(list: ItemList, row: number, columns: number): readonly ItemCell[] {
  const first = row * columns;
  const length = Math.max(0, Math.min(columns, list.total - first));
  return Array.from({ length }, (_, offset) => cellAt(list, first + offset));
}

function cellAt({ itemAt, selected, marked, underWay }: ItemList, index: number): ItemCell {
  const item = itemAt(index);
  if (!item)
    return { index, item, key: undefined, isSelected: undefined, isMarked: false, underWay: undefined };
  const key = itemKey(item);
  const isMarked = marked.has(key);
  return { index, item, key, isSelected: selected.has(key), isMarked, underWay: underWay?.get(key) };
}
