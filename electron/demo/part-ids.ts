import type { PartOfSet } from './catalogue.ts';
import type { ItemKey } from './inventory.ts';
import type { World } from './world.ts';

/** The assets of a package or bundle. Whoever has one has most of what was in it; one part has been sold since. */
export function partIds(world: World, key: ItemKey, parts: readonly PartOfSet[]): number[] {
  const owner = world.accounts.find(({ inventory }) => inventory.owns(key));
  return parts.map(({ typeId, id }, position) => {
    const isSold = position === parts.length - 1;
    return (isSold ? undefined : owner?.inventory.assetOfType(typeId, id % 8191)) ?? id;
  });
}
