import { hashSeed } from './art/random.ts';
import type { DemoAccount } from './account.ts';
import { RobloxError, signedOut } from './roblox-error.ts';

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
    this.#owners.set(current, userId);
    return current;
  }

  end(userId: number): void {
    const session = this.#current.get(userId);
    this.#current.delete(userId);
    if (session !== undefined) this.#owners.delete(session);
  }

  /** Whose cookie came with a request; null when none or none that counts. */
  findViewer(cookieHeader: string | undefined): number | null {
    const cookie = cookieHeader?.split(/;\s*/).find((pair) => pair.startsWith('.ROBLOSECURITY='));
    return this.#owners.get(cookie?.slice('.ROBLOSECURITY='.length) ?? '') ?? null;
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
    return `_|WARNING:-DO-NOT-SHARE-THIS.--This-one-only-opens-the-demo.|_${secret.toUpperCase()}`;
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
