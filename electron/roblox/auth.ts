import { z } from 'zod';
import { defineService, endpoint } from './endpoint.ts';

/** auth.roblox.com: ending the one session a request came with. Ending all of them is not here on purpose. */
export const auth = defineService('auth', 'auth', {
  logout: endpoint({
    method: 'POST',
    path: '/v2/logout',
    params: z.object({}),
    // An empty object, or nothing at all.
    output: z.unknown(),
    errors: {},
    freshForMs: 0,
    perMinute: 30,
  }),
});
