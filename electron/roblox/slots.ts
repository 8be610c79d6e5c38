const perAccount = 4;
const inAll = 8;

/** Keeps Satchel a good guest: at most 4 requests in flight per account and 8 in all; the rest wait in order. */
export class Slots {
  readonly #inFlight = new Map<number, number>();
  #total = 0;
  #waiting: { readonly accountId: number; readonly start: () => void }[] = [];

  /** Runs `task` when there is room; `signal` gives up the wait. */
  async run<T>(accountId: number, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    await this.#enter(accountId, signal);
    try {
      return await task();
    } finally {
      this.#leave(accountId);
    }
  }

  #enter(accountId: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#hasRoom(accountId)) {
      this.#take(accountId);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const entry = { accountId, start };
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((one) => one !== entry);
        reject(signal.reason as Error);
      };
      function start(): void {
        signal.removeEventListener('abort', giveUp);
        resolve();
      }
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(entry);
    });
  }

  #leave(accountId: number): void {
    this.#total -= 1;
    this.#inFlight.set(accountId, (this.#inFlight.get(accountId) ?? 1) - 1);
    const next = this.#waiting.find((entry) => this.#hasRoom(entry.accountId));
    if (!next) return;
    this.#waiting = this.#waiting.filter((entry) => entry !== next);
    this.#take(next.accountId);
    next.start();
  }

  #hasRoom(accountId: number): boolean {
    return this.#total < inAll && (this.#inFlight.get(accountId) ?? 0) < perAccount;
  }

  #take(accountId: number): void {
    this.#total += 1;
    this.#inFlight.set(accountId, (this.#inFlight.get(accountId) ?? 0) + 1);
  }
}
