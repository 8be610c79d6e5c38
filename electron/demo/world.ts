import type { Context, Env, MiddlewareHandler } from 'hono';
import type { DemoAccount } from './account.ts';
import type { Catalogue, CatalogueAsset } from './catalogue.ts';
import type { ProfileCollections } from './profile-collections.ts';
import type { LimitName, RateLimits } from './rate-limits.ts';
import { unknownUser, unreadable, type RobloxError } from './roblox-error.ts';
import type { Sessions } from './sessions.ts';

/** What a request knows besides itself: who sent it. */
export interface DemoEnv extends Env {
  Variables: { viewer: number | null };
}

/** Everything the demo's services share. */
export interface World {
  readonly accounts: readonly DemoAccount[];
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly collections: ProfileCollections;
  /** Images are given out under this address. */
  readonly imageOrigin: string;
}

/** Counts a request against an endpoint's allowance before it is answered, refused answers included. */
export function limited(world: World, name: LimitName): MiddlewareHandler<DemoEnv> {
  return async (c, next) => {
    const headers = world.limits.count(name, c.get('viewer'));
    await next();
    for (const [header, value] of Object.entries(headers)) c.header(header, value);
  };
}

/** The account a path names. `whenUnknown` is the service's own way of saying that there is none. */
export function accountOf(
  world: World,
  c: Context<DemoEnv>,
  whenUnknown: () => RobloxError = unknownUser,
): DemoAccount {
  const userId = idParam(c, 'userId');
  const account = world.accounts.find((candidate) => candidate.userId === userId);
  if (!account) throw whenUnknown();
  return account;
}

export function canView(account: DemoAccount, viewer: number | null): boolean {
  return !account.isHidden || viewer === account.userId;
}

/** An int64 of the path. What JavaScript would round is nobody's id here. */
export function idParam(c: Context<DemoEnv>, name: string): number {
  const text = c.req.param(name);
  if (!text || !/^-?\d{1,19}$/.test(text)) throw unreadable(name, text);
  return Number.isSafeInteger(Number(text)) ? Number(text) : 0;
}

/** Every catalogue in use, and what of it exists; accounts may come from more than one. */
export function findAsset(
  world: World,
  id: number,
): { catalogue: Catalogue; asset: CatalogueAsset } | undefined {
  for (const catalogue of cataloguesOf(world)) {
    const asset = catalogue.findAsset(id);
    if (asset) return { catalogue, asset };
  }
  return undefined;
}

export function cataloguesOf(world: World): ReadonlySet<Catalogue> {
  return new Set(world.accounts.map(({ catalogue }) => catalogue));
}

/** ISO 8601 with the seven decimals .NET writes. */
export function wireDate(at: number): string {
  return new Date(at).toISOString().replace('Z', `${String(at % 10_000).padStart(4, '0')}Z`);
}
