import { Hono } from 'hono';
import { nameBadge } from '../names.ts';
import { pageOf, parseDescending, parseLimit } from '../paging.ts';
import { RobloxError, signedOut } from '../roblox-error.ts';
import { accountOf, canView, limited, wireDate, type DemoEnv, type World } from '../world.ts';

/** badges.roblox.com: badges won, for whoever is signed in. */
export function badgesService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.get('/v1/users/:userId/badges', limited(world, 'badges'), (c) => {
    const viewer = c.get('viewer');
    if (viewer === null) throw signedOut();
    const account = accountOf(world, c, () => new RobloxError(404, 4, 'User is invalid or does not exist.'));
    const request = {
      list: `badges/${account.userId}/${c.req.query('sortOrder')}`,
      limit: parseLimit(c.req.query('limit'), [10, 25, 50, 100]),
      cursor: c.req.query('cursor'),
      end: 'null',
    } as const;
    const isDescending = parseDescending(c.req.query('sortOrder'));
    if (!canView(account, viewer))
      throw new RobloxError(403, 2, 'You do not have permission to view this inventory.');
    return c.json(
      pageOf(account.inventory.badges, request, isDescending, ({ id, acquiredAt }) => ({
        id,
        name: nameBadge(id),
        description: id % 3 === 0 ? null : 'Won by playing.',
        displayName: nameBadge(id),
        displayDescription: id % 3 === 0 ? null : 'Won by playing.',
        enabled: true,
        iconImageId: id + 1,
        displayIconImageId: id + 1,
        awarder: { id: id + 2, type: 'Place' },
        statistics: {
          pastDayAwardedCount: id % 71,
          awardedCount: id % 99_991,
          winRatePercentage: (id % 100) / 100,
        },
        created: wireDate(acquiredAt),
        updated: wireDate(acquiredAt),
      })),
    );
  });
  return app;
}
