import type { AppError } from '../../shared/errors.ts';

export interface ActivityFacts {
  readonly isRefreshing: boolean;
  /** Epoch milliseconds; null when no account's request was ever put off, or not since it was answered again. */
  readonly rateLimitedUntil: number | null;
  /** Epoch milliseconds of the newest completed refresh, null before the first. */
  readonly refreshedAt: number | null;
}

/** What is going on with each account right now, and how old what is known of it is. */
export class Activity {
  readonly #ages: Map<number, number>;
  readonly #refreshes = new Map<number, number>();
  readonly #rateLimits = new Map<number, number>();

  /** `refreshedAt`: when each account was last refreshed in earlier runs, in epoch milliseconds. */
  constructor(refreshedAt: ReadonlyMap<number, number>) {
    this.#ages = new Map(refreshedAt);
  }

  of(accountId: number): ActivityFacts {
    return {
      isRefreshing: (this.#refreshes.get(accountId) ?? 0) > 0,
      rateLimitedUntil: this.#rateLimits.get(accountId) ?? null,
      refreshedAt: this.#ages.get(accountId) ?? null,
    };
  }

  begin(accountId: number): void {
    this.#refreshes.set(accountId, (this.#refreshes.get(accountId) ?? 0) + 1);
  }

  end(accountId: number, error: AppError | null): void {
    this.#refreshes.set(accountId, Math.max(0, (this.#refreshes.get(accountId) ?? 0) - 1));
    if (error === null) this.#rateLimits.delete(accountId);
    else if (error.code === 'rateLimited' && error.facts.retryAt !== undefined)
      this.#rateLimits.set(accountId, error.facts.retryAt);
  }

  setAge(accountId: number, refreshedAt: number): void {
    this.#ages.set(accountId, refreshedAt);
  }

  forgetAge(accountId: number): void {
    this.#ages.delete(accountId);
  }

  forget(accountId: number): void {
    this.#refreshes.delete(accountId);
    this.#rateLimits.delete(accountId);
  }
}
