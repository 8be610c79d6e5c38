import { Hono } from 'hono';
import { readSession } from '../sessions.ts';
import type { DemoEnv, World } from '../world.ts';

/** auth.roblox.com: ends the session that came with the request, and no other of the account. */
export function authService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.post('/v2/logout', (c) => {
    world.sessions.requireToken(c.get('viewer'), c.req.header('x-csrf-token'));
    world.sessions.end(readSession(c.req.header('cookie')) ?? '');
    return c.json({});
  });
  return app;
}
