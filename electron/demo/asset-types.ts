import type { NamedKind } from './nouns/noun-table.ts';

/** What the demo knows of one of Roblox's asset types. */
export interface AssetType {
  readonly id: number;
  /** Roblox's own name for it, as the collectibles endpoint takes it. */
  readonly name: string;
  readonly art: NamedKind;
  /** How often an item of this type turns up in an inventory, against the others. */
  readonly weight: number;
  readonly canBeLimited: boolean;
  /** Whether the profile collection takes it; creations that are not worn are refused with code 5. */
  readonly isShowable: boolean;
}

/** Every asset type the demo catalogue has items of. */
export const assetTypes: readonly AssetType[] = [
  worn(8, 'Hat', 'hat', 14, true),
  worn(41, 'HairAccessory', 'hair', 9, true),
  worn(42, 'FaceAccessory', 'facewear', 4.5, true),
  worn(43, 'NeckAccessory', 'neck', 3, true),
  worn(44, 'ShoulderAccessory', 'shoulder', 4, true),
  worn(45, 'FrontAccessory', 'front', 2.5, true),
  worn(46, 'BackAccessory', 'back', 6, true),
  worn(47, 'WaistAccessory', 'waist', 3.5, true),
  worn(19, 'Gear', 'gear', 5, true),
  worn(18, 'Face', 'face', 4, true),
  worn(17, 'Head', 'head', 1.5),
  worn(2, 'TShirt', 'tshirt', 4),
  worn(11, 'Shirt', 'shirt', 9),
  worn(12, 'Pants', 'pants', 8),
  worn(64, 'TShirtAccessory', 'tshirt', 1.5),
  worn(65, 'ShirtAccessory', 'shirt', 2),
  worn(66, 'PantsAccessory', 'pants', 2),
  worn(67, 'JacketAccessory', 'jacket', 3),
  worn(68, 'SweaterAccessory', 'sweater', 2),
  worn(69, 'ShortsAccessory', 'shorts', 1),
  worn(72, 'DressSkirtAccessory', 'dress', 1.5),
  worn(70, 'LeftShoeAccessory', 'shoe', 0.8),
  worn(71, 'RightShoeAccessory', 'shoe', 0.8),
  worn(61, 'EmoteAnimation', 'emote', 3),
  made(48, 'ClimbAnimation', 'climb', 0.2),
  made(50, 'FallAnimation', 'fall', 0.2),
  made(51, 'IdleAnimation', 'idle', 0.25),
  made(52, 'JumpAnimation', 'jump', 0.2),
  made(53, 'RunAnimation', 'run', 0.25),
  made(54, 'SwimAnimation', 'swim', 0.2),
  made(55, 'WalkAnimation', 'walk', 0.25),
  made(13, 'Decal', 'decal', 3),
  made(10, 'Model', 'model', 2.5),
  made(38, 'Plugin', 'plugin', 0.5),
  made(24, 'Animation', 'animation', 0.7),
  made(3, 'Audio', 'audio', 2),
  made(40, 'MeshPart', 'mesh', 0.7),
  made(62, 'Video', 'video', 0.2),
  // Places, packages and fonts are not drawn by lot: an account says how many it has.
  worn(9, 'Place', 'place', 0),
  worn(32, 'Package', 'package', 0),
  made(73, 'FontFamily', 'font', 0),
  made(74, 'FontFace', 'font', 0),
];

/** Asset types of Roblox that have no items in the demo: valid to ask for, and always empty. */
const emptyAssetTypes = new Map(
  Object.entries({
    ...{
      Image: 1,
      Mesh: 4,
      Lua: 5,
      HTML: 6,
      Text: 7,
      Avatar: 16,
      GroupEmblem: 22,
      Arms: 25,
      Legs: 26,
      Torso: 27,
    },
    ...{
      RightArm: 28,
      LeftArm: 29,
      LeftLeg: 30,
      RightLeg: 31,
      YouTubeVideo: 33,
      App: 35,
      Code: 37,
      SolidModel: 39,
    },
    ...{ DeathAnimation: 49, PoseAnimation: 56, TexturePack: 63, EyebrowAccessory: 76, EyelashAccessory: 77 },
    ...{ MoodAnimation: 78, DynamicHead: 79, FaceMakeup: 88, LipMakeup: 89, EyeMakeup: 90 },
  }),
);

export const placeType = 9;
export const packageType = 32;

const byId = new Map(assetTypes.map((type) => [type.id, type]));
const idsByName = new Map(
  [...emptyAssetTypes, ...assetTypes.map(({ name, id }) => [name, id] as const)].map(([name, id]) => [
    name.toLowerCase(),
    id,
  ]),
);
const knownIds = new Set(idsByName.values());

/** The facts of an asset type the demo has items of, undefined for any other. */
export function findAssetType(id: number): AssetType | undefined {
  return byId.get(id);
}

/** An asset type given by name (any case) or number; undefined when Roblox has no such type. */
export function parseAssetType(text: string): number | undefined {
  const id = /^\d+$/.test(text) ? Number(text) : idsByName.get(text.toLowerCase());
  return id !== undefined && knownIds.has(id) ? id : undefined;
}

/** How a bundle is drawn, by its type: body parts, animations, shoes, heads. */
export function artOfBundle(bundleType: number): NamedKind {
  return (['bundle', 'animation', 'shoes', 'head'] as const)[bundleType - 1] ?? 'bundle';
}

function worn(id: number, name: string, art: NamedKind, weight: number, canBeLimited = false): AssetType {
  return { id, name, art, weight, canBeLimited, isShowable: true };
}

function made(id: number, name: string, art: NamedKind, weight: number): AssetType {
  return { id, name, art, weight, canBeLimited: false, isShowable: false };
}
