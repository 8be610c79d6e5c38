import { AppError } from '../../shared/errors.ts';
import type { Clock } from './clock.ts';
import { Rates, type KeptBudget } from './rates.ts';

/** What the person waits for on screen, what is near to it, and everything else. */
export type Priority = 'screen' | 'near' | 'background';

/** The allowance a request draws on: an endpoint as one account, or everybody signed out, sees it. */
export interface Budget {
  readonly key: string;
  /** What the endpoint allows until its headers say otherwise. */
  readonly perMinute: number;
}

/** What Roblox allows of an endpoint, as far as it has said. */
export interface Allowance {
  /** Whoever has the same one draws on the same allowance. */
  readonly key: string;
  /** Requests a minute. */
  readonly perMinute: number;
  /** How many of them are for what is not on screen. */
  readonly background: number;
}

/** One request that wants to go out. */
export interface Turn {
  readonly accountId: number;
  /** null where there is none to share (pictures). */
  readonly budget: Budget | null;
  /** Asked again whenever somebody may go next: it may rise or fall while the request waits. */
  readonly priority: () => Priority;
  /** Whether it waits while its endpoint is closed, or fails with `rateLimited`. */
  readonly waits: boolean;
  /** Told, in epoch milliseconds, until when it has to wait; more than once, as that changes. */
  readonly onWait?: ((until: number) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Where budgets are remembered between runs. A failure to do so costs nothing but memory. */
export interface BudgetStore {
  load(): Promise<readonly KeptBudget[]>;
  save(budgets: readonly KeptBudget[]): Promise<void>;
}

interface Waiting {
  readonly turn: Turn;
  readonly start: () => void;
  readonly refuse: (reason: Error) => void;
}

const perAccount = 4;
const inAll = 8;
const saveAfterMs = 1000;
const ranks: Readonly<Record<Priority, number>> = { screen: 0, near: 1, background: 2 };

/**
 * Every request passes here. At most 4 are in flight per account and 8 in all; who goes next is decided by priority, and
 * among equals by who was served longest ago. Nothing goes out while its endpoint is closed, and what is not on screen
 * leaves the last fifth of a budget to what may be.
 */
export class Scheduler {
  readonly #clock: Clock;
  readonly #rates: Rates;
  readonly #store: BudgetStore | undefined;
  readonly #inFlight = new Map<number, number>();
  readonly #served = new Map<number, number>();
  #total = 0;
  #turns = 0;
  #waiting: Waiting[] = [];
  #loaded: Promise<void> | undefined;
  #callOffWake: (() => void) | undefined;
  #isSaving = false;

  constructor(clock: Clock, store?: BudgetStore) {
    this.#clock = clock;
    this.#rates = new Rates(clock);
    this.#store = store;
  }

  /** Runs `task` when it is its turn; the turn's signal gives up the wait. Throws `rateLimited` for what does not wait. */
  async run<T>(turn: Turn, task: () => Promise<T>): Promise<T> {
    await (this.#loaded ??= this.#load());
    await this.#enter(turn);
    try {
      return await task();
    } finally {
      this.#total -= 1;
      this.#inFlight.set(turn.accountId, (this.#inFlight.get(turn.accountId) ?? 1) - 1);
      this.review();
    }
  }

  /** Takes in an answer's headers. */
  learn({ key, perMinute }: Budget, status: number, headers: Headers): void {
    this.#rates.learn(key, perMinute, status, headers);
    this.#saveSoon();
  }

  allowance({ key, perMinute }: Budget): Allowance {
    return { key, ...this.#rates.allowance(key, perMinute) };
  }

  /** When the endpoint takes requests again, in epoch milliseconds; undefined when it does now. */
  retryAt({ key, perMinute }: Budget): number | undefined {
    return this.#rates.waitMs(key, perMinute) > 0 ? this.#rates.openAt(key, perMinute) : undefined;
  }

  /** Looks again who may go: after a priority has changed, and whenever there is room. */
  review(): void {
    this.#callOffWake?.();
    this.#callOffWake = undefined;
    for (let next = this.#next(); next; next = this.#next()) {
      this.#take(next.turn);
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next.start();
    }
    this.#sortOutClosed();
  }

  #enter(turn: Turn): Promise<void> {
    turn.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settle = () => turn.signal.removeEventListener('abort', giveUp);
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(turn.signal.reason as Error);
      };
      const waiting: Waiting = {
        turn,
        start: () => {
          settle();
          resolve();
        },
        refuse: (reason) => {
          settle();
          reject(reason);
        },
      };
      turn.signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(waiting);
      this.review();
    });
  }

  #next(): Waiting | undefined {
    if (this.#total >= inAll) return undefined;
    let best: Waiting | undefined;
    for (const one of this.#waiting) {
      if ((this.#inFlight.get(one.turn.accountId) ?? 0) >= perAccount) continue;
      if (best && !this.#isBefore(one.turn, best.turn)) continue;
      if (this.#waitMs(one.turn) === 0) best = one;
    }
    return best;
  }

  #isBefore(one: Turn, other: Turn): boolean {
    const byRank = ranks[one.priority()] - ranks[other.priority()];
    if (byRank !== 0) return byRank < 0;
    return (this.#served.get(one.accountId) ?? 0) < (this.#served.get(other.accountId) ?? 0);
  }

  #waitMs({ budget, priority }: Turn): number {
    return budget ? this.#rates.waitMs(budget.key, budget.perMinute, priority() !== 'screen') : 0;
  }

  #take({ accountId, budget }: Turn): void {
    this.#turns += 1;
    this.#served.set(accountId, this.#turns);
    this.#total += 1;
    this.#inFlight.set(accountId, (this.#inFlight.get(accountId) ?? 0) + 1);
    if (budget) this.#rates.countSent(budget.key, budget.perMinute);
  }

  /** Whoever stands before a closed endpoint is told until when, or refused; the first to open wakes the rest. */
  #sortOutClosed(): void {
    let soonest = Number.POSITIVE_INFINITY;
    for (const one of this.#waiting) {
      const { budget, waits, onWait, priority } = one.turn;
      const waitMs = this.#waitMs(one.turn);
      if (!budget || waitMs === 0) continue;
      const until = this.#rates.openAt(budget.key, budget.perMinute, priority() !== 'screen');
      if (!waits) {
        this.#waiting = this.#waiting.filter((other) => other !== one);
        const message = 'Waiting until Roblox takes requests again';
        one.refuse(new AppError('rateLimited', message, { retryAt: until }));
        continue;
      }
      soonest = Math.min(soonest, waitMs);
      onWait?.(until);
    }
    if (soonest !== Number.POSITIVE_INFINITY)
      this.#callOffWake = this.#clock.wake(soonest, () => this.review());
  }

  async #load(): Promise<void> {
    this.#rates.restore((await this.#store?.load().catch(() => [])) ?? []);
  }

  #saveSoon(): void {
    const store = this.#store;
    if (!store || this.#isSaving) return;
    this.#isSaving = true;
    this.#clock.wake(saveAfterMs, () => {
      this.#isSaving = false;
      store.save(this.#rates.takeChanges()).catch(() => undefined);
    });
  }
}
