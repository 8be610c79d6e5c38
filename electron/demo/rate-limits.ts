import { RobloxError } from './roblox-error.ts';

/** Requests a minute, with and without a session. */
export interface Allowance {
  readonly signedIn: number;
  readonly signedOut: number;
}

/** What Roblox has published (August 2025) or was measured to allow signed out (September 2026). */
export const allowances = {
  canView: { signedIn: 25, signedOut: 1 },
  collectibles: { signedIn: 240, signedOut: 60 },
  categories: { signedIn: 100, signedOut: 100 },
  items: { signedIn: 100, signedOut: 60 },
  places: { signedIn: 1000, signedOut: 1000 },
  packages: { signedIn: 1000, signedOut: 1000 },
  inventoryByType: { signedIn: 450, signedOut: 50 },
  addCollectionItem: { signedIn: 1000, signedOut: 1000 },
  removeCollectionItem: { signedIn: 200, signedOut: 200 },
  profileCollection: { signedIn: 100, signedOut: 100 },
  bundles: { signedIn: 100, signedOut: 10 },
  bundleDetails: { signedIn: 100, signedOut: 100 },
  favorites: { signedIn: 100, signedOut: 10 },
  badges: { signedIn: 100, signedOut: 100 },
  gamePasses: { signedIn: 100, signedOut: 50 },
  users: { signedIn: 60, signedOut: 30 },
  thumbnails: { signedIn: 500, signedOut: 120 },
} as const satisfies Record<string, Allowance>;

export type LimitName = keyof typeof allowances;

export interface RateLimitOptions {
  /** Whether going over is refused; the headers are sent either way. */
  readonly areEnforced: boolean;
  /** What all allowances are multiplied by, the signed-out one of can-view excepted. */
  readonly factor: number;
  readonly signedOutCanViewPerMinute: number;
}

/** Counts requests per endpoint and caller in minutes by the clock, and says so in headers. */
export class RateLimits {
  readonly #options: RateLimitOptions;
  readonly #now: () => number;
  readonly #counts = new Map<string, { minute: number; count: number }>();

  constructor(options: RateLimitOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  /** Counts one request and gives its rate headers. Throws the 429 when limits are enforced and used up. */
  count(name: LimitName, viewer: number | null): Readonly<Record<string, string>> {
    const limit = this.#limitOf(name, viewer);
    const now = this.#now();
    const minute = Math.floor(now / 60_000);
    const key = `${name}/${viewer ?? 'signed out'}`;
    const last = this.#counts.get(key);
    const count = last?.minute === minute ? last.count + 1 : 1;
    this.#counts.set(key, { minute, count });
    const seconds = Math.ceil(((minute + 1) * 60_000 - now) / 1000);
    const headers = {
      'x-ratelimit-limit': `${limit}, ${limit};w=60`,
      'x-ratelimit-remaining': String(Math.max(0, limit - count)),
      'x-ratelimit-reset': String(seconds),
    };
    if (!this.#options.areEnforced || count <= limit) return headers;
    // Every other refusal says when to come back, as Roblox only sometimes does.
    const retry = (count - limit) % 2 === 1 ? { 'retry-after': String(seconds) } : {};
    throw new RobloxError(429, 0, 'Too many requests', { headers: { ...headers, ...retry } });
  }

  #limitOf(name: LimitName, viewer: number | null): number {
    if (viewer !== null) return Math.round(allowances[name].signedIn * this.#options.factor);
    if (name === 'canView') return this.#options.signedOutCanViewPerMinute;
    return Math.round(allowances[name].signedOut * this.#options.factor);
  }
}
