import type { NamedEndpoint } from '../roblox/endpoint.ts';

const bundleNumbers: Readonly<Record<string, number>> = {
  BodyParts: 1,
  AvatarAnimations: 2,
  Shoes: 3,
  DynamicHead: 4,
};

/** What a request was about, in the library's words: a category's key where it is a list's, else the endpoint's name. */
export function subjectOf(
  { service, name }: NamedEndpoint,
  params: Readonly<Record<string, unknown>>,
): string {
  const numberOf = (param: string) => Number(params[param]);
  switch (`${service}.${name}`) {
    case 'inventory.getInventoryByType':
      return `own/AssetType/${numberOf('assetTypeId')}/`;
    case 'inventory.getPlaces':
      return `own/AssetType/9/${String(params['placesTab'])}`;
    case 'catalog.getBundles':
      return `own/Bundle/${bundleNumbers[String(params['bundleType'])] ?? 0}/`;
    case 'catalog.getFavoriteAssets':
      return `favorites/AssetType/${numberOf('assetTypeId')}/`;
    case 'badges.getBadges':
      return 'own/AssetType/21/';
    case 'gamePasses.getGamePasses':
      return 'own/AssetType/34/';
    default:
      return `${service}.${name}`;
  }
}
