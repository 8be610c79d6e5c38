import { z } from 'zod';
import { nameOf, type Endpoint } from '../../electron/roblox/endpoint.ts';

/** What was answered: the JSON as it came, and as the endpoint's table reads it. */
export interface Answer<E extends Endpoint> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** `<status>:<code>` of a refusal, `<status>` of one without a code, undefined for success. */
  readonly refusal: string | undefined;
  /** The body parsed by the table's schema; throws when it does not fit. */
  read(): z.output<E['output']>;
}

export interface AskOptions {
  readonly session?: string | undefined;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Sends one call of an endpoint table without the client: no retries, no pacing, no checking of parameters, so that a
 * test can send what the client would not.
 */
export async function ask<E extends Endpoint>(
  fetch: (request: Request) => Promise<Response>,
  endpoint: E,
  params: Readonly<Record<string, unknown>>,
  { session, token, headers = {} }: AskOptions = {},
): Promise<Answer<E>> {
  const inPath = new Set<string>();
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(params[name]));
  });
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !inPath.has(name)));
  const url = new URL(`https://${nameOf(endpoint).host}.roblox.com${path}`);
  const isPost = endpoint.method === 'POST';
  if (!isPost) for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, String(value));
  const body = endpoint.body ? endpoint.body(rest) : rest;
  const response = await fetch(
    new Request(url, {
      method: endpoint.method,
      headers: {
        ...headers,
        ...(session === undefined ? {} : { cookie: `.ROBLOSECURITY=${session}` }),
        ...(token === undefined ? {} : { 'x-csrf-token': token }),
        ...(isPost ? { 'content-type': 'application/json' } : {}),
      },
      body: isPost ? JSON.stringify(body) : null,
    }),
  );
  const parsed: unknown = await response.json();
  return {
    status: response.status,
    headers: response.headers,
    body: parsed,
    refusal: response.ok ? undefined : refusalOf(response.status, parsed),
    read: () => endpoint.output.parse(parsed) as z.output<E['output']>,
  };
}

function refusalOf(status: number, body: unknown): string {
  const { success, data } = errorBody.safeParse(body);
  return success ? `${status}:${data.errors[0].code}` : String(status);
}

const errorBody = z.object({ errors: z.tuple([z.object({ code: z.number(), message: z.string().min(1) })]) });

interface PageLike {
  readonly nextPageCursor: string | null;
  readonly data: readonly unknown[];
  readonly unreadableRows: number;
}

/** Walks a list to its end and gives all rows; fails on a row the table cannot read and on a cursor that comes back. */
export async function walk<Row>(
  page: (cursor: string | undefined) => Promise<{ readonly data: readonly Row[] } & PageLike>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined; ;) {
    const { data, nextPageCursor, unreadableRows } = await page(cursor);
    if (unreadableRows > 0) throw new Error(`${unreadableRows} rows cannot be read`);
    rows.push(...data);
    if (nextPageCursor === null) return rows;
    if (seen.has(nextPageCursor)) throw new Error('A cursor came back');
    seen.add(nextPageCursor);
    cursor = nextPageCursor;
  }
}
