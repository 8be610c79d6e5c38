import { nameAsset } from '../../../electron/demo/names.ts';
import { Library } from '../../../electron/library/library.ts';
import type { OwnedRow } from '../../../electron/library/holdings.ts';
import { categoryKey, type CategoryFacts } from '../../../electron/library/categories.ts';
import { allItemsSubject } from '../../../electron/library/subject-names.ts';
import { allItemsKey } from '../../../shared/category-keys.ts';

/** The first account has all items, the other two are there to be switched to. */
export const benchAccounts = [
  { id: 71_000_001, username: 'BenchFirst', firstItem: 0 },
  { id: 71_000_002, username: 'BenchSecond', firstItem: 40_000_000 },
  { id: 71_000_003, username: 'BenchThird', firstItem: 50_000_000 },
] as const;
export const mainAccount = benchAccounts[0];

const firstId = 2_000_000_000;
const types = [
  { id: 8, name: 'Head', group: 'Accessories' },
  { id: 41, name: 'Hair', group: 'Accessories' },
  { id: 42, name: 'Face', group: 'Accessories' },
  { id: 44, name: 'Shoulder', group: 'Accessories' },
  { id: 46, name: 'Back', group: 'Accessories' },
  { id: 47, name: 'Waist', group: 'Accessories' },
  { id: 2, name: 'T-Shirts', group: 'Clothing' },
  { id: 11, name: 'Shirts', group: 'Clothing' },
  { id: 12, name: 'Pants', group: 'Clothing' },
  { id: 19, name: 'Gear', group: 'Gear' },
] as const;
const rowsPerPage = 1000;
const minuteMs = 60_000;

/** The item at a place of the newest-first list of an account that begins with item `first`. */
export function itemAt(place: number, first = 0): { id: number; assetType: number; name: string } {
  const id = firstId + first + place;
  const { id: assetType } = types[place % types.length] ?? types[0];
  return { id, assetType, name: nameAsset(assetType, id) };
}

/** The key a tile asks its picture by. */
export function thumbnailKey(place: number): string {
  return `Asset-${itemAt(place).id}-150`;
}

export interface LibraryPlan {
  /** Distinct items of the first account. */
  readonly items: number;
  /** Pictures to choose from; every tile down to `pictured` has one. */
  readonly pictures: readonly Uint8Array[];
  readonly pictured: number;
}

/** Writes a library as one is after complete refreshes, through its own classes, last seen at all items of the first account. */
export function fillLibrary(folder: string, { items, pictures, pictured }: LibraryPlan): void {
  const library = new Library(folder, (path) => {
    throw new Error(`A new library was set aside: ${path}`);
  });
  const now = Date.now();
  for (const { id, username, firstItem } of benchAccounts) {
    const person = { id, username, displayName: username, isBanned: false };
    library.accounts.save({ ...person, kind: 'followed', visibility: 'visible' });
    library.categories.save(id, types.map(toCategory), now);
    const count = id === mainAccount.id ? items : Math.min(2000, items);
    for (const [slot, type] of types.entries())
      fillCategory(library, id, categoryKey(toCategory(type)), slot, count, firstItem, now);
    library.refreshes.begin(id, allItemsSubject, now);
    library.refreshes.publish(id, allItemsSubject, now);
    library.places.remember(id, { path: `/category/${encodeURIComponent(allItemsKey)}`, scrollTop: 0 });
  }
  fillCollectibles(library, items, now);
  for (let place = 0; place < Math.min(items, pictured); place += 1) {
    const picture = pictures[place % pictures.length];
    if (picture) library.thumbnails.save(thumbnailKey(place), picture, now);
  }
  library.accounts.setScope(mainAccount.id);
  library.close();
}

function toCategory({ id, name, group }: (typeof types)[number]): CategoryFacts {
  const place = { list: 'own', type: 'AssetType', id, filter: null } as const;
  return { ...place, groupName: group, groupDisplayName: group, name };
}

function fillCategory(
  library: Library,
  accountId: number,
  key: string,
  slot: number,
  count: number,
  first: number,
  now: number,
): void {
  library.holdings.begin(accountId, key, now);
  const rows: OwnedRow[] = [];
  for (let place = slot; place < count; place += types.length) {
    rows.push(toRow(place, first, now));
    if (rows.length < rowsPerPage) continue;
    library.holdings.commitPage(accountId, key, {
      rows: rows.splice(0),
      unreadableRows: 0,
      nextCursor: String(place),
    });
  }
  library.holdings.commitPage(accountId, key, { rows, unreadableRows: 0, nextCursor: null });
  library.holdings.publish(accountId, key, now);
}

function toRow(place: number, first: number, now: number): OwnedRow {
  const { id, assetType, name } = itemAt(place, first);
  const copy = { instanceId: id + firstId, serialNumber: null, acquiredAt: now - place * minuteMs };
  return { type: 'Asset', id, name, assetType, creatorName: null, priceInRobux: null, ...copy };
}

/** Every tenth item is a limited. */
function fillCollectibles(library: Library, items: number, now: number): void {
  library.collectibles.begin(mainAccount.id, now);
  const rows = Array.from({ length: Math.ceil(items / 10) }, (_, index) => {
    const { id } = itemAt(index * 10);
    const worth = { recentAveragePrice: 100 + (index % 5000), originalPrice: 100, assetStock: 1000 };
    return {
      assetId: id,
      instanceId: id + firstId,
      serialNumber: 1 + (index % 1000),
      ...worth,
      isOnHold: false,
    };
  });
  for (let start = 0; start < rows.length; start += rowsPerPage) {
    const page = { rows: rows.slice(start, start + rowsPerPage), unreadableRows: 0, nextCursor: null };
    library.collectibles.commitPage(mainAccount.id, page);
  }
  library.collectibles.publish(mainAccount.id, now);
}
