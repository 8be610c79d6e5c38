import type { OwnershipColumn, OwnershipRow } from '../../../shared/ownership.ts';
import { itemKey } from '../../item-key.ts';

/** What the list can be in the order of; `list` is as it was pasted. */
export const ownershipOrders = ['list', 'name', 'mostOwned', 'fewestOwned'] as const;
export type OwnershipOrder = (typeof ownershipOrders)[number];

/** The place of each row in an order, by its item. */
export type OwnershipRanks = ReadonlyMap<string, number>;

const names = new Intl.Collator('en', { numeric: true });

/** Ranks of all rows as it stands; null for the order of the list. Those alike stay in that. */
export function rankRows(
  rows: readonly OwnershipRow[],
  columns: readonly OwnershipColumn[],
  order: OwnershipOrder,
): OwnershipRanks | null {
  if (order === 'list') return null;
  const owned = rows.map((_row, place) => {
    const cells = columns.flatMap(({ cells: all }) => all[place] ?? []);
    const accounts = cells.filter(({ state }) => state === 'owned').length;
    return { accounts, copies: cells.reduce((sum, { copies }) => sum + copies, 0) };
  });
  const compareOwned = (one: number, other: number) =>
    (owned[one]?.accounts ?? 0) - (owned[other]?.accounts ?? 0) ||
    (owned[one]?.copies ?? 0) - (owned[other]?.copies ?? 0);
  const texts = rows.map(({ name, note }) => name ?? note);
  const compare = {
    name: (one: number, other: number) => compareTexts(texts[one] ?? null, texts[other] ?? null),
    mostOwned: (one: number, other: number) => compareOwned(other, one),
    fewestOwned: compareOwned,
  }[order];
  const places = [...rows.keys()].sort(compare);
  return new Map(places.map((place, rank) => [keyOf(rows[place]), rank]));
}

/** Places of rows in an order that was taken before: what came since is last, whatever it would rank now. */
export function inOrder(
  places: readonly number[],
  rows: readonly OwnershipRow[],
  ranks: OwnershipRanks | null,
): readonly number[] {
  if (!ranks) return places;
  const rankOf = (place: number) => ranks.get(keyOf(rows[place])) ?? Infinity;
  return places.toSorted((one, other) => {
    const [a, b] = [rankOf(one), rankOf(other)];
    return a === b ? one - other : a - b;
  });
}

/** What has no name yet is last. */
function compareTexts(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return names.compare(one, other);
}

function keyOf(row: OwnershipRow | undefined): string {
  return row ? itemKey(row) : '';
}
