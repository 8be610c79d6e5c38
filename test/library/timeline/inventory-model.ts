import type { Library } from '../../../electron/library/library.ts';
import type { LossAnswer } from '../../../electron/library/timeline/judgement.ts';
import type { SuspectedLoss } from '../../../electron/library/timeline/comparison.ts';
import type { ItemType } from '../../../shared/items.ts';
import type { CategoryFacts } from '../../../electron/library/categories.ts';

/** An item of the model account, as it truly is at Roblox. Copies are 0 alone where Roblox names none. */
export interface TrueItem {
  readonly type: ItemType;
  readonly id: number;
  readonly copies: Set<number>;
  /** The lists it stands in. */
  readonly lists: Set<string>;
  price: number;
}

/** The lists of the model: two of hats and hair, two tabs of places, one of bundles. */
export const lists: readonly CategoryFacts[] = [
  list('AssetType', 8, null),
  list('AssetType', 41, null),
  list('AssetType', 9, 'Created'),
  list('AssetType', 9, 'MyGames'),
  list('Bundle', 1, null),
];
export const listKeys = lists.map(({ type, id, filter }) => `own/${type}/${id}/${filter ?? ''}`);
const [hats = '', hair = '', created = '', mine = '', bundles = ''] = listKeys;

/** Lists an item of a kind may stand in. */
export const listsOf = { hat: [hats, hair], place: [created, mine], bundle: [bundles] } as const;
export type ItemKind = keyof typeof listsOf;

export function nameOf(key: string): string {
  return `List ${key}`;
}

/** Writes a list into the library as a refresh does: page by page, rows repeated from page to page. */
export function readList(
  library: Library,
  accountId: number,
  key: string,
  items: readonly TrueItem[],
  options: {
    readonly at: number;
    readonly pageSize: number;
    readonly isWhole: boolean;
    readonly unreadableRows?: number;
  },
): void {
  const rows = items
    .filter((item) => item.lists.has(key))
    .flatMap((item) => [...item.copies].map((copy) => toRow(item, copy)));
  library.holdings.begin(accountId, key, options.at);
  for (let start = 0; start <= rows.length; start += options.pageSize) {
    // Something was added while paging: every page begins with the last row of the one before.
    const page = rows.slice(Math.max(0, start - 1), start + options.pageSize);
    const unreadableRows = start === 0 ? (options.unreadableRows ?? 0) : 0;
    library.holdings.commitPage(accountId, key, { rows: page, unreadableRows, nextCursor: 'more' });
    if (!options.isWhole) return;
  }
  library.holdings.publish(accountId, key, options.at);
}

/** The collectible copies: every hat is limited, its copies numbered like themselves. */
export function readCollectibles(
  library: Library,
  accountId: number,
  items: readonly TrueItem[],
  at: number,
): void {
  const rows = items
    .filter(({ lists: own }) => own.has(hats) || own.has(hair))
    .flatMap(({ id, copies, price }) =>
      [...copies].map((instanceId) => ({
        ...{ assetId: id, instanceId, serialNumber: instanceId, recentAveragePrice: price },
        ...{ originalPrice: null, assetStock: null, isOnHold: false },
      })),
    );
  library.collectibles.begin(accountId, at);
  library.collectibles.commitPage(accountId, { rows, unreadableRows: 0, nextCursor: null });
  library.collectibles.publish(accountId, at);
}

/** What Roblox says when it is asked about what seems to be lost. */
export function answerTruly(suspected: readonly SuspectedLoss[], items: readonly TrueItem[]): LossAnswer[] {
  return suspected.map(({ item, hasOthers }) => {
    const owned = items.find(({ type, id }) => type === item.type && id === item.id);
    return {
      item,
      isOwned: owned !== undefined,
      isDeleted: false,
      instanceIds: hasOthers ? [...(owned?.copies ?? [])] : null,
    };
  });
}

function toRow(item: TrueItem, copy: number) {
  const isPlace = item.lists.has(created) || item.lists.has(mine);
  return {
    ...{ type: item.type, id: item.id, name: `Item ${item.id}`, assetType: null, creatorName: null },
    ...{ priceInRobux: isPlace ? item.price : null, acquiredAt: null, serialNumber: null },
    instanceId: copy === 0 ? null : copy,
  };
}

/** The facts of a list of an account's own inventory. */
export function list(type: string, id: number, filter: string | null): CategoryFacts {
  const key = `own/${type}/${id}/${filter ?? ''}`;
  return { list: 'own', groupName: key, groupDisplayName: key, type, id, filter, name: nameOf(key) };
}
