import { z } from 'zod';
import { defineService, endpoint, minuteMs } from './endpoint.ts';
import { cursor, date, id, pageOf, wholeNumber } from './wire.ts';

/** badges.roblox.com: badges won. Answers only to a session since 2025. */
export const badges = defineService('badges', 'badges', {
  getBadges: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}/badges',
    params: z.object({
      userId: id,
      limit: wholeNumber.pipe(z.literal([10, 25, 50, 100])).optional(),
      cursor,
      sortOrder: z.enum(['Asc', 'Desc']).optional(),
    }),
    output: pageOf(z.object({ id, name: z.string(), displayName: z.string().nullish(), created: date })),
    errors: { '403': 'listHidden', '404': 'userNotFound' },
    freshForMs: 10 * minuteMs,
    perMinute: 100,
  }),
});
