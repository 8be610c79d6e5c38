import { z } from 'zod';
import { defineService, endpoint, hourMs } from './endpoint.ts';
import { id, rows } from './wire.ts';

const thumbnailRequest = z.object({
  requestId: z.string(),
  targetId: id,
  type: z.enum(['Asset', 'BundleThumbnail', 'BadgeIcon', 'GamePass', 'AvatarHeadShot', 'PlaceIcon']),
  size: z.string(),
  format: z.literal('Png'),
  isCircular: z.boolean(),
});

const thumbnail = z.object({
  requestId: z.string().nullish(),
  targetId: z.number(),
  /** Completed, Pending, Blocked, InReview, Error, TemporarilyUnavailable; the set may grow. */
  state: z.string(),
  imageUrl: z.string().nullish(),
});

/** thumbnails.roblox.com: addresses of pictures, up to 100 at once, in any order, unknown ids left out. */
export const thumbnails = defineService('thumbnails', 'thumbnails', {
  batch: endpoint({
    method: 'POST',
    path: '/v1/batch',
    params: z.object({
      requests: z.preprocess(
        (value) => (typeof value === 'string' ? parseJson(value) : value),
        z.array(thumbnailRequest).max(100),
      ),
    }),
    output: z.object({ data: rows(thumbnail) }).transform(({ data }) => data),
    errors: {},
    freshForMs: 24 * hourMs,
    perMinute: 500,
    body: ({ requests }) => requests,
  }),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
