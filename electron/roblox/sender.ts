import { AppError, type ErrorCode } from '../../shared/errors.ts';
import type { Connection, LentSession, Session, Sessions } from './connection.ts';
import type { NamedEndpoint } from './endpoint.ts';
import type { Ledger } from './ledger.ts';
import { Rates } from './rates.ts';
import type { PreparedRequest } from './request.ts';

const cookieName = '.ROBLOSECURITY';
const cookiePattern = /^\.ROBLOSECURITY=([^;]+)/;

export interface SenderOptions {
  readonly sessions: Sessions;
  readonly ledger: Ledger;
  readonly version: string;
  readonly now: () => number;
  readonly isOffline: () => boolean;
}

/** In whose name a request goes out. */
export interface Sending {
  readonly named: NamedEndpoint;
  /** 0 is nobody. */
  readonly owner: number;
  /** The owner's session as it was when the call began. */
  readonly session: Session | undefined;
  readonly connection: Connection;
  readonly lent: LentSession | undefined;
}

/**
 * Puts single requests on the wire: adds the session and the CSRF token, holds a request back while its endpoint is
 * closed, counts it, and learns from the answer's headers.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #rates: Rates;
  readonly #csrfTokens = new Map<number, string>();

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#rates = new Rates(options.now);
  }

  async sending(
    named: NamedEndpoint,
    owner: number,
    connection: Connection,
    lent: LentSession | undefined,
  ): Promise<Sending> {
    const session = lent ? undefined : await this.#options.sessions.read(owner);
    return { named, owner, connection, lent, session };
  }

  async request(prepared: PreparedRequest, { owner, lent }: Sending): Promise<Request> {
    const headers = new Headers({
      accept: 'application/json',
      'user-agent': `Satchel/${this.#options.version}`,
    });
    if (prepared.body !== undefined) headers.set('content-type', 'application/json');
    const session = lent?.value ?? (await this.#options.sessions.read(owner))?.value;
    if (session) headers.set('cookie', cookieOf(session));
    const token = this.#csrfTokens.get(owner);
    if (token && prepared.method !== 'GET') headers.set('x-csrf-token', token);
    // Said here, not to ky: what ky resends is this very request.
    const { method, address, body = null } = prepared;
    return new Request(address, { method, headers, body, redirect: 'manual' });
  }

  async send(request: Request, sending: Sending): Promise<Response> {
    this.refuseWhenOffline();
    const { perMinute } = sending.named.endpoint;
    const key = rateKey(sending);
    const retryAt = this.retryAt(sending);
    if (retryAt) throw new AppError('rateLimited', 'Waiting until Roblox takes requests again', { retryAt });
    this.#rates.countSent(key, perMinute);
    const response = await this.#transfer(request, sending);
    this.#rates.learn(key, perMinute, response.status, response.headers);
    await this.#keepRotatedSession(sending, response.headers);
    return response;
  }

  /** Takes the token Roblox hands out when it refuses one. True when the request should go again with it. */
  keepCsrfToken(request: Request, owner: number, response: Response): boolean {
    const token = response.headers.get('x-csrf-token');
    if (!token || response.status !== 403 || request.method === 'GET') return false;
    this.#csrfTokens.set(owner, token);
    return true;
  }

  /** Whether the session has been rotated since the request went out: then its refusal says nothing of the new one. */
  async isOutdated(request: Request, response: Response, { owner, lent }: Sending): Promise<boolean> {
    if (response.status !== 401 || lent) return false;
    const session = await this.#options.sessions.read(owner).catch(() => undefined);
    return session !== undefined && request.headers.get('cookie') !== cookieOf(session.value);
  }

  /** When the endpoint takes requests again, in epoch milliseconds; undefined when it does now. */
  retryAt(sending: Sending): number | undefined {
    const openAt = this.#rates.openAt(rateKey(sending), sending.named.endpoint.perMinute);
    return openAt > this.#options.now() ? openAt : undefined;
  }

  /** Roblox does not accept the session the call went out with. */
  refuseSession({ owner, session }: Sending, reason: ErrorCode): void {
    if (session) this.#options.sessions.refuse(owner, session, reason);
  }

  /** Forgets the token of an account that signed out. */
  forget(owner: number): void {
    this.#csrfTokens.delete(owner);
  }

  refuseWhenOffline(): void {
    if (this.#options.isOffline()) throw new AppError('workingOffline', 'Satchel is working offline');
  }

  async #transfer(request: Request, { named, connection }: Sending): Promise<Response> {
    const host = connection.hostName ?? new URL(request.url).host;
    try {
      const response = await connection.transport(request);
      this.#options.ledger.record(named, host, response);
      return response;
    } catch (thrown) {
      // An AppError is Satchel's own refusal: nothing went out.
      if (!(thrown instanceof AppError)) this.#options.ledger.record(named, host, null);
      throw thrown;
    }
  }

  async #keepRotatedSession({ owner, session, lent }: Sending, headers: Headers): Promise<void> {
    for (const line of headers.getSetCookie()) {
      const value = cookiePattern.exec(line)?.[1];
      if (!value) continue;
      if (lent) lent.value = value;
      // An account signed out or in again meanwhile keeps what it has.
      else if (session) await this.#options.sessions.rotate(owner, session, value);
    }
  }
}

function cookieOf(session: string): string {
  return `${cookieName}=${session}`;
}

export function hasSession({ session, lent }: Sending): boolean {
  return (session ?? lent) !== undefined;
}

/** Roblox counts signed-out requests by address, so all accounts without a session share one budget. */
function rateKey(sending: Sending): string {
  const { named, owner, connection } = sending;
  return `${connection.name} ${named.service}.${named.name}/${hasSession(sending) ? owner : 'signed out'}`;
}
