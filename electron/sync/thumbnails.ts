import type { ThumbnailExplanation, ThumbnailReason } from '../../shared/thumbnails.ts';
import type { Absence, KnownThumbnail } from '../library/thumbnail-cache.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { hourMs, minuteMs } from '../roblox/endpoint.ts';
import { ThumbnailFetcher, type Fetched, type ThumbnailWanted } from './thumbnail-fetcher.ts';

type Awaitable<T> = T | Promise<T>;

/** Where pictures are kept. Whatever of it fails costs a request, never a picture. */
export interface ThumbnailStore {
  find(key: string, now: number): Awaitable<KnownThumbnail>;
  save(key: string, bytes: Uint8Array, at: number): Awaitable<void>;
  noteUsed(keys: readonly string[], at: number): Awaitable<void>;
  noteAbsent(absences: readonly Absence[], now: number): Awaitable<void>;
}

export interface ThumbnailsOptions {
  readonly cache: ThumbnailStore;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** In whose name pictures of this id are asked for; they need no session. */
  readonly ownerOf: (targetId: number) => number | null;
  /** Whether Roblox can be asked about this id at all. */
  readonly isOnline?: (targetId: number) => boolean;
  /** Whether anybody may be asked about this picture, network or not. */
  readonly isWanted?: (targetId: number, type: string) => boolean;
  readonly gatherMs?: number;
  readonly pendingMs?: number;
}

/** Why a picture was not had, and when asking again makes sense. */
interface Missing {
  readonly reason: ThumbnailReason;
  readonly againAt: number;
  readonly attempts: number;
}

// What the pages ask for by our words, in the words of the thumbnails service.
const thumbnailTypes = {
  Asset: 'Asset',
  Bundle: 'BundleThumbnail',
  Badge: 'BadgeIcon',
  GamePass: 'GamePass',
  AvatarHeadShot: 'AvatarHeadShot',
} as const satisfies Record<string, ThumbnailWanted['type']>;

const keyPattern = /^(Asset|Bundle|Badge|GamePass|AvatarHeadShot)-([1-9]\d{0,15})-(150|420)$/;
const nothingKnown: KnownThumbnail = { bytes: null, savedAt: null, absence: null };
// A face follows what the avatar wears; an item keeps its picture.
const faceFreshForMs = 24 * hourMs;
const shortestWaitMs = 5000;
const longestWaitMs = 5 * minuteMs;
const mostMissing = 5000;
// Pictures the disk did not take, held so that they show all the same.
const mostUnsaved = 200;
const usesAtOnce = 300;
const usesEveryMs = 20_000;

/** Pictures by key (`Asset-123-150`): from the cache, else fetched from Roblox and kept. */
export class Thumbnails {
  readonly #options: ThumbnailsOptions;
  readonly #fetcher: ThumbnailFetcher;
  readonly #underWay = new Map<string, Promise<Uint8Array | null>>();
  readonly #missing = new Map<string, Missing>();
  readonly #unsaved = new Map<string, Uint8Array>();
  /** When old pictures were asked for anew. */
  readonly #renewed = new Map<string, number>();
  #isClosed = false;
  #used = new Set<string>();
  #useTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ThumbnailsOptions) {
    this.#options = options;
    const { client, gatherMs, pendingMs } = options;
    this.#fetcher = new ThumbnailFetcher({ client, gatherMs, pendingMs });
  }

  /** A picture's bytes, or null when there is none, or none now. Never throws: a missing picture is no error. */
  read(key: string): Promise<Uint8Array | null> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const reading = this.#find(key)
      .then((bytes) => (this.#isClosed ? null : bytes))
      .catch(() => null)
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }

  /** Why each of these pictures is not there, in their order. */
  explainAll(keys: readonly string[]): Promise<readonly ThumbnailExplanation[]> {
    return Promise.all(keys.map((key) => this.explain(key)));
  }

  /** Why a picture is not there, and in how long to ask for it again; null when only a change brings it. */
  async explain(key: string): Promise<ThumbnailExplanation> {
    const now = this.#options.now();
    const match = keyPattern.exec(key);
    if (!match) return { reason: 'none', againInMs: null };
    const missing = this.#missing.get(key);
    if (!this.#canAsk(match) && !isFinal(missing)) {
      const { absence } = await this.#known(key);
      return { reason: absence?.reason ?? 'offline', againInMs: null };
    }
    if (!missing) return { reason: 'notYet', againInMs: shortestWaitMs };
    if (isFinal(missing)) return { reason: missing.reason, againInMs: null };
    return { reason: missing.reason, againInMs: Math.max(missing.againAt - now, 0) };
  }

  /** Writes down what is still noted in memory only. From then on there are no pictures. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writeUses();
  }

  async #find(key: string): Promise<Uint8Array | null> {
    const match = keyPattern.exec(key);
    if (!match || this.#isClosed) return null;
    const now = this.#options.now();
    const { bytes, savedAt, absence } = await this.#known(key);
    const found = bytes ?? this.#unsaved.get(key);
    if (found) {
      if (bytes) this.#noteUse(key);
      if (savedAt !== null && this.#isOld(key, savedAt)) void this.#renew(key);
      return found;
    }
    if (absence) {
      this.#note(key, absence.reason, absence.until);
      return null;
    }
    const missing = this.#missing.get(key);
    // A failure is tried again whenever somebody looks; what Roblox is drawing takes the time it takes.
    if (missing && missing.reason !== 'failed' && missing.reason !== 'offline' && missing.againAt > now)
      return null;
    return this.#isWanted(match) ? this.#keep(key, await this.#fetch(match)) : null;
  }

  #canAsk(match: RegExpExecArray): boolean {
    return this.#options.isOnline?.(Number(match[2])) !== false && this.#isWanted(match);
  }

  #isWanted([, type = '', id]: RegExpExecArray): boolean {
    return this.#options.isWanted?.(Number(id), type) !== false;
  }

  #fetch([key, type, id, size]: RegExpExecArray): Promise<Fetched> {
    return this.#fetcher.fetch({
      key,
      targetId: Number(id),
      owner: this.#options.ownerOf(Number(id)),
      type: thumbnailTypes[type as keyof typeof thumbnailTypes],
      size: `${size}x${size}`,
    });
  }

  #isOld(key: string, savedAt: number): boolean {
    const seenAt = Math.max(savedAt, this.#renewed.get(key) ?? 0);
    return key.startsWith('AvatarHeadShot-') && this.#options.now() - seenAt >= faceFreshForMs;
  }

  /** Until there is another, and if there is none, the old picture stays. */
  async #renew(key: string): Promise<void> {
    const match = keyPattern.exec(key);
    if (!match || !this.#canAsk(match)) return;
    this.#renewed.set(key, this.#options.now());
    const fetched = await this.#fetch(match);
    if (fetched.kind === 'picture' && !this.#isClosed) await this.#save(key, fetched.bytes);
  }

  async #keep(key: string, fetched: Fetched): Promise<Uint8Array | null> {
    const { cache, now } = this.#options;
    const at = now();
    switch (fetched.kind) {
      case 'picture':
        this.#missing.delete(key);
        await this.#save(key, fetched.bytes);
        return fetched.bytes;
      case 'absent': {
        const until = at + fetched.forMs;
        this.#note(key, fetched.reason, until);
        await attempt(() => cache.noteAbsent([{ key, reason: fetched.reason, until }], at));
        return null;
      }
      case 'pending':
        this.#note(key, 'notYet', null);
        return null;
      case 'failed': {
        const code = fetched.error?.code;
        const isOffline = code === 'workingOffline' || code === 'unreachable';
        this.#note(key, isOffline ? 'offline' : 'failed', fetched.error?.facts.retryAt ?? null);
        return null;
      }
    }
  }

  async #known(key: string): Promise<KnownThumbnail> {
    return (await attempt(() => this.#options.cache.find(key, this.#options.now()))) ?? nothingKnown;
  }

  async #save(key: string, bytes: Uint8Array): Promise<void> {
    const isSaved = await attempt(async () => {
      await this.#options.cache.save(key, bytes, this.#options.now());
      return true;
    });
    if (isSaved) this.#unsaved.delete(key);
    else putBounded(this.#unsaved, key, bytes, mostUnsaved);
  }

  /** Without `againAt` the wait grows with every attempt. */
  #note(key: string, reason: ThumbnailReason, againAt: number | null): void {
    const attempts = (this.#missing.get(key)?.attempts ?? 0) + 1;
    const waitMs = Math.min(shortestWaitMs * 2 ** (attempts - 1), longestWaitMs);
    const missing = { reason, againAt: againAt ?? this.#options.now() + waitMs, attempts };
    putBounded(this.#missing, key, missing, mostMissing);
  }

  #noteUse(key: string): void {
    this.#used.add(key);
    if (this.#used.size >= usesAtOnce) void this.#writeUses();
    else if (!this.#useTimer) {
      this.#useTimer = setTimeout(() => void this.#writeUses(), usesEveryMs);
      // Only a matter of order among pictures: not worth keeping the process for.
      this.#useTimer.unref();
    }
  }

  async #writeUses(): Promise<void> {
    clearTimeout(this.#useTimer);
    this.#useTimer = undefined;
    const keys = [...this.#used];
    this.#used = new Set();
    if (keys.length > 0) await attempt(() => this.#options.cache.noteUsed(keys, this.#options.now()));
  }
}

function isFinal(missing: Missing | undefined): boolean {
  return missing?.reason === 'blocked' || missing?.reason === 'inReview' || missing?.reason === 'none';
}

/** What comes of it, or undefined: a full disk or a locked file never keeps a picture from being shown. */
async function attempt<T>(task: () => Awaitable<T>): Promise<T | undefined> {
  try {
    return await task();
  } catch {
    return undefined;
  }
}

/** The newest come last; the oldest makes room. */
function putBounded<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
