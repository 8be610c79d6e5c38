import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { readBody } from './body.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Connection, LentSession, Session, Sessions } from './connection.ts';
import type { NamedEndpoint } from './endpoint.ts';
import type { Ledger } from './ledger.ts';
import type { PreparedRequest } from './request.ts';
import { timeLimit } from './time-limit.ts';
import { Scheduler, type Allowance, type Budget, type BudgetStore, type Turn } from './scheduler.ts';

const cookieName = '.ROBLOSECURITY';
const cookiePattern = /^\.ROBLOSECURITY=([^;]+)/;
export interface SenderOptions {
  readonly sessions: Sessions;
  readonly ledger: Ledger;
  readonly version: string;
  readonly now: () => number;
  readonly isOffline: () => boolean;
  /** In place of the computer's. */
  readonly clock?: Clock;
  /** Where the budgets of endpoints are remembered between runs. */
  readonly budgets?: BudgetStore;
}

/** When a call goes out: its place among the others, and for how long a request that waits may be under way. */
export interface Calling extends Pick<Turn, 'priority' | 'waits' | 'onWait' | 'signal'> {
  readonly timeoutMs: number;
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

/** One answer, read to its end. */
export interface Answer {
  /** Status and headers; its body is beside it, where nobody copies it. */
  readonly head: Response;
  readonly body: Uint8Array;
}

/**
 * Puts single requests on the wire: adds the session and the CSRF token, sends it when it is its turn, counts it, and
 * lets the scheduler learn from the answer's headers.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #csrfTokens = new Map<number, string>();
  readonly scheduler: Scheduler;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.scheduler = new Scheduler(options.clock ?? systemClock(options.now), options.budgets);
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

  /** The whole answer, once it is the request's turn. Throws `rateLimited` for what does not wait. */
  async send(request: Request, sending: Sending, calling: Calling): Promise<Answer> {
    this.refuseWhenOffline();
    const budget = budgetOf(sending);
    return this.scheduler.run({ ...calling, accountId: sending.owner, budget }, async () => {
      // Both may have changed while it waited.
      this.refuseWhenOffline();
      await this.#renewSession(request, sending);
      const response = await this.#transfer(request, sending, calling);
      this.scheduler.learn(budget, response.status, response.headers);
      await this.#keepRotatedSession(sending, response.headers);
      const body = await readBody(response);
      this.#options.ledger.addBytes(sending.named, body.byteLength, response);
      const { status, headers } = response;
      return { head: new Response(null, { status, headers }), body };
    });
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

  allowance(sending: Sending): Allowance {
    return this.scheduler.allowance(budgetOf(sending));
  }

  /** When the endpoint takes requests again, in epoch milliseconds; undefined when it does now. */
  retryAt(sending: Sending): number | undefined {
    return this.scheduler.retryAt(budgetOf(sending));
  }

  /** Roblox does not accept the session the call went out with, or not for changes. */
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

  async #renewSession(request: Request, { owner, lent }: Sending): Promise<void> {
    if (lent || !request.headers.has('cookie')) return;
    const session = await this.#options.sessions.read(owner);
    if (session) request.headers.set('cookie', cookieOf(session.value));
  }

  async #transfer(
    request: Request,
    { named, connection }: Sending,
    { waits, timeoutMs }: Calling,
  ): Promise<Response> {
    // What does not wait has its time limit already, over all it may have to be sent again.
    const limit = waits ? timeLimit(timeoutMs) : null;
    const host = connection.hostName ?? new URL(request.url).host;
    try {
      const timed = limit
        ? new Request(request, { signal: AbortSignal.any([request.signal, limit.signal]) })
        : request;
      const response = await connection.transport(timed);
      this.#options.ledger.record(named, host, response);
      return response;
    } catch (thrown) {
      // An AppError is Satchel's own refusal: nothing went out.
      if (!(thrown instanceof AppError)) this.#options.ledger.record(named, host, null);
      if (limit?.signal.aborted) throw new AppError('timedOut', 'No answer in time');
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
function budgetOf(sending: Sending): Budget {
  const { named, owner, connection } = sending;
  const whose = hasSession(sending) ? owner : 'signed out';
  const { perMinute } = named.endpoint;
  return { key: `${connection.name} ${named.service}.${named.name}/${whose}`, perMinute };
}
