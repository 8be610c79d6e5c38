import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';

/** One request on its way through a fault, with the socket at hand. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly query: URLSearchParams;
  /** Lets the demo carry the request out, and gives what it would have answered. */
  readonly answer: () => Promise<Response>;
  /** Aborted when the server closes; whatever waits or drips stops then. */
  readonly closing: AbortSignal;
}

/** Goes wrong instead of answering, or with the answer. Ends the exchange itself. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** The ways in which Roblox, the network or somebody in between can fail. */
export const faults = {
  /** Any status with a JSON body, or with none. */
  status:
    (status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Fault =>
    ({ outgoing }) => {
      outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    },

  /** A refusal as Roblox words it. */
  refusal: (
    status: number,
    code: number,
    message = 'Refused',
    headers: Readonly<Record<string, string>> = {},
  ): Fault => faults.status(status, { errors: [{ code, message }] }, headers),

  /** 429; `retryAfter` in seconds or as a date, left out when undefined. */
  tooManyRequests: (retryAfter?: number | Date): Fault => {
    const text = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter?.toString();
    return faults.refusal(429, 0, 'Too many requests', text === undefined ? {} : { 'retry-after': text });
  },

  sessionEnded: (code: 0 | 9002 = 0): Fault =>
    faults.refusal(
      401,
      code,
      code === 0 ? 'Authorization has been denied for this request.' : 'Unauthorized',
    ),

  /** Roblox asks for a second step, which no app can take for the person. */
  challenge: (): Fault =>
    faults.refusal(403, 0, 'Challenge is required to authorize the request', {
      'rblx-challenge-id': 'demo-challenge',
      'rblx-challenge-type': 'twostepverification',
      'rblx-challenge-metadata': Buffer.from('{"userId":"1"}').toString('base64'),
    }),

  /** 403 with a token that will not be valid either. */
  tokenRefused: (): Fault =>
    faults.refusal(403, 0, 'Token Validation Failed', { 'x-csrf-token': 'never-valid' }),

  redirect:
    (location: string, status = 302): Fault =>
    ({ outgoing }) => {
      outgoing.writeHead(status, { location }).end();
    },

  html:
    (status = 200): Fault =>
    ({ outgoing }) => {
      outgoing.writeHead(status, { 'content-type': 'text/html' });
      outgoing.end('<!doctype html><title>Attention Required!</title><h1>Sorry, you have been blocked</h1>');
    },

  empty: (status = 200): Fault => faults.status(status),

  /** JSON, but not of the shape the endpoint has. */
  wrongType: (body: unknown = [1, 'two', null]): Fault => faults.status(200, body),

  /** Says that it is JSON, and is not. */
  notJson:
    (text = '{"data": [{"id": 1,}'): Fault =>
    ({ outgoing }) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(text);
    },

  /** Announces the whole answer, sends half of it and hangs up. */
  truncated:
    (): Fault =>
    async ({ answer, outgoing }) => {
      const response = await answer();
      const body = Buffer.from(await response.arrayBuffer());
      outgoing.writeHead(response.status, {
        'content-type': 'application/json',
        'content-length': body.length,
      });
      outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy());
    },

  /** Lists of copies without some of them, as if somebody had taken them. */
  without:
    (isTaken: (assetId: number, instanceId: number) => boolean): Fault =>
    async ({ answer, outgoing }) => {
      const page = (await (await answer()).json()) as { data: { assetId: number; userAssetId: number }[] };
      const data = page.data.filter(({ assetId, userAssetId }) => !isTaken(assetId, userAssetId));
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ ...page, data }));
    },

  /** Valid JSON of more than `bytes`, sent without saying how long it is. */
  oversized:
    (bytes = 17 * 1024 * 1024): Fault =>
    async ({ outgoing, closing }) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      // A reader that has had enough hangs up, which is the point and no error.
      await pipeline(paddedJson(bytes), outgoing, { signal: closing }).catch(() => undefined);
    },

  /** Takes the request and says nothing. */
  silent:
    (): Fault =>
    async ({ outgoing, closing }) => {
      await pause(longestMs, closing);
      outgoing.socket?.destroy();
    },

  /** Sends the answer a byte at a time. */
  drip:
    (msPerByte = 50): Fault =>
    async ({ answer, outgoing, closing }) => {
      const response = await answer();
      const body = Buffer.from(await response.arrayBuffer());
      outgoing.writeHead(response.status, { 'content-type': 'application/json' });
      const deadline = Date.now() + longestMs;
      for (const byte of body) {
        if (closing.aborted || outgoing.destroyed || Date.now() > deadline) break;
        outgoing.write(Buffer.of(byte));
        await pause(msPerByte, closing);
      }
      outgoing.end();
    },

  /** Hangs up before anything is carried out. */
  reset:
    (): Fault =>
    ({ outgoing }) => {
      outgoing.socket?.resetAndDestroy();
    },

  /** Carries the request out and hangs up before answering: the outcome is unknown to the caller. */
  lostAnswer:
    (): Fault =>
    async ({ answer, outgoing }) => {
      await answer();
      outgoing.socket?.resetAndDestroy();
    },

  /** The true answer, with headers added. */
  withHeaders:
    (headers: Readonly<Record<string, string>>): Fault =>
    async ({ answer, outgoing }) => {
      const response = await answer();
      outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...headers });
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    },

  /** From the second page on, the cursor just used comes back as the next one. */
  repeatedCursor:
    (): Fault =>
    ({ query, ...exchange }) =>
      reshape(exchange, (page) =>
        query.has('cursor') ? { ...page, nextPageCursor: query.get('cursor') } : page,
      ),

  /** Every page begins with the last row of the one before, as when something is added while paging. */
  duplicateRows: (): Fault => {
    let last: unknown;
    return (exchange) =>
      reshape(exchange, (page) => {
        const rows = last === undefined ? page.data : [last, ...page.data];
        last = page.data.at(-1);
        return { ...page, data: rows };
      });
  },

  /** Adds rows nobody can read to every page: six, none of them alike. */
  badRows: (): Fault => (exchange) =>
    reshape(exchange, (page) => {
      const [first] = page.data;
      const fields = Object.entries((first ?? {}) as Record<string, unknown>);
      const unsafe = Object.fromEntries(
        fields.map(([key, value]) => [key, typeof value === 'number' ? 2 ** 60 : value]),
      );
      return { ...page, data: [null, 'row', 7, [], {}, ...page.data, unsafe] };
    }),
} as const;

interface Page {
  readonly data: readonly unknown[];
  readonly nextPageCursor?: unknown;
}

/** Sends the demo's page changed; anything but a page goes out as it is. */
async function reshape(
  { answer, outgoing }: Pick<Exchange, 'answer' | 'outgoing'>,
  change: (page: Page) => Page,
): Promise<void> {
  const response = await answer();
  const text = await response.text();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.ok) {
    outgoing.end(text);
    return;
  }
  outgoing.end(JSON.stringify(change(JSON.parse(text) as Page)));
}

// A test that forgets to close must not keep its process waiting for ever.
const longestMs = 60_000;

/** Waits, or stops waiting when the server closes. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}

function* paddedJson(bytes: number): Generator<string> {
  const chunk = 'x'.repeat(64 * 1024);
  yield '{"data":[],"padding":"';
  for (let sent = 0; sent <= bytes; sent += chunk.length) yield chunk;
  yield '"}';
}
