import { toAppError, type AppError } from '../../shared/errors.ts';
import type { AbsenceReason } from '../library/thumbnail-cache.ts';
import { pictureType } from '../library/picture-type.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { hourMs, minuteMs } from '../roblox/endpoint.ts';
import { thumbnails } from '../roblox/thumbnails.ts';

/** What asking Roblox for a picture came to. */
export type Fetched =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason; readonly forMs: number }
  /** Roblox is still drawing it. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly error: AppError | null };

export interface ThumbnailFetcherOptions {
  readonly client: RobloxClient;
  /** How long keys are gathered before a batch goes out, in milliseconds. */
  readonly gatherMs?: number | undefined;
  /** Wait before a picture still being made is asked for again, in milliseconds; it doubles each time. */
  readonly pendingMs?: number | undefined;
}

/** A picture in the words of the thumbnails service. */
export interface ThumbnailWanted {
  readonly key: string;
  readonly targetId: number;
  /** In whose name it is asked for. */
  readonly owner: number | null;
  readonly type: 'Asset' | 'BundleThumbnail' | 'BadgeIcon' | 'GamePass' | 'AvatarHeadShot';
  readonly size: string;
}

interface Waiting {
  readonly wanted: ThumbnailWanted;
  readonly resolve: (fetched: Fetched) => void;
  asked: number;
}

const batchSize = 100;
const mostAsks = 4;
// How long Roblox's word is believed. Moderation takes hours; what it has no picture of may get one sooner.
const absences: Readonly<Record<string, { reason: AbsenceReason; forMs: number }>> = {
  Blocked: { reason: 'blocked', forMs: 24 * hourMs },
  InReview: { reason: 'inReview', forMs: hourMs },
  Error: { reason: 'none', forMs: hourMs },
};
const unknownAbsence = { reason: 'none', forMs: 10 * minuteMs } as const;

/** Fetches pictures from Roblox, asked for one by one and sent in batches. Never throws: a failure is an outcome. */
export class ThumbnailFetcher {
  readonly #options: ThumbnailFetcherOptions;
  #gathered: Waiting[] = [];

  constructor(options: ThumbnailFetcherOptions) {
    this.#options = options;
  }

  fetch(wanted: ThumbnailWanted): Promise<Fetched> {
    return new Promise((resolve) => this.#gather({ wanted, resolve, asked: 0 }));
  }

  #gather(waiting: Waiting): void {
    if (this.#gathered.length === 0) setTimeout(() => this.#flush(), this.#options.gatherMs ?? 15);
    this.#gathered.push(waiting);
  }

  #flush(): void {
    const all = this.#gathered;
    this.#gathered = [];
    for (const [owner, group] of Map.groupBy(all, ({ wanted }) => wanted.owner)) {
      for (let start = 0; start < group.length; start += batchSize) {
        const batch = group.slice(start, start + batchSize);
        this.#ask(owner, batch).catch((thrown: unknown) => {
          for (const { resolve } of batch) resolve({ kind: 'failed', error: toAppError(thrown) });
        });
      }
    }
  }

  async #ask(accountId: number | null, batch: readonly Waiting[]): Promise<void> {
    const requests = batch.map(({ wanted: { key, targetId, type, size } }) => {
      return { requestId: key, targetId, type, size, format: 'Png' as const, isCircular: false };
    });
    const { data } = await this.#options.client.call(thumbnails.batch, { requests }, { accountId });
    // The order is not guaranteed and unknown ids are left out: only the request id says whose answer it is.
    const answers = new Map(data.map((answer) => [answer.requestId, answer]));
    await Promise.all(
      batch.map(async (waiting) => {
        const answer = answers.get(waiting.wanted.key);
        if (answer?.state === 'Pending') this.#askLater(waiting);
        else if (answer?.state === 'TemporarilyUnavailable') waiting.resolve({ kind: 'pending' });
        // What is blocked or in review may come with the address of a placeholder.
        else if (answer?.state === 'Completed' && answer.imageUrl)
          waiting.resolve(await this.#image(answer.imageUrl, accountId));
        else waiting.resolve({ kind: 'absent', ...(absences[answer?.state ?? ''] ?? unknownAbsence) });
      }),
    );
  }

  #askLater(waiting: Waiting): void {
    const waitMs = (this.#options.pendingMs ?? 1000) * 2 ** waiting.asked;
    waiting.asked += 1;
    if (waiting.asked >= mostAsks) waiting.resolve({ kind: 'pending' });
    else setTimeout(() => this.#gather(waiting), waitMs);
  }

  /** What is no picture is never kept or shown, whatever the answer called itself. */
  async #image(address: string, accountId: number | null): Promise<Fetched> {
    try {
      const bytes = await this.#options.client.image(address, { accountId });
      return pictureType(bytes) ? { kind: 'picture', bytes } : { kind: 'failed', error: null };
    } catch (thrown) {
      return { kind: 'failed', error: toAppError(thrown) };
    }
  }
}
