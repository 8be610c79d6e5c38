import { AppError, toAppError, type ErrorCode, type ErrorData } from '../../shared/errors.ts';
import type { AccountRefresh } from '../../shared/refreshing.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import { categoriesSubject } from '../library/subject-names.ts';
import type { Endpoint } from '../roblox/endpoint.ts';
import type { Priority } from '../roblox/scheduler.ts';
import type { Refresh } from './refresh.ts';
import { RunRecord } from './run-record.ts';
import { troubleOf } from './run-trouble.ts';

export interface AccountRunOptions {
  readonly library: RemoteLibrary;
  readonly refresh: Refresh;
  readonly now: () => number;
  readonly priority: () => Priority;
  /** Settles when it is worth asking again after Roblox could not be reached `attempt` times. Rejects with the signal. */
  readonly reconnected: (attempt: number, signal: AbortSignal) => Promise<unknown>;
  /** Settles that much later. Rejects with the signal. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly onProgress: () => void;
}

/** How a run ended: everything gone through, stopped by its owner, or by something that nothing can get past. */
export type RunEnd =
  | { readonly kind: 'finished'; readonly completedSubjects: readonly string[]; readonly isComplete: boolean }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: ErrorData };

const atATime = 3;
const mostAttempts = 3;
const pauseMs = 2000;

/**
 * Refreshes everything an account has: its categories, then every list Roblox names, three at a time. How far it has come is
 * in the library, so another run of the same account goes on there.
 */
export class AccountRun {
  readonly accountId: number;
  readonly #options: AccountRunOptions;
  readonly #record = new RunRecord();
  readonly #stopped = new AbortController();
  readonly #attempts = new Map<string, number>();
  // What Roblox hides of one list of an endpoint it hides of them all: it is not asked list by list.
  readonly #hidden = new Map<Endpoint, ErrorCode>();
  readonly #endpoints = new Map<string, Endpoint>();

  constructor(accountId: number, options: AccountRunOptions) {
    this.accountId = accountId;
    this.#options = options;
  }

  /** Gives up what is under way; what has arrived is kept. */
  stop(): void {
    this.#stopped.abort(new AppError('cancelled', 'The refresh was stopped'));
  }

  progress(): AccountRefresh {
    const now = this.#options.now();
    return this.#record.show(this.accountId, this.#record.phase(now), now);
  }

  /** Never rejects. */
  async carryOut(): Promise<RunEnd> {
    try {
      await this.#plan();
      await Promise.all(Array.from({ length: atATime }, () => this.#readOn()));
      await this.#publishAllItems();
      const completedSubjects = this.#record.completed();
      return { kind: 'finished', completedSubjects, isComplete: this.#record.isComplete() };
    } catch (thrown) {
      if (this.#stopped.signal.aborted) return { kind: 'stopped' };
      // The others of the three are not left behind.
      this.stop();
      return { kind: 'failed', error: toAppError(thrown).toJSON() };
    }
  }

  /** Asks for the categories, and makes a list of their lists; both only once in a run. */
  async #plan(): Promise<void> {
    const { library, now, refresh } = this.#options;
    const known = await library.refreshRuns.find(this.accountId);
    if (!known) throw new AppError('cancelled', 'This refresh is no longer known');
    if (!known.isPlanned) {
      const own = { subject: categoriesSubject, freshForMs: await this.#freshForMs(categoriesSubject) };
      await library.refreshRuns.plan(this.accountId, [own], now(), false);
      await this.#load();
      await this.#readOn();
      const subjects = await refresh.subjects.list(this.accountId);
      const planned = subjects.map(async (subject) => ({
        subject,
        freshForMs: await this.#freshForMs(subject),
      }));
      await library.refreshRuns.plan(this.accountId, await Promise.all(planned), now(), true);
    }
    await this.#load();
  }

  /** Whatever was planned, all own categories are saved now, or are not given out. */
  async #publishAllItems(): Promise<void> {
    const { refresh } = this.#options;
    const isOwn = (subject: string) => subject.startsWith('own/');
    const subjects = await refresh.subjects.list(this.accountId);
    if (subjects.some(isOwn) && this.#record.isComplete(isOwn))
      await refresh.publishAllItems(this.accountId, this.#record.refused());
  }

  async #load(): Promise<void> {
    const run = await this.#options.library.refreshRuns.find(this.accountId);
    if (run) this.#record.load(run);
    for (const { subject } of run?.subjects ?? []) await this.#freshForMs(subject);
    this.#options.onProgress();
  }

  async #freshForMs(subject: string): Promise<number> {
    const found = await this.#options.refresh.subjects.find(this.accountId, subject).catch(() => null);
    if (found) this.#endpoints.set(subject, found.endpoint);
    return found?.endpoint.freshForMs ?? 0;
  }

  async #readOn(): Promise<void> {
    for (;;) {
      this.#stopped.signal.throwIfAborted();
      const subject = this.#record.takeNext((one) => this.#isBusy(one));
      if (subject === undefined) return;
      await this.#read(subject);
      this.#options.onProgress();
    }
  }

  /** Reads one list, however long that takes; what is the matter with it alone is noted. */
  async #read(subject: string): Promise<void> {
    const { library, now, reconnected, wait } = this.#options;
    for (let offline = 0; ;) {
      try {
        // A view may have had it refreshed meanwhile.
        if (!(await library.refreshRuns.isDone(this.accountId, subject))) await this.#ask(subject);
        this.#record.done(subject);
        return;
      } catch (thrown) {
        this.#stopped.signal.throwIfAborted();
        const error = toAppError(thrown);
        const trouble = troubleOf(error);
        if (trouble === 'stop') throw error;
        if (trouble === 'wait') {
          const until = error.facts.retryAt ?? now() + pauseMs;
          this.#record.waits(subject, until);
          this.#options.onProgress();
          await wait(Math.max(until - now(), 0), this.#stopped.signal);
        } else if (trouble === 'offline') {
          this.#record.offline(subject, true);
          this.#options.onProgress();
          await reconnected((offline += 1), this.#stopped.signal);
          this.#record.offline(subject, false);
        } else if (trouble === 'failed' && this.#isWorthAnother(subject)) {
          this.#record.putBack(subject);
          await wait(pauseMs, this.#stopped.signal);
          return;
        } else {
          await library.refreshRuns.noteError(this.accountId, subject, error.code);
          this.#record.failed(subject, error.code);
          return;
        }
      }
    }
  }

  async #ask(subject: string): Promise<void> {
    const { refresh, priority, onProgress } = this.#options;
    const { endpoint } = await refresh.subjects.find(this.accountId, subject);
    const hiddenAs = this.#hidden.get(endpoint);
    if (hiddenAs) throw new AppError(hiddenAs, 'Hidden like the others of its kind');
    const signal = this.#stopped.signal;
    const onWait = (until: number) => {
      this.#record.waits(subject, until);
      onProgress();
    };
    const asker = { kind: 'run', priority, signal, onWait } as const;
    try {
      await refresh.forRun(this.accountId, subject, asker, (received) => {
        this.#record.received(subject, received);
        onProgress();
      });
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (code === 'inventoryHidden' || code === 'listHidden') this.#hidden.set(endpoint, code);
      throw thrown;
    }
  }

  /** Lists of another endpoint draw on another budget: they are read rather than queue up behind the same one. */
  #isBusy(subject: string): boolean {
    const endpoint = this.#endpoints.get(subject);
    return [...this.#endpoints].some(([one, its]) => its === endpoint && this.#record.isReading(one));
  }

  #isWorthAnother(subject: string): boolean {
    const attempts = (this.#attempts.get(subject) ?? 0) + 1;
    this.#attempts.set(subject, attempts);
    return attempts < mostAttempts;
  }
}
