import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import {
  createDemoRoblox,
  type DemoRoblox,
  type DemoRobloxOptions,
} from '../../electron/demo/demo-roblox.ts';
import type { Fault } from './roblox-faults.ts';

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
  /** Ends at once, whatever is still under way. */
  close(): Promise<void>;
}

/** The demo Roblox over real HTTP on loopback, with faults the test switches on. Limits are off unless asked for. */
export async function startRobloxServer(options: Partial<DemoRobloxOptions> = {}): Promise<RobloxServer> {
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  let active: { match: RequestMatch; fault: Fault; times: number }[] = [];
  let clockOffsetMs = 0;

  const answer = async (
    request: Request,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<Response> => {
    const url = new URL(request.url);
    const body = request.method === 'GET' ? undefined : await request.text();
    const recorded = record(request, url, body);
    requests.push(recorded);
    const carryOut = async (): Promise<Response> =>
      demo.app.fetch(
        new Request(url, { method: request.method, headers: request.headers, body: body ?? null }),
      );
    const entry = active.findLast(({ match, times }) => times > 0 && matches(match, recorded));
    if (!entry) return carryOut();
    entry.times--;
    await entry.fault({
      incoming,
      outgoing,
      query: url.searchParams,
      answer: carryOut,
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
    session: /(?:^|;\s*)\.ROBLOSECURITY=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1],
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
