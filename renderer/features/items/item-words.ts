import { assetTypeKind, itemKind } from '../../../shared/item-kinds.ts';
import type { Item } from '../../../shared/items.ts';
import { say } from '../../i18n.ts';

/** What assets of a type are called; undefined for a type without a word of its own. */
export function assetTypeName(assetType: number): string | undefined {
  const kind = assetTypeKind(assetType);
  return kind && say(`itemTypes.${kind}`);
}

/** What kind of thing an item is, in a word or two. */
export function itemKindName({ type, assetType }: Item): string {
  return say(`itemTypes.${itemKind(type, assetType)}`);
}
