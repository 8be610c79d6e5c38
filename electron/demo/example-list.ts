import type { DemoAccount } from './account.ts';
import type { Inventory } from './inventory.ts';

const roblox = 'https://www.roblox.com';
const hatType = 8;

/** A list as a person pastes one: addresses, ids with names, one twice, and lines with which nothing can be done. */
export function exampleList([rich, small]: readonly DemoAccount[]): string {
  if (!rich || !small) return '';
  const { catalogue, inventory } = rich;
  const [first = '', ...limiteds] = assetsOf(inventory, inventory.collectibles, 10);
  const owned = [...small.inventory.collectibles, ...(small.inventory.copiesByType.get(hatType) ?? [])];
  const ofNobody = [970_001, 970_114, 970_207].map((index) => catalogue.assetId(hatType, index));
  return [
    ...[first, ...limiteds],
    ...assetsOf(small.inventory, owned, 10),
    ...inventory.bundles.flatMap(([bundle]) => (bundle ? [`${roblox}/bundles/${bundle.id}/-`] : [])),
    ...inventory.badges.slice(0, 4).map(({ id }) => `${roblox}/badges/${id}/-`),
    ...inventory.gamePasses.slice(0, 4).map((id) => `${roblox}/game-pass/${id}/-`),
    ...ofNobody.map((id, place) => `${id} Wish number ${place + 1}`),
    first,
    // The demo's own: nobody is asked about an item of Roblox's for it.
    `${catalogue.idBase + 1_028_606} a hat that is no longer made`,
    'the blue one from the summer event',
    '98765432109876543210',
  ].join('\n');
}

/** In the two ways people write them down. */
function assetsOf(inventory: Inventory, numbers: readonly number[], count: number): string[] {
  const found = new Map(numbers.map((number) => [inventory.copy(number).asset.id, inventory.copy(number)]));
  return [...found.values()]
    .slice(0, count)
    .map(({ asset, name }, place) =>
      place % 2 === 0
        ? `${asset.id} ${name}`
        : `${roblox}/catalog/${asset.id}/${name.replaceAll(/\W+/g, '-')}`,
    );
}
