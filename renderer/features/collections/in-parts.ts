import { collectionLimits, type FiledItems } from '../../../shared/collections.ts';
import type { ItemRef } from '../../../shared/items.ts';

/** Files as many at once as the contract takes; `file` is told how many were filed before. */
export async function fileInParts(
  items: readonly ItemRef[],
  file: (part: ItemRef[], before: number) => Promise<FiledItems>,
): Promise<FiledItems> {
  let sum: FiledItems = { filed: 0, already: 0 };
  for (const part of partsOf(items)) {
    const { filed, already } = await file(part, sum.filed);
    sum = { filed: sum.filed + filed, already: sum.already + already };
  }
  return sum;
}

/** Items, as many in each part as the contract takes. */
export function partsOf(items: readonly ItemRef[]): readonly ItemRef[][] {
  const parts: ItemRef[][] = [];
  for (let first = 0; first < items.length; first += collectionLimits.itemsAtOnce) {
    parts.push(items.slice(first, first + collectionLimits.itemsAtOnce).map(refOf));
  }
  return parts;
}

/** The contract takes no more facts of an item than which one it is. */
export function refOf({ type, id }: ItemRef): ItemRef {
  return { type, id };
}
