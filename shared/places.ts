import type { Category } from './categories.ts';

type CategoryId = Pick<Category, 'list' | 'type' | 'id' | 'filter'>;

/** Roblox's asset type of a place. */
export const placeType = 9;

/** The lists of places Roblox keeps, in the order of their tabs. */
export const placesTabs = ['Created', 'MyGames', 'OtherGames', 'Purchased'] as const;
export type PlacesTab = (typeof placesTabs)[number];

/** Which list of places a category is; undefined for all else. Servers carry the same number and another filter. */
export function placesTabOf({ list, type, id, filter }: CategoryId): PlacesTab | undefined {
  if (list !== 'own' || type !== 'AssetType' || id !== placeType) return undefined;
  return placesTabs.find((tab) => tab === filter);
}

/**
 * To others than the account itself Roblox lists one category of places, without a filter: it is the list of those created. Named
 * as the account's own is, the two are one where several accounts are shown together.
 */
export function withPlacesTab<Entry extends CategoryId>(entry: Entry): Entry {
  const isOnly = entry.filter === null && placesTabOf({ ...entry, filter: 'Created' }) !== undefined;
  return isOnly ? { ...entry, filter: 'Created' } : entry;
}

/** The key of a list of places, listed by Roblox or not. */
export function placesKey(tab: PlacesTab): string {
  return `own/AssetType/${placeType}/${tab}`;
}

/**
 * A list of places by its key alone: to others than the account itself Roblox names one list, and answers about each by itself.
 * Undefined for the key of anything else.
 */
export function placesCategory(key: string, name: string): Category | undefined {
  const filter = placesTabs.find((tab) => placesKey(tab) === key);
  if (!filter) return undefined;
  return { key, name, list: 'own', type: 'AssetType', id: placeType, filter, itemCount: null };
}

export function isPlacesTab(category: Category): boolean {
  return placesTabOf(category) !== undefined;
}
