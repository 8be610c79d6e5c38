import { RobloxError } from '../../electron/demo/roblox-error.ts';
import type { RecordedRequest, RobloxServer } from './roblox-server.ts';

/** Every session and CSRF token the server ever gave out, and to whom: also those that ended long ago. */
export class SessionOwners {
  readonly #server: RobloxServer;
  readonly #sessions = new Map<string, number>();
  readonly #tokens = new Map<string, number>();

  constructor(server: RobloxServer) {
    this.#server = server;
  }

  signIn(userId: number): string {
    return this.#note(userId, this.#server.signIn(userId));
  }

  rotate(userId: number): void {
    this.#note(userId, this.#server.rotateSession(userId));
  }

  /** Notes the tokens that are good for these accounts now. */
  noteTokens(userIds: readonly number[]): void {
    for (const userId of userIds) this.#tokens.set(tokenOf(this.#server, userId), userId);
  }

  /** Whose session a request came with; null when it had none. Throws for one that was never given out. */
  sessionOwner({ session, path }: RecordedRequest): number | null {
    if (session === undefined) return null;
    const owner = this.#sessions.get(session);
    if (owner === undefined) throw new Error(`${path} came with a session nobody was given`);
    return owner;
  }

  /** Whose CSRF token a request came with; null when it had none, or one nobody was given. */
  tokenOwner({ headers }: RecordedRequest): number | null {
    return this.#tokens.get(headers['x-csrf-token'] ?? '') ?? null;
  }

  #note(userId: number, session: string): string {
    this.#sessions.set(session, userId);
    return session;
  }
}

/** The server tells the token only by refusing another. */
function tokenOf(server: RobloxServer, userId: number): string {
  try {
    server.demo.sessions.requireToken(userId, undefined);
  } catch (thrown) {
    if (thrown instanceof RobloxError) return thrown.headers['x-csrf-token'] ?? '';
  }
  throw new Error(`The server has no token for ${userId}`);
}
