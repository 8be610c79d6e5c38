import { hashSeed } from './art/random.ts';
import type { DemoAccount } from './account.ts';
import { RobloxError, signedOut } from './roblox-error.ts';

// What Roblox puts before every session, in public.
const warning =
  '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_';

/** Who is signed in, by cookie, and the tokens that let a signed-in account change things. */
export class Sessions {
  readonly #accounts: ReadonlyMap<number, DemoAccount>;
  readonly #csrfLifetimeMs: number;
  readonly #now: () => number;
  readonly #current = new Map<number, string>();
  readonly #owners = new Map<string, number>();
  #issued = 0;

  constructor(accounts: readonly DemoAccount[], csrfLifetimeMs: number, now: () => number) {
    this.#accounts = new Map(accounts.map((account) => [account.userId, account]));
    this.#csrfLifetimeMs = csrfLifetimeMs;
    this.#now = now;
  }

  /** The cookie value of an account's session, a new one after signing out; undefined when it cannot sign in. */
  sessionOf(userId: number): string | undefined {
    if (!this.#accounts.get(userId)?.hasSession) return undefined;
    const current = this.#current.get(userId) ?? this.#issue(userId);
    this.#current.set(userId, current);
    this.#owners.set(secretOf(current), userId);
    return current;
  }

  /** One more session of an account, beside those it has, as when it signs in on another computer. */
  start(userId: number): string | undefined {
    if (!this.#accounts.get(userId)?.hasSession) return undefined;
    const session = this.#issue(userId);
    this.#owners.set(secretOf(session), userId);
    return session;
  }

  /** Ends the session of that cookie value; the account's others stay. */
  end(session: string): void {
    const userId = this.findOwner(session);
    if (userId === null) return;
    this.#owners.delete(secretOf(session));
    if (secretOf(this.#current.get(userId) ?? '') === secretOf(session)) this.#current.delete(userId);
  }

  /** Ends every session of an account. */
  endAll(userId: number): void {
    this.#current.delete(userId);
    for (const [secret, owner] of this.#owners) if (owner === userId) this.#owners.delete(secret);
  }

  /** Whose session a cookie value is, with the warning before it or without; null when nobody's. */
  findOwner(session: string): number | null {
    return this.#owners.get(secretOf(session)) ?? null;
  }

  /** Lets a change through, or refuses it as Roblox does: 401 without a session, 403 with a fresh token otherwise. */
  requireToken(viewer: number | null, token: string | undefined): number {
    if (viewer === null) throw signedOut();
    const valid = this.#tokenOf(viewer);
    if (token === valid) return viewer;
    throw new RobloxError(403, 0, token === undefined ? 'XSRF token invalid' : 'Token Validation Failed', {
      headers: { 'x-csrf-token': valid },
    });
  }

  #issue(userId: number): string {
    const number = this.#issued++;
    const secret = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
      .map((part) => hex(hashSeed(`${part}${number}`, userId)))
      .join('');
    return `${warning}${secret.toUpperCase()}`;
  }

  #tokenOf(userId: number): string {
    const period = Math.floor(this.#now() / this.#csrfLifetimeMs);
    return Buffer.from(hex(hashSeed(`csrf${period}`, userId)) + hex(hashSeed(`token${period}`, userId)))
      .toString('base64url')
      .slice(0, 12);
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}

/** The value of the session cookie in a request's header. */
export function readSession(cookieHeader: string | undefined): string | undefined {
  const cookie = cookieHeader?.split(/;\s*/).find((pair) => pair.startsWith('.ROBLOSECURITY='));
  return cookie?.slice('.ROBLOSECURITY='.length);
}

function secretOf(session: string): string {
  return session.replace(/^_\|WARNING:.*?\|_/, '');
}
