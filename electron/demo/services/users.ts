import { Hono } from 'hono';
import type { DemoAccount } from '../account.ts';
import { RobloxError } from '../roblox-error.ts';
import { accountOf, limited, type DemoEnv, type World } from '../world.ts';

/** users.roblox.com: who somebody is, by session, id or username. */
export function usersService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.get('/v1/users/authenticated', limited(world, 'users'), (c) => {
    const account = world.accounts.find(({ userId }) => userId === c.get('viewer'));
    if (!account) throw new RobloxError(401, 0, 'User is not authenticated');
    return c.json({ id: account.userId, name: account.name, displayName: account.displayName });
  });

  app.get('/v1/users/:userId', limited(world, 'users'), (c) => {
    const account = accountOf(world, c, () => new RobloxError(404, 3, 'The user id is invalid.'));
    return c.json({
      description: '',
      created: '2013-06-14T09:12:44.07Z',
      isBanned: account.isBanned,
      externalAppDisplayName: null,
      ...nameFields(account),
    });
  });

  app.post('/v1/usernames/users', limited(world, 'users'), async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const { usernames, excludeBannedUsers } = (body ?? {}) as {
      usernames?: unknown;
      excludeBannedUsers?: unknown;
    };
    if (!Array.isArray(usernames)) throw new RobloxError(400, 0, 'The usernames field is required.');
    if (usernames.length > 100) throw new RobloxError(400, 2, 'Too many usernames.');
    const data = usernames.flatMap((requestedUsername: unknown) => {
      const wanted = String(requestedUsername).toLowerCase();
      const account = world.accounts.find(({ name }) => name.toLowerCase() === wanted);
      if (!account || (account.isBanned && excludeBannedUsers === true)) return [];
      return [{ requestedUsername, ...nameFields(account) }];
    });
    return c.json({ data });
  });
  return app;
}

function nameFields({ userId, name, displayName }: DemoAccount): Record<string, unknown> {
  return { hasVerifiedBadge: false, id: userId, name, displayName };
}
