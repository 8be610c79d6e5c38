import { Hono } from 'hono';
import type { DemoAccount } from './account.ts';
import { demoAccounts } from './demo-accounts.ts';
import { ProfileCollections } from './profile-collections.ts';
import { RateLimits } from './rate-limits.ts';
import { RobloxError } from './roblox-error.ts';
import { apisService } from './services/apis.ts';
import { authService } from './services/auth.ts';
import { badgesService } from './services/badges.ts';
import { catalogService } from './services/catalog.ts';
import { imageService } from './services/images.ts';
import { inventoryService } from './services/inventory.ts';
import { thumbnailsService } from './services/thumbnails.ts';
import { usersService } from './services/users.ts';
import { readSession, Sessions } from './sessions.ts';
import type { DemoEnv, World } from './world.ts';

export interface DemoRobloxOptions {
  /** What image addresses begin with: `https://tr.rbxcdn.com`, or `<loopback origin>/rbxcdn`. */
  readonly imageOrigin: string;
  /** Epoch milliseconds; rate limits and CSRF tokens go by it. */
  readonly now?: () => number;
  readonly accounts?: readonly DemoAccount[];
  /** Whether going over a rate limit is refused with 429. The rate headers are always sent. */
  readonly areLimitsEnforced?: boolean;
  /** Multiplies every published allowance. */
  readonly limitFactor?: number;
  readonly signedOutCanViewPerMinute?: number;
  /** How long a CSRF token is good for. */
  readonly csrfLifetimeMs?: number;
  /** Items a profile collection holds; Roblox does not publish its number. */
  readonly collectionCapacity?: number;
  /** How many reads after a change to the profile collection still show what was there before. */
  readonly collectionReadLag?: number;
}

/** A Roblox of its own: the same wire as the real one over invented accounts, with state that lasts as long as it. */
export interface DemoRoblox {
  /** Answers by first path segment, the service's subdomain: `/inventory/v1/users/1/categories`. */
  readonly app: Hono<DemoEnv>;
  readonly accounts: readonly DemoAccount[];
  /** Answers a request addressed to a real host (`https://inventory.roblox.com/…`, `https://tr.rbxcdn.com/…`). */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The cookie value that signs an account in; undefined for one that cannot. Signing out makes the next call new. */
  readonly sessionOf: (userId: number) => string | undefined;
  /** Who is signed in where: more sessions for an account, and the end of them. */
  readonly sessions: Sessions;
}

export function createDemoRoblox(options: DemoRobloxOptions): DemoRoblox {
  const { accounts = demoAccounts, now = Date.now } = options;
  const sessions = new Sessions(accounts, options.csrfLifetimeMs ?? 30 * 60_000, now);
  const world: World = {
    accounts,
    sessions,
    limits: new RateLimits(
      {
        areEnforced: options.areLimitsEnforced ?? false,
        factor: options.limitFactor ?? 1,
        signedOutCanViewPerMinute: options.signedOutCanViewPerMinute ?? 1,
      },
      now,
    ),
    collections: new ProfileCollections(
      accounts,
      options.collectionCapacity ?? 12,
      options.collectionReadLag ?? 0,
    ),
    imageOrigin: options.imageOrigin,
  };
  const app = createApp(world);
  return {
    app,
    accounts,
    fetch: async (request) => {
      const { hostname, pathname, search } = new URL(request.url);
      const service = hostname.endsWith('.rbxcdn.com') ? 'rbxcdn' : hostname.replace(/\.roblox\.com$/, '');
      return app.fetch(new Request(`http://demo.invalid/${service}${pathname}${search}`, request));
    },
    sessionOf: (userId) => sessions.sessionOf(userId),
    sessions,
  };
}

function createApp(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();
  app.use(async (c, next) => {
    c.set('viewer', world.sessions.findOwner(readSession(c.req.header('cookie')) ?? ''));
    await next();
  });
  app.route('/inventory', inventoryService(world));
  app.route('/users', usersService(world));
  app.route('/catalog', catalogService(world));
  app.route('/apis', apisService(world));
  app.route('/badges', badgesService(world));
  app.route('/thumbnails', thumbnailsService(world));
  app.route('/auth', authService(world));
  app.route('/rbxcdn', imageService());
  app.notFound((c) => c.json({ errors: [{ code: 0, message: 'NotFound' }] }, 404));
  app.onError((error, c) => {
    if (!(error instanceof RobloxError)) {
      return c.json({ errors: [{ code: 0, message: `InternalServerError: ${error.message}` }] }, 500);
    }
    for (const [header, value] of Object.entries(error.headers)) c.header(header, value);
    // Type parameters of json() want a JSON value; the body is one by construction.
    return c.body(JSON.stringify(error.toBody()), error.status, {
      'content-type': 'application/json; charset=utf-8',
    });
  });
  return app;
}
