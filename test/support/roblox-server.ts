import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  createDemoRoblox,
  type DemoRoblox,
  type DemoRobloxOptions,
} from '../../electron/demo/demo-roblox.ts';
import { readSession } from '../../electron/demo/sessions.ts';
import type { Fault } from './roblox-faults.ts';
import { signInPage } from './sign-in-page.ts';

/** One request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** With the service first, as in `/inventory/v1/users/1/categories`, and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The value of the session cookie, undefined when none was sent. */
  readonly session: string | undefined;
  /** The body's JSON, its text when it is none, undefined when it is empty. */
  readonly body: unknown;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A path that begins so, a pattern for it, or any question about the request. */
export type RequestMatch = string | RegExp | ((request: RecordedRequest) => boolean);

export interface RobloxServer {
  /** `http://127.0.0.1:<port>`: what SATCHEL_ROBLOX_ORIGIN is set to. */
  readonly origin: string;
  readonly demo: DemoRoblox;
  readonly requests: readonly RecordedRequest[];
  /** Requests whose path begins so or matches. */
  requestsTo(match: RequestMatch): readonly RecordedRequest[];
  /** From now on, requests that match meet the fault, `times` times. Later faults come before earlier ones. */
  fail(match: RequestMatch, fault: Fault, times?: number): void;
  /** Switches all faults off and empties the record. What was added and removed stays. */
  clear(): void;
  /** Moves the demo's clock on: rate limit windows pass, and CSRF tokens are replaced. */
  passTime(ms: number): void;
  /** A new session of an account beside those it has, as from signing in in a browser: the cookie's whole value. */
  signIn(userId: number): string;
  /** Ends every session of an account: 401 from now on. */
  endSessions(userId: number): void;
  /**
   * The next answer to a request of the account brings a new session by Set-Cookie, and ends the one that came. Gives
   * the new cookie's value, which is good from now on.
   */
  rotateSession(userId: number): string;
  /** Ends at once, whatever is still under way. */
  close(): Promise<void>;
}

/** The demo Roblox over real HTTP on loopback, with faults the test switches on. Limits are off unless asked for. */
export async function startRobloxServer(options: Partial<DemoRobloxOptions> = {}): Promise<RobloxServer> {
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  let active: { match: RequestMatch; fault: Fault; times: number }[] = [];
  let clockOffsetMs = 0;
  const rotations = new Map<number, string>();

  const signIn = (userId: number): string => {
    const session = demo.sessions.start(userId);
    if (session === undefined) throw new Error(`The account ${userId} of the demo cannot sign in`);
    return session;
  };

  const carryOut = async (request: Request, { session = '' }: RecordedRequest): Promise<Response> => {
    const isPage = new URL(request.url).pathname.startsWith('/www/');
    const response = await (isPage ? page : demo.app).fetch(request);
    const owner = demo.sessions.findOwner(session);
    const rotated = rotations.get(owner ?? 0);
    if (owner === null || rotated === undefined) return response;
    rotations.delete(owner);
    demo.sessions.end(session);
    const headers = new Headers(response.headers);
    headers.append('set-cookie', `.ROBLOSECURITY=${rotated}; Path=/; HttpOnly`);
    return new Response(response.body, { status: response.status, headers });
  };

  const answer = async (
    request: Request,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<Response> => {
    const url = new URL(request.url);
    const body = request.method === 'GET' ? undefined : await request.text();
    const recorded = record(request, url, body);
    requests.push(recorded);
    const answerTruly = () => {
      const { method, headers } = request;
      return carryOut(new Request(url, { method, headers, body: body ?? null }), recorded);
    };
    const entry = active.findLast(({ match, times }) => times > 0 && matches(match, recorded));
    if (!entry) return answerTruly();
    entry.times--;
    await entry.fault({
      incoming,
      outgoing,
      query: url.searchParams,
      answer: answerTruly,
      closing: closing.signal,
    });
    return RESPONSE_ALREADY_SENT;
  };

  const server = serve({
    fetch: (request, { incoming, outgoing }) =>
      answer(request, incoming as IncomingMessage, outgoing as ServerResponse),
    // Its faster Request and Response are not those that the rest of the process, the client included, works with.
    overrideGlobalObjects: false,
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise<void>((resolve) => void server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const now = options.now ?? Date.now;
  const demo = createDemoRoblox({
    imageOrigin: `${origin}/rbxcdn`,
    ...options,
    now: () => now() + clockOffsetMs,
  });
  const page = signInPage(demo.accounts, signIn);

  return {
    origin,
    demo,
    requests,
    requestsTo: (match) => requests.filter((request) => matches(match, request)),
    fail: (match, fault, times = Number.POSITIVE_INFINITY) => void active.push({ match, fault, times }),
    clear: () => {
      active = [];
      requests.length = 0;
    },
    passTime: (ms) => void (clockOffsetMs += ms),
    signIn,
    endSessions: (userId) => demo.sessions.endAll(userId),
    rotateSession: (userId) => {
      const session = signIn(userId);
      rotations.set(userId, session);
      return session;
    },
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function record(request: Request, url: URL, body: string | undefined): RecordedRequest {
  return {
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    session: readSession(request.headers.get('cookie') ?? undefined),
    body: body ? parseBody(body) : undefined,
    at: Date.now(),
  };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function matches(match: RequestMatch, request: RecordedRequest): boolean {
  if (typeof match === 'function') return match(request);
  return typeof match === 'string' ? request.path.startsWith(match) : match.test(request.path);
}
