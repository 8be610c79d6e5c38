import type { Remote } from '../library/remote-library.ts';
import type { ThumbnailCache } from '../library/thumbnail-cache.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { minuteMs } from '../roblox/endpoint.ts';
import { thumbnails } from '../roblox/thumbnails.ts';

export interface ThumbnailsOptions {
  readonly cache: Remote<ThumbnailCache>;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** In whose name pictures of this id are asked for; they need no session. */
  readonly ownerOf: (targetId: number) => number | null;
  /** How long keys are gathered before a batch goes out, in milliseconds. */
  readonly gatherMs?: number;
  /** Wait before a picture still being made is asked for again, in milliseconds. */
  readonly pendingMs?: number;
}

interface Wanted {
  readonly key: string;
  readonly targetId: number;
  readonly owner: number | null;
  readonly type: (typeof thumbnailTypes)[keyof typeof thumbnailTypes];
  readonly size: string;
  asked: number;
  readonly resolve: (png: Uint8Array | null) => void;
}

// What the pages ask for by our words, in the words of the thumbnails service.
const thumbnailTypes = {
  Asset: 'Asset',
  Bundle: 'BundleThumbnail',
  Badge: 'BadgeIcon',
  GamePass: 'GamePass',
  AvatarHeadShot: 'AvatarHeadShot',
} as const;

const keyPattern = /^(Asset|Bundle|Badge|GamePass|AvatarHeadShot)-([1-9]\d{0,15})-(150|420)$/;
const batchSize = 100;
// Blocked and unknown pictures stay so for long: asking each time they come into view would be a request a view.
const absentForMs = 10 * minuteMs;
const mostAsks = 4;

/** Pictures by key (`Asset-123-150`): from the cache, else fetched from Roblox in batches and kept. */
export class Thumbnails {
  readonly #options: ThumbnailsOptions;
  readonly #underWay = new Map<string, Promise<Uint8Array | null>>();
  /** Keys Roblox said it has no picture for, and until when that is believed. */
  readonly #absent = new Map<string, number>();
  #gathered: Wanted[] = [];

  constructor(options: ThumbnailsOptions) {
    this.#options = options;
  }

  /** PNG bytes, or null when there is no such picture, or none now. Never throws: a missing picture is no error. */
  async read(key: string): Promise<Uint8Array | null> {
    try {
      return await this.#find(key);
    } catch {
      return null;
    }
  }

  #find(key: string): null | Promise<Uint8Array | null> {
    const match = keyPattern.exec(key);
    if (!match) return null;
    const known = this.#underWay.get(key);
    if (known) return known;
    const [, type, id, size] = match;
    const wanted = {
      key,
      targetId: Number(id),
      owner: this.#options.ownerOf(Number(id)),
      type: thumbnailTypes[type as keyof typeof thumbnailTypes],
      size: `${size}x${size}`,
    };
    const found = this.#findOrFetch(wanted).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, found);
    return found;
  }

  async #findOrFetch(wanted: Omit<Wanted, 'asked' | 'resolve'>): Promise<Uint8Array | null> {
    const cached = await this.#options.cache.read(wanted.key);
    if (cached) return cached;
    if ((this.#absent.get(wanted.key) ?? 0) > this.#options.now()) return null;
    return new Promise((resolve) => this.#gather({ ...wanted, asked: 0, resolve }));
  }

  #gather(wanted: Wanted): void {
    if (this.#gathered.length === 0) setTimeout(() => this.#flush(), this.#options.gatherMs ?? 15);
    this.#gathered.push(wanted);
  }

  #flush(): void {
    const all = this.#gathered;
    this.#gathered = [];
    for (const [owner, group] of Map.groupBy(all, (wanted) => wanted.owner)) {
      for (let start = 0; start < group.length; start += batchSize) {
        const batch = group.slice(start, start + batchSize);
        this.#ask(owner, batch).catch(() => {
          for (const wanted of batch) wanted.resolve(null);
        });
      }
    }
  }

  async #ask(accountId: number | null, batch: readonly Wanted[]): Promise<void> {
    const requests = batch.map(({ key, targetId, type, size }) => {
      return { requestId: key, targetId, type, size, format: 'Png' as const, isCircular: false };
    });
    const { data } = await this.#options.client.call(thumbnails.batch, { requests }, { accountId });
    // The order is not guaranteed and unknown ids are left out: only the request id says whose answer it is.
    const answers = new Map(data.map((answer) => [answer.requestId, answer]));
    await Promise.all(
      batch.map(async (wanted) => {
        const answer = answers.get(wanted.key);
        if (answer?.state === 'Pending') this.#askLater(wanted);
        else if (answer?.imageUrl) wanted.resolve(await this.#fetch(wanted, answer.imageUrl, accountId));
        else this.#giveUp(wanted);
      }),
    );
  }

  #askLater(wanted: Wanted): void {
    wanted.asked += 1;
    if (wanted.asked >= mostAsks) this.#giveUp(wanted);
    else setTimeout(() => this.#gather(wanted), this.#options.pendingMs ?? 1000);
  }

  #giveUp({ key, resolve }: Wanted): void {
    this.#absent.set(key, this.#options.now() + absentForMs);
    resolve(null);
  }

  async #fetch({ key }: Wanted, address: string, accountId: number | null): Promise<Uint8Array | null> {
    try {
      const png = await this.#options.client.image(address, { accountId });
      if (!isPng(png)) return null;
      await this.#options.cache.save(key, png, this.#options.now());
      return png;
    } catch {
      return null;
    }
  }
}

/** What is not a PNG is never kept or shown, whatever the answer called itself. */
function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
}
