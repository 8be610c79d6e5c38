import { toAppError } from '../../../shared/errors.ts';
import {
  longestWaitMs,
  type NextChange,
  type Outcome,
  type Sendings,
} from '../../library/outbox/sendings.ts';
import type { DueChange } from '../../library/outbox/change-rows.ts';
import type { Remote } from '../../library/remote-library.ts';
import type { Clock } from '../../roblox/clock.ts';
import { judge, type Verdict } from './attempt-outcome.ts';
import { backOff } from './backoff.ts';

export interface AccountReplayOptions {
  readonly accountId: number;
  readonly sendings: Remote<Sendings>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether requests of the account are worth sending: there is a network and a session. */
  readonly isOpen: () => boolean;
  readonly send: (change: DueChange) => Promise<void>;
  /** Reads the account's collection and keeps what it shows. */
  readonly readCollection: () => Promise<void>;
  readonly onSettled: (change: DueChange, outcome: Outcome) => void;
}

const hourMs = 60 * 60_000;
const leastPauseMs = 1000;
const restedAfterMs = 5000;
const stoppedForMs = 60_000;

/**
 * Brings the changes of one account to Roblox, one after the other in the order they were accepted. One that has to wait lets
 * the next go first. Whatever it does not know after a kill or a lost answer it reads before it sends again.
 */
export class AccountReplay {
  readonly #options: AccountReplayOptions;
  #callOff: (() => void) | undefined;
  #isRunning = false;
  #isWoken = false;
  #isClosed = false;
  /** By the clock that only grows; null until the pause of an earlier run was looked up. */
  #pausedUntil: number | null = null;
  /** After nobody was let in; a sign-in ends it. */
  #stoppedUntil = 0;
  #losses = 0;
  /** Writes what came of the last request; null once that is on the disk. */
  #unwritten: (() => Promise<void>) | null = null;

  constructor(options: AccountReplayOptions) {
    this.#options = options;
  }

  /** Looks for something to send: after a change was accepted, or the way is open again. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isRunning || this.#isClosed) return;
    this.#isRunning = true;
    void this.#run().finally(() => {
      this.#isRunning = false;
      if (this.#isWoken) this.wake();
    });
  }

  /** Somebody signed in, or went online. */
  reopen(): void {
    this.#stoppedUntil = 0;
    this.wake();
  }

  /** Roblox can be reached again: what was lost on the way goes at once. */
  async comeBack(): Promise<void> {
    if (this.#losses > 0) this.#pausedUntil = this.#losses = 0;
    await this.#options.sendings.resetLosses(this.#options.accountId).catch(() => undefined);
    this.wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#callOff?.();
  }

  async #run(): Promise<void> {
    while (this.#isWoken && !this.#isClosed) {
      this.#isWoken = false;
      this.#callOff?.();
      try {
        const waitMs = await this.#sendAll();
        if (waitMs !== null) this.#wakeIn(waitMs);
      } catch {
        // The library cannot be written, or is closed: what was kept is tried again.
        this.#wakeIn(restedAfterMs);
      }
    }
  }

  /** Goes on until nothing may go. Gives after how long something may again; null when only news can change that. */
  async #sendAll(): Promise<number | null> {
    const { accountId, clock, isOpen, sendings } = this.#options;
    for (;;) {
      if (this.#isClosed) return null;
      await this.#write();
      if (!isOpen()) return null;
      this.#pausedUntil ??= clock.elapsed() + (await sendings.pauseLeft(accountId, clock.now()));
      const pauseMs = Math.max(this.#pausedUntil, this.#stoppedUntil) - clock.elapsed();
      if (pauseMs > 0) return pauseMs;
      const next: NextChange | null = await sendings.next(accountId, clock.now());
      if (!next) return null;
      if (next.waitMs > 0) return Math.min(next.waitMs, longestWaitMs);
      await this.#attempt(next.change);
    }
  }

  async #attempt(change: DueChange): Promise<void> {
    const { sendings } = this.#options;
    if (change.state === 'unknown') {
      if (await this.#readFirst()) await sendings.noteRead(change);
      return;
    }
    const begun = await sendings.begin(change);
    if (!begun) return;
    const verdict = await this.#options.send(begun).then(
      (): Verdict => ({ kind: 'done', error: null }),
      (thrown: unknown) => judge(begun.wish, thrown),
    );
    if (this.#isClosed) return;
    await this.#settle(begun, verdict);
  }

  /** Whether the collection was read, or Roblox will not show it: its answer to the change tells then. */
  async #readFirst(): Promise<boolean> {
    const error = await this.#options.readCollection().then(() => null, toAppError);
    if (this.#isClosed) return false;
    if (error === null) return true;
    // A second step that is wanted for looking says nothing of the change: its own answer does.
    if (error.code === 'challengeRequired') return true;
    const verdict = judge('in', error);
    if (verdict.kind === 'closed') {
      this.#pause(verdict.retryAt);
      await this.#write(() => this.#keepPause());
    } else if (verdict.kind === 'stopped') this.#stop();
    else if (error.facts.status === undefined) this.#rest();
    const isClosedOrStopped = verdict.kind === 'closed' || verdict.kind === 'stopped';
    return !isClosedOrStopped && error.facts.status !== undefined;
  }

  async #settle(change: DueChange, verdict: Verdict): Promise<void> {
    const { clock, sendings, onSettled } = this.#options;
    const outcome = this.#outcomeOf(change, verdict);
    const answeredAt = clock.now();
    await this.#write(async () => {
      if (verdict.kind === 'closed') await this.#keepPause();
      await sendings.settle(change, outcome, answeredAt);
      onSettled(change, outcome);
    });
  }

  /** What the disk does not take now it is given again before anything else of the account goes: nobody else knows of it. */
  async #write(news = this.#unwritten): Promise<void> {
    this.#unwritten = news;
    await news?.();
    this.#unwritten = null;
  }

  #outcomeOf(change: DueChange, verdict: Verdict): Outcome {
    const { random } = this.#options;
    if (verdict.kind !== 'unanswered') this.#losses = 0;
    if (verdict.error === null || verdict.kind === 'done') return { kind: 'done' };
    const error = verdict.error.toJSON();
    switch (verdict.kind) {
      case 'refused':
        return { kind: 'refused', error };
      case 'failed':
        return { kind: 'failed', error, waitMs: backOff(change.attempts, random) };
      case 'unanswered':
        // A change whose requests are lost every time must let the others by.
        this.#rest();
        return { kind: 'unanswered', error, waitMs: 2 * backOff(change.losses, random) };
      case 'stopped':
        this.#stop();
        return { kind: 'notNow' };
      case 'closed':
        this.#pause(verdict.retryAt);
        return { kind: 'notNow' };
    }
  }

  /** After a lost request: nothing of the account is sent for a while, unless somebody says that Roblox is there again. */
  #rest(): void {
    this.#pausedUntil = this.#options.clock.elapsed() + backOff(this.#losses, this.#options.random);
    this.#losses += 1;
  }

  #stop(): void {
    this.#stoppedUntil = this.#options.clock.elapsed() + stoppedForMs;
  }

  /** Until the time Roblox has told. */
  #pause(retryAt: number | null): void {
    const { clock } = this.#options;
    const waitMs = Math.min(Math.max((retryAt ?? 0) - clock.now(), leastPauseMs), hourMs);
    this.#losses = 0;
    this.#pausedUntil = clock.elapsed() + waitMs;
  }

  /** On the disk too, for the next run has to keep to it. */
  async #keepPause(): Promise<void> {
    const { accountId, clock, sendings } = this.#options;
    const leftMs = Math.max(0, (this.#pausedUntil ?? 0) - clock.elapsed());
    await sendings.pause(accountId, leftMs, clock.now());
  }

  #wakeIn(waitMs: number): void {
    this.#callOff?.();
    this.#callOff = this.#options.clock.wake(Math.max(1, waitMs), () => this.wake());
  }
}
