import { Hono } from 'hono';
import type { DemoAccount } from '../../electron/demo/account.ts';

/**
 * www.roblox.com as far as signing in goes: a form at `/www/login` that asks for a username, and `/www/home`, to which
 * it leads with the session as a cookie that no script can read. Nobody is asked for a password.
 */
export function signInPage(accounts: readonly DemoAccount[], signIn: (userId: number) => string): Hono {
  const app = new Hono();

  app.get('/www/login', (c) => c.html(form()));

  app.post('/www/login', async (c) => {
    const { username } = await c.req.parseBody();
    const account = accounts.find(({ name }) => name === username);
    if (!account?.hasSession) return c.html(form('Incorrect username or password.'), 403);
    c.header('set-cookie', `.ROBLOSECURITY=${signIn(account.userId)}; Path=/; HttpOnly`);
    return c.redirect('/www/home', 303);
  });

  app.get('/www/home', (c) => c.html('<!doctype html><title>Home</title><h1>Home</h1>'));
  // Roblox gives a cookie of that name to strangers too; nobody is signed in by it.
  app.get('/www/stranger', (c) => {
    c.header('set-cookie', '.ROBLOSECURITY=signs-nobody-in; Path=/; HttpOnly');
    return c.html(form());
  });
  return app;
}

function form(message = ''): string {
  return `<!doctype html>
    <title>Log in to Roblox</title>
    <h1>Log in to Roblox</h1>
    <p role="alert">${message}</p>
    <form method="post" action="/www/login">
      <label>Username <input name="username" /></label>
      <button>Log In</button>
    </form>`;
}
