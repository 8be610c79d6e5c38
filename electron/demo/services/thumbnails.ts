import { Hono } from 'hono';
import { hashSeed, Random } from '../art/random.ts';
import type { ArtKind } from '../art/kinds.ts';
import { artOfBundle, placeType } from '../asset-types.ts';
import { RobloxError } from '../roblox-error.ts';
import { cataloguesOf, findAsset, limited, type DemoEnv, type World } from '../world.ts';
import { imageAddress } from './images.ts';

/** thumbnails.roblox.com: addresses of pictures, in any order, those of unknown ids left out. */
export function thumbnailsService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();
  const askedBefore = new Set<string>();
  let answers = 0;

  app.post('/v1/batch', limited(world, 'thumbnails'), async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    if (!Array.isArray(body))
      throw new RobloxError(400, 4, 'The requested Ids are invalid, of an invalid type or missing.');
    if (body.length > 100) throw new RobloxError(400, 1, 'There are too many requested Ids.');
    const data = body.flatMap((entry: unknown) => {
      const { requestId, targetId, type, size } = (entry ?? {}) as Partial<Record<string, unknown>>;
      const [, side] = /^(\d{2,3})x\d{2,3}$/.exec(String(size)) ?? [];
      if (side === undefined)
        throw new RobloxError(
          400,
          3,
          'The requested size is invalid. Please see documentation for valid thumbnail size parameter name and format.',
        );
      const kind = typeof targetId === 'number' ? kindOf(world, String(type), targetId) : undefined;
      if (kind === undefined || typeof targetId !== 'number') return [];
      const key = `${String(type)}/${targetId}`;
      const state = stateOf(kind, targetId, askedBefore.has(key));
      askedBefore.add(key);
      const imageUrl = state === 'Completed' ? imageAddress(world, kind, targetId, Number(side)) : null;
      return [{ requestId, errorCode: 0, errorMessage: '', targetId, state, imageUrl, version: 'TN3' }];
    });
    return c.json({ data: shuffle(data, answers++) });
  });
  return app;
}

function kindOf(world: World, type: string, id: number): ArtKind | undefined {
  const catalogues = [...cataloguesOf(world)];
  const bundleType = catalogues
    .map((catalogue) => catalogue.findBundleType(id))
    .find((found) => found !== undefined);
  const asset = findAsset(world, id)?.asset;
  switch (type) {
    case 'Asset':
      return asset?.type.art;
    case 'PlaceIcon':
      return asset?.type.id === placeType ? 'place' : undefined;
    case 'BundleThumbnail':
      return bundleType === undefined ? undefined : artOfBundle(bundleType);
    case 'BadgeIcon':
      return catalogues.some((catalogue) => catalogue.hasBadge(id)) ? 'badge' : undefined;
    case 'GamePass':
      return catalogues.some((catalogue) => catalogue.hasGamePass(id)) ? 'pass' : undefined;
    case 'AvatarHeadShot':
      return world.accounts.some(({ userId }) => userId === id) ? 'avatar' : undefined;
    default:
      return undefined;
  }
}

/** Of a thousand pictures 955 are there at once, 34 at the second asking, and the rest never. */
function stateOf(kind: ArtKind, id: number, wasAsked: boolean): string {
  const lot = kind === 'avatar' ? 999 : hashSeed('state', id) % 1000;
  if (lot < 4) return 'Blocked';
  if (lot < 8) return 'InReview';
  if (lot < 11) return 'Error';
  if (wasAsked || lot >= 45) return 'Completed';
  return lot < 13 ? 'TemporarilyUnavailable' : 'Pending';
}

function shuffle<Row>(rows: readonly Row[], seed: number): Row[] {
  const random = new Random(hashSeed('order', seed));
  return rows
    .map((row) => ({ row, rank: random.next() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ row }) => row);
}
