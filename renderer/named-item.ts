import type { ItemRef } from '../shared/items.ts';

/** As much of an item as a list of names needs. */
export interface NamedItem extends ItemRef {
  readonly name: string;
}
