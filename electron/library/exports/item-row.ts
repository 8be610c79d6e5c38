import type { CollectionItem } from '../../../shared/collections.ts';
import type { ExportColumn } from '../../../shared/export-tables.ts';
import { itemKind } from '../../../shared/item-kinds.ts';
import { itemTypes } from '../../../shared/locales/en/item-types.ts';
import { linkCell, timeCell, type ExportCell, type NameOf } from './export-cells.ts';
import type { ItemExtras } from './item-extras.ts';

/** What every column tells of an item. `nameOf` gives the names of accounts. */
export function toItemCells(
  item: CollectionItem,
  extras: ItemExtras,
  nameOf: NameOf,
): Readonly<Record<ExportColumn<'items'>, () => ExportCell>> {
  const { owners, limited, assetType } = item;
  return {
    name: () => item.name,
    type: () => item.type,
    id: () => item.id,
    kind: () => itemTypes[itemKind(item.type, assetType)],
    category: () => extras.categories,
    creator: () => item.creatorName,
    account: () => owners.map(({ accountId }) => nameOf(accountId)),
    accountId: () => owners.map(({ accountId }) => accountId),
    copies: () => item.copies,
    copiesEach: () => owners.map(({ copies }) => copies),
    serials: () => extras.serials,
    acquired: () => timeCell(item.acquiredAt ?? null),
    onHold: () => limited?.copiesOnHold ?? null,
    collections: () => extras.collections,
    inProfileOf: () => extras.inProfileOf.map(nameOf),
    averagePrice: () => limited?.recentAveragePrice ?? null,
    price: () => item.priceInRobux,
    originalPrice: () => extras.originalPrice,
    stock: () => extras.stock,
    link: () => linkCell(item, assetType),
    thumbnail: () => `${item.type}-${item.id}-150`,
    isDeleted: () => item.isDeleted,
  };
}
