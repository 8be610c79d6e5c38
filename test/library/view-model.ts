import type { CollectibleCopy } from '../../electron/library/collectibles/collectibles.ts';
import type { OwnedRow } from '../../electron/library/holdings.ts';
import { allItemsKey } from '../../shared/category-keys.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { ItemFilter, ItemSort, OwnedFilter } from '../../shared/views.ts';

export interface ModelList {
  readonly accountId: number;
  readonly category: string;
  readonly rows: readonly OwnedRow[];
}

export interface ModelLibrary {
  readonly accountIds: readonly number[];
  /** In the order of the tree. */
  readonly categories: readonly string[];
  readonly lists: readonly ModelList[];
  readonly collectibles: readonly {
    readonly accountId: number;
    readonly copies: readonly CollectibleCopy[];
  }[];
  readonly profile: readonly { readonly accountId: number; readonly ids: readonly number[] }[];
}

export interface ModelView {
  readonly scope: Scope;
  readonly category: string;
  readonly search: string;
  readonly sort: ItemSort;
  readonly owned: OwnedFilter;
  readonly filter: ItemFilter;
}

interface ModelItem {
  readonly row: OwnedRow;
  readonly name: string;
  readonly places: readonly { list: ModelList; position: number; copies: number; acquired: number | null }[];
  readonly limited: readonly CollectibleCopy[];
  readonly isFiled: boolean;
}

/** What a view shows, said as plainly as can be: ids in order. Items are numbered in the order of `pool`. */
export function showView(library: ModelLibrary, view: ModelView, pool: readonly OwnedRow[]): number[] {
  const { accountIds } = library;
  const members = view.scope === 'all' ? accountIds : [view.scope];
  const lists = library.lists.filter(
    ({ accountId, category }) =>
      members.includes(accountId) &&
      (view.category === allItemsKey ? category.startsWith('own/') : category === view.category),
  );
  const items = pool
    .map((row) => describe(row, lists, members, library))
    .filter(({ places }) => places.length > 0)
    .filter((item) => isWanted(item, view));
  const words = [...new Set(fold(view.search).split(/\s+/).filter(Boolean))];
  const exact = items.filter(({ name }) => words.every((word) => name.includes(word)));
  const meant =
    exact.length < 10 ? items.filter((item) => words.every((word) => isMeant(item.name, word))) : [];
  const rank = (item: ModelItem) => (words.length === 0 ? 0 : rankOf(item.name, fold(view.search), words));
  const found = words.length === 0 ? items : [...new Set([...exact, ...meant])];
  return found.sort((a, b) => compare(a, b, view, library, rank)).map(({ row }) => row.id);
}

function describe(
  row: OwnedRow,
  lists: readonly ModelList[],
  members: readonly number[],
  library: ModelLibrary,
): ModelItem {
  const places = lists.flatMap((list) => {
    const different = [...new Map(list.rows.map((one) => [one.instanceId, one])).values()];
    const own = different.filter(({ id }) => id === row.id);
    const position = [...new Set(list.rows.map(({ id }) => id))].indexOf(row.id);
    const dates = own.flatMap(({ acquiredAt }) => acquiredAt ?? []);
    const acquired = dates.length === 0 ? null : Math.max(...dates);
    return own.length === 0 ? [] : [{ list, position, copies: own.length, acquired }];
  });
  return {
    row,
    name: fold(row.name),
    places,
    limited: library.collectibles
      .filter(({ accountId }) => members.includes(accountId) && row.type === 'Asset')
      .flatMap(({ copies }) => copies.filter(({ assetId }) => assetId === row.id)),
    isFiled: library.profile.some(
      ({ accountId, ids }) => members.includes(accountId) && ids.includes(row.id),
    ),
  };
}

function isWanted(item: ModelItem, { scope, category, owned, filter }: ModelView): boolean {
  const { places, row, limited, isFiled } = item;
  const owners = new Set(places.map(({ list }) => list.accountId));
  const within = (value: number | null, { from, to }: { from: number | null; to: number | null }) =>
    (from === null && to === null) ||
    (value !== null && value >= (from ?? -Infinity) && value <= (to ?? Infinity));
  if (category.startsWith('own/') && owned === 'duplicates') {
    const many = scope === 'all' ? owners.size : Math.max(...places.map(({ copies }) => copies));
    if (many < 2) return false;
  }
  if (category.startsWith('own/') && typeof owned === 'object' && scope === 'all') {
    if (owners.has(owned.missingFrom)) return false;
  }
  const newest = newestPlace(places).acquired;
  return (
    (!filter.categories?.length || places.some(({ list }) => filter.categories?.includes(list.category))) &&
    (!filter.ownedBy?.length || filter.ownedBy.some((id) => owners.has(id))) &&
    (!filter.types?.length || filter.types.includes(row.type)) &&
    (!filter.filed || isFiled === (filter.filed === 'inProfileCollection')) &&
    (filter.isLimited === undefined || limited.length > 0 === filter.isLimited) &&
    (!filter.hold || limited.some(({ isOnHold }) => isOnHold === (filter.hold === 'onHold'))) &&
    (!filter.price || within(valueOf(item), filter.price)) &&
    (!filter.acquired || within(newest, filter.acquired))
  );
}

function compare(
  a: ModelItem,
  b: ModelItem,
  { sort, scope, category }: ModelView,
  library: ModelLibrary,
  rank: (item: ModelItem) => number,
): number {
  const isList = scope !== 'all' && category !== allItemsKey;
  const [first, second] = [newestPlace(a.places), newestPlace(b.places)];
  const inOrder = first.position - second.position || 0;
  const byDate = (direction: 1 | -1) => (isList ? 0 : known(first.acquired, second.acquired, direction));
  // Items have numbers in the order of the pool, and the sort is stable.
  const newest = byDate(-1) || inOrder;
  const byName = a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
  const placeOf = ({ places }: ModelItem) =>
    Math.min(...places.map(({ list }) => library.categories.indexOf(list.category)));
  const serialOf = ({ limited }: ModelItem) => {
    const serials = limited.flatMap(({ serialNumber }) => serialNumber ?? []);
    return serials.length === 0 ? null : Math.min(...serials);
  };
  const orders: Record<ItemSort, number> = {
    relevance: rank(a) - rank(b) || (rank(a) === 0 ? newest : byName),
    newest,
    oldest: byDate(1) || -inOrder || -byNumber(a, b),
    nameAscending: byName,
    nameDescending: -byName || -byNumber(a, b),
    serial: known(serialOf(a), serialOf(b), 1) || newest,
    valueDescending: known(valueOf(a), valueOf(b), -1) || newest,
    valueAscending: known(valueOf(a), valueOf(b), 1) || newest,
    category: placeOf(a) - placeOf(b) || newest,
  };
  return orders[sort] || byNumber(a, b);
}

/** Ids grow with numbers in these tests. */
function byNumber(a: ModelItem, b: ModelItem): number {
  return a.row.id - b.row.id;
}

function newestPlace(places: ModelItem['places']) {
  const [best] = places.toSorted((a, b) => known(a.acquired, b.acquired, -1) || a.position - b.position);
  if (!best) throw new Error('Not in the view');
  return best;
}

function known(a: number | null, b: number | null, direction: 1 | -1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return (a - b) * direction;
}

function valueOf({ limited, row }: ModelItem): number | null {
  const averages = limited.flatMap(({ recentAveragePrice }) => recentAveragePrice ?? []);
  return averages.length > 0 ? Math.max(...averages) : (row.priceInRobux ?? null);
}

function rankOf(name: string, text: string, words: readonly string[]): number {
  if (name === text) return 1;
  if (name.startsWith(text)) return 2;
  const starts = (word: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u').test(name);
  if (!words.every((word) => name.includes(word))) return 5;
  return words.every(starts) ? 3 : 4;
}

function isMeant(name: string, word: string): boolean {
  const slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const targets = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const isTypo = targets.some((target) =>
    Array.from({ length: target.length }, (_, at) => target.slice(0, at + 1)).some(
      (prefix) => slips > 0 && distance(word, prefix) <= slips,
    ),
  );
  return name.includes(word) || isTypo;
}

/** Optimal string alignment, straight from its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const [tailA, tailB] = [a.slice(0, -1), b.slice(0, -1)];
  const costs = [
    distance(tailA, b) + 1,
    distance(a, tailB) + 1,
    distance(tailA, tailB) + Number(a.at(-1) !== b.at(-1)),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    costs.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...costs);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
