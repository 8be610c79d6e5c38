import type { CollectionItem } from '../../../shared/collections.ts';
import type { ExportColumn } from '../../../shared/exports.ts';
import { itemKind } from '../../../shared/item-kinds.ts';
import { itemTypes } from '../../../shared/locales/en/item-types.ts';
import { itemPage } from '../../roblox/item-page.ts';
import type { ExportFacts } from './export-facts.ts';

/** What a column has of an item: null is not known, a list is of things that come together. */
export type ExportCell = string | number | boolean | null | readonly (string | number)[];

/** What every column tells of an item. `nameOf` gives the names of accounts. */
export function toExportRow(
  item: CollectionItem,
  facts: ExportFacts,
  nameOf: (accountId: number) => string,
): Readonly<Record<ExportColumn, () => ExportCell>> {
  const { owners, limited, assetType } = item;
  return {
    name: () => item.name,
    type: () => item.type,
    id: () => item.id,
    kind: () => itemTypes[itemKind(item.type, assetType)],
    category: () => facts.categories,
    creator: () => item.creatorName,
    account: () => owners.map(({ accountId }) => nameOf(accountId)),
    accountId: () => owners.map(({ accountId }) => accountId),
    copies: () => item.copies,
    copiesEach: () => owners.map(({ copies }) => copies),
    serials: () => facts.serials,
    acquired: () => (item.acquiredAt == null ? null : new Date(item.acquiredAt).toISOString()),
    onHold: () => limited?.copiesOnHold ?? null,
    collections: () => facts.collections,
    inProfileOf: () => facts.inProfileOf.map(nameOf),
    averagePrice: () => limited?.recentAveragePrice ?? null,
    price: () => item.priceInRobux,
    originalPrice: () => facts.originalPrice,
    stock: () => facts.stock,
    link: () => (item.type === 'Avatar' ? null : itemPage(item, assetType)),
    thumbnail: () => `${item.type}-${item.id}-150`,
    isDeleted: () => item.isDeleted,
  };
}
