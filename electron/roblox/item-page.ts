import { AppError } from '../../shared/errors.ts';
import type { ItemRef } from '../../shared/items.ts';

const pages: Partial<Record<ItemRef['type'], string>> = {
  Asset: 'catalog',
  Bundle: 'bundles',
  Badge: 'badges',
  GamePass: 'game-pass',
};
const placeType = 9;

/** The address of an item's page on roblox.com. Throws `itemTypeUnknown` for what has none. */
export function itemPage({ type, id }: ItemRef, assetType: number | null): string {
  const page = assetType === placeType ? 'games' : pages[type];
  if (!page) throw new AppError('itemTypeUnknown', `${type} has no page`);
  return `https://www.roblox.com/${page}/${id}`;
}
