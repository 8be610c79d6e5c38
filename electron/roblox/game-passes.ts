import { z } from 'zod';
import { defineService, endpoint, minuteMs } from './endpoint.ts';
import { id, price, rows, wholeNumber } from './wire.ts';

const gamePass = z.object({
  gamePassId: id,
  name: z.string(),
  creator: z.object({ name: z.string().nullish() }).nullish(),
  price,
});

/** apis.roblox.com/game-passes: passes bought. Pages by the last id seen, not by a cursor. */
export const gamePasses = defineService('gamePasses', 'apis', {
  getGamePasses: endpoint({
    method: 'GET',
    path: '/game-passes/v1/users/{userId}/game-passes',
    params: z.object({
      userId: id,
      count: wholeNumber.pipe(z.int().min(1).max(100)).optional(),
      exclusiveStartId: id.optional(),
    }),
    output: z
      .object({ gamePasses: rows(gamePass) })
      .transform(({ gamePasses: { data, unreadableRows } }) => ({ gamePasses: data, unreadableRows })),
    errors: { '403': 'listHidden', '404': 'userNotFound' },
    freshForMs: 10 * minuteMs,
    perMinute: 100,
  }),
});
