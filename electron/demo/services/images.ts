import { Hono } from 'hono';
import type { ArtKind } from '../art/kinds.ts';
import { drawThumbnail } from '../art/thumbnail.ts';
import { assetTypes } from '../asset-types.ts';
import type { DemoEnv, World } from '../world.ts';

/** Where the picture of an item is to be had. */
export function imageAddress(
  world: Pick<World, 'imageOrigin'>,
  kind: ArtKind,
  id: number,
  size: number,
): string {
  return `${world.imageOrigin}/${kind}-${id}-${size}.png`;
}

/** The image host: draws what an address names. It is another site than roblox.com, and no session goes there. */
export function imageService(): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>();

  app.get('/:file', (c) => {
    const file = c.req.param('file');
    const png = drawn.get(file) ?? draw(file);
    if (!png) return c.text('Not found', 404);
    // Re-inserting makes a Map a list by last use.
    drawn.delete(file);
    drawn.set(file, png);
    if (drawn.size > keptPictures) drawn.delete(drawn.keys().next().value ?? '');
    return c.body(png, 200, { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000' });
  });
  return app;
}

const keptPictures = 256;
const kinds: ReadonlySet<string> = new Set<ArtKind>([
  ...assetTypes.map(({ art }) => art),
  ...(['bundle', 'badge', 'pass', 'avatar'] as const),
]);

function draw(file: string): Uint8Array<ArrayBuffer> | undefined {
  const [, kind, id, size] = /^([a-z]+)-(\d{1,16})-(\d{2,3})\.png$/.exec(file) ?? [];
  if (!kind || !isArtKind(kind) || Number(size) > 720) return undefined;
  return new Uint8Array(drawThumbnail(kind, Number(id), Number(size)));
}

function isArtKind(kind: string): kind is ArtKind {
  return kinds.has(kind);
}
