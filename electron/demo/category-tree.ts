interface CategoryEntry {
  readonly name: string;
  readonly displayName: string;
  readonly filter?: string | null;
  readonly id: number;
  readonly type: string;
  readonly categoryType: string;
}

interface CategoryGroup {
  readonly name: string;
  readonly displayName: string;
  readonly categoryType: string;
  readonly items: readonly CategoryEntry[];
}

/** The categories of an account's inventory; its owner sees more of them than others do. */
export function ownCategories(isOwner: boolean): readonly CategoryGroup[] {
  return [
    ...wearables,
    group('Packages', 'Package', [asset('Packages', 32, 'Package')]),
    ...creations,
    group('Badges', 'Badge', [asset('Badges', 21, 'Badge')]),
    group('Game Passes', 'GamePass', [asset('Game Passes', 34, 'GamePass')]),
    isOwner ? ownPlaces : othersPlaces,
    ...(isOwner ? [privateServers] : []),
  ];
}

/** The categories favourites come in: no badges, passes or servers, but fonts and avatars. */
export function favoriteCategories(): readonly CategoryGroup[] {
  return [
    ...wearables,
    ...creations,
    group('Fonts', 'Font', [asset('Font Families', 73, 'FontFamily'), asset('Font Faces', 74, 'FontFace')]),
    group('Avatars', 'Avatars', [asset('Avatars', 16, 'Avatars')]),
    othersPlaces,
  ];
}

function group(
  name: string,
  categoryType: string,
  items: readonly CategoryEntry[],
  displayName = name,
): CategoryGroup {
  return { name, displayName, categoryType, items };
}

function asset(name: string, id: number, categoryType: string, displayName = name): CategoryEntry {
  return { name, displayName, filter: null, id, type: 'AssetType', categoryType };
}

/** Bundle entries come without a filter, where the others have null. */
function bundle(name: string, id: number, categoryType: string): CategoryEntry {
  return { name, displayName: name, id, type: 'Bundle', categoryType };
}

/** Places and servers are the only entries told apart by their filter alone. */
function filtered(name: string, id: number, filter: string, displayName: string): CategoryEntry {
  return { ...asset(name, id, filter, displayName), filter };
}

const wearables: readonly CategoryGroup[] = [
  group('Accessories', 'Accessories', [
    asset('Head', 8, 'Hat'),
    asset('Face', 42, 'FaceAccessory'),
    asset('Neck', 43, 'NeckAccessory'),
    asset('Shoulder', 44, 'ShoulderAccessory'),
    asset('Front', 45, 'FrontAccessory'),
    asset('Back', 46, 'BackAccessory'),
    asset('Waist', 47, 'WaistAccessory'),
    asset('Gear', 19, 'Gear'),
  ]),
  group('Hair Accessories', 'HairAccessory', [asset('Hair', 41, 'HairAccessory')], 'Hair'),
  group('Classic Clothing', 'ClassicClothing', [
    asset('Classic T-shirts', 2, 'TShirt'),
    asset('Classic Shirts', 11, 'Shirt'),
    asset('Classic Pants', 12, 'Pants'),
  ]),
  group('Tops', 'Tops', [
    asset('T-shirts', 64, 'TShirtAccessory'),
    asset('Shirts', 65, 'ShirtAccessory'),
    asset('Sweaters', 68, 'SweaterAccessory'),
    asset('Jackets', 67, 'JacketAccessory'),
  ]),
  group('Bottoms', 'Bottoms', [
    asset('Pants', 66, 'PantsAccessory'),
    asset('Shorts', 69, 'ShortsAccessory'),
    asset('Skirts', 72, 'SkirtsAccessory', 'Skirts & Dresses'),
  ]),
  group('Shoes', 'Shoes', [
    asset('Left Shoe', 70, 'LeftShoeAccessory'),
    asset('Right Shoe', 71, 'RightShoeAccessory'),
  ]),
  group('Avatar Animations', 'AvatarAnimations', [
    asset('Run', 53, 'AvatarAnimations'),
    asset('Walk', 55, 'AvatarAnimations'),
    asset('Fall', 50, 'AvatarAnimations'),
    asset('Jump', 52, 'AvatarAnimations'),
    asset('Idle', 51, 'AvatarAnimations'),
    asset('Swim', 54, 'AvatarAnimations'),
    asset('Climb', 48, 'AvatarAnimations'),
  ]),
  group('Emote Animations', 'EmoteAnimation', [asset('Emotes', 61, 'EmoteAnimation')], 'Emotes'),
  group('Heads', 'DynamicHead', [bundle('Heads', 4, 'DynamicHead')]),
  group('Bundles', 'Bundle', [
    bundle('Body Parts', 1, 'BodyParts'),
    bundle('Avatar Animations', 2, 'AvatarAnimations'),
    bundle('Shoes', 3, 'Shoes'),
  ]),
  group('Classic Heads', 'Head', [asset('Classic Heads', 17, 'Head')]),
  group('Faces', 'Face', [asset('Faces', 18, 'Face')], 'Classic Faces'),
];

const creations: readonly CategoryGroup[] = [
  group('Decals', 'Decal', [asset('Decals', 13, 'Decal')]),
  group('Models', 'Model', [asset('Models & Packages', 10, 'Model', 'Models')]),
  group('Plugins', 'Plugin', [asset('Plugins', 38, 'Plugin')]),
  group('Animations', 'Animation', [asset('Animations', 24, 'Animation')]),
  group('Audio', 'Audio', [asset('Audio', 3, 'Audio')]),
  group('MeshParts', 'MeshPart', [asset('Meshes', 40, 'MeshPart')], 'Meshes'),
  group('Video', 'Video', [asset('Video', 62, 'Video')]),
];

const ownPlaces = group('Places', 'Place', [
  filtered('Created by Me', 9, 'Created', 'Created by me'),
  filtered('Purchased', 9, 'Purchased', 'Purchased'),
  filtered('My Experiences', 9, 'MyGames', 'My experiences'),
  filtered('Other Experiences', 9, 'OtherGames', 'Other experiences'),
]);

const othersPlaces = group('Places', 'Place', [asset('Places', 9, 'Place')]);

const privateServers = group('Private Servers', 'PrivateServers', [
  filtered('My Private Servers', 9, 'MyPrivateServers', 'My private servers'),
  filtered('Other Private Servers', 11, 'OtherPrivateServers', 'Other private servers'),
]);
