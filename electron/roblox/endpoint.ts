import type { z } from 'zod';
import type { ErrorCode } from '../../shared/errors.ts';

/** Roblox hosts that Satchel calls: `<service>.roblox.com`. */
export type Host = 'inventory' | 'users' | 'catalog' | 'thumbnails' | 'apis' | 'badges' | 'auth' | 'www';

/**
 * One call of one Roblox service, as data: the client interprets it and nothing else builds an address. Parameters
 * named in the path fill it; the others are the query of a GET or DELETE and the JSON body of a POST.
 */
export interface Endpoint<Params extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: `/${string}`;
  readonly params: Params;
  readonly output: Output;
  /**
   * `"<status>:<Roblox code>"`, or `"<status>"` for any other code of it. What is not listed here falls to the
   * meanings all services share (errors.ts).
   */
  readonly errors: Readonly<Record<string, ErrorCode>>;
  /** How long an answer counts as fresh, in milliseconds. */
  readonly freshForMs: number;
  /** Requests a minute Roblox has published or been measured to allow; headers correct it while running. */
  readonly perMinute: number;
  /** Which parameters go where when the body is not simply the ones left over. */
  readonly body?: (rest: z.infer<Params>) => unknown;
}

export type ParamsOf<E extends Endpoint> = z.output<E['params']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

/** An endpoint with the names it is addressed and counted by. */
export interface NamedEndpoint {
  readonly service: string;
  readonly name: string;
  readonly host: Host;
  readonly endpoint: Endpoint;
}

/** Keeps each endpoint's own types while checking that the table is one. */
export function defineService<const Table extends Readonly<Record<string, Endpoint>>>(
  service: string,
  host: Host,
  endpoints: Table,
): Table {
  for (const [name, endpoint] of Object.entries(endpoints))
    named.set(endpoint, { service, name, host, endpoint });
  return endpoints;
}

/** The names of an endpoint that stands in a service's table. */
export function nameOf(endpoint: Endpoint): NamedEndpoint {
  const names = named.get(endpoint);
  if (!names) throw new TypeError(`Not in any service's table: ${endpoint.method} ${endpoint.path}`);
  return names;
}

const named = new Map<Endpoint, NamedEndpoint>();

export function endpoint<Params extends z.ZodObject, Output extends z.ZodType>(
  definition: Endpoint<Params, Output>,
): Endpoint<Params, Output> {
  return definition;
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
