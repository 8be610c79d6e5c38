import { Hono } from 'hono';
import type { DemoEnv, World } from '../world.ts';

/** auth.roblox.com: ends a session. */
export function authService(world: World): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>();

  app.post('/v2/logout', (c) => {
    world.sessions.end(world.sessions.requireToken(c.get('viewer'), c.req.header('x-csrf-token')));
    return c.json({});
  });
  return app;
}
