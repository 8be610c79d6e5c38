import { z } from 'zod';
import { defineService, endpoint, hourMs } from './endpoint.ts';
import { flag, id, list, rows } from './wire.ts';

const nullableText = z.string().nullish();

/** users.roblox.com: who an account is. */
export const users = defineService('users', 'users', {
  getAuthenticated: endpoint({
    method: 'GET',
    path: '/v1/users/authenticated',
    params: z.object({}),
    output: z.object({ id, name: z.string(), displayName: nullableText }),
    errors: {},
    freshForMs: 0,
    perMinute: 60,
  }),
  getUser: endpoint({
    method: 'GET',
    path: '/v1/users/{userId}',
    params: z.object({ userId: id }),
    output: z.object({
      id,
      name: z.string(),
      displayName: nullableText,
      isBanned: z.boolean().default(false),
    }),
    errors: { '404': 'userNotFound', '400': 'userNotFound' },
    freshForMs: 24 * hourMs,
    perMinute: 30,
  }),
  findByUsernames: endpoint({
    method: 'POST',
    path: '/v1/usernames/users',
    params: z.object({ usernames: list(z.string()), excludeBannedUsers: flag.optional() }),
    output: z
      .object({
        data: rows(
          z.object({ requestedUsername: nullableText, id, name: z.string(), displayName: nullableText }),
        ),
      })
      .transform(({ data }) => data),
    errors: {},
    freshForMs: 24 * hourMs,
    perMinute: 60,
  }),
});
