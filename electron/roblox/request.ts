import { AppError } from '../../shared/errors.ts';
import { nameOf, type Endpoint, type ParamsOf } from './endpoint.ts';
import type { Origin } from './origin.ts';

/** One call, ready to be sent: what `--curl` prints. Holds no session and no token. */
export interface PreparedRequest {
  readonly method: Endpoint['method'];
  readonly address: string;
  /** JSON text, undefined for a GET or DELETE. */
  readonly body: string | undefined;
}

/** Turns an endpoint and its parameters into an address and a body. Throws `idNotSafe` or `inputInvalid`. */
export function prepareRequest<E extends Endpoint>(
  endpoint: E,
  params: ParamsOf<E>,
  origin: Origin,
): PreparedRequest {
  const { host } = nameOf(endpoint);
  const values = new Map(Object.entries(parseParams(endpoint, params)));
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values.get(name);
    values.delete(name);
    return encodeURIComponent(text(value));
  });
  if (endpoint.method === 'POST') {
    const rest = Object.fromEntries(values);
    const body = endpoint.body ? endpoint.body(rest) : rest;
    return { method: 'POST', address: origin.addressOf(host, path), body: JSON.stringify(body) };
  }
  const query = new URLSearchParams();
  for (const [name, value] of values) if (value !== undefined) query.set(name, text(value));
  const search = query.size > 0 ? `?${query.toString()}` : '';
  return { method: endpoint.method, address: origin.addressOf(host, path) + search, body: undefined };
}

// A schema compiles itself with its first use: a new one for each request would do so each time.
const strictParams = new WeakMap<Endpoint, Endpoint['params']>();

function parseParams(endpoint: Endpoint, params: unknown): Record<string, unknown> {
  const strict = strictParams.get(endpoint) ?? endpoint.params.strict();
  strictParams.set(endpoint, strict);
  const parsed = strict.safeParse(params);
  if (parsed.success) return parsed.data;
  const isUnsafeId = parsed.error.issues.some(
    (issue) => issue.code === 'custom' && issue.params?.['code'] === 'idNotSafe',
  );
  const names = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ');
  throw isUnsafeId
    ? new AppError('idNotSafe', `Not a whole number from 1 to ${Number.MAX_SAFE_INTEGER}: ${names}`)
    : new AppError('inputInvalid', `${nameOf(endpoint).name} cannot be asked with this: ${names}`);
}

/** Parameters of paths and queries are text, numbers and booleans; a schema that lets more through is a mistake. */
function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new TypeError(`A ${typeof value} does not fit into an address`);
}
