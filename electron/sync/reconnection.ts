import { setTimeout } from 'node:timers/promises';

const firstWaitMs = 5000;
const longestWaitMs = 5 * 60_000;

/** Where work waits while Roblox cannot be reached: until somebody says that it can be, or it is time to try. */
export class Reconnection {
  #announced = Promise.withResolvers<undefined>();

  announce(): void {
    this.#announced.resolve(undefined);
    this.#announced = Promise.withResolvers<undefined>();
  }

  /** Waits longer with each attempt. Rejects with the signal. */
  async awaited(attempt: number, signal: AbortSignal): Promise<void> {
    const own = new AbortController();
    const waitMs = Math.min(firstWaitMs * 2 ** (attempt - 1), longestWaitMs);
    const timer = setTimeout(waitMs, undefined, {
      signal: AbortSignal.any([signal, own.signal]),
      ref: false,
    });
    try {
      await Promise.race([this.#announced.promise, timer]);
    } finally {
      timer.catch(() => undefined);
      own.abort();
    }
  }
}
