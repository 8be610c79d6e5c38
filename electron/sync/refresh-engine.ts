import { setTimeout } from 'node:timers/promises';
import { AppError, type ErrorData } from '../../shared/errors.ts';
import type { Scope } from '../../shared/accounts.ts';
import type { AccountRefresh, RefreshPhase, RefreshProgress } from '../../shared/refreshing.ts';
import type { AccountBook } from '../accounts/account-book.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { RefreshRun } from '../library/refresh-runs.ts';
import { AccountRun, type RunEnd } from './account-run.ts';
import { Reconnection } from './reconnection.ts';
import type { Refresh } from './refresh.ts';
import { isResumable } from './resumable.ts';
import { RunRecord } from './run-record.ts';

export interface RunOutcome {
  /** The lists published in the course of the run; no other may be taken to have lost anything. */
  readonly completedSubjects: readonly string[];
  /** Whether nothing is missing but what Roblox does not give out. */
  readonly isComplete: boolean;
}

export interface RefreshEngineOptions {
  readonly library: RemoteLibrary;
  readonly refresh: Refresh;
  readonly accounts: Pick<AccountBook, 'list' | 'scope'>;
  readonly now: () => number;
  readonly onChanged: (progress: RefreshProgress) => void;
  /** Called before a run counts as over: one that is killed in it is called again. */
  readonly onRunComplete?: (accountId: number, outcome: RunOutcome) => Promise<void> | void;
}

const announceAfterMs = 250;

/** Refreshes everything, account by account side by side: starts, pauses, goes on with and calls off their runs. */
export class RefreshEngine {
  readonly #options: RefreshEngineOptions;
  readonly #running = new Map<number, AccountRun>();
  /** How accounts stand that are not being refreshed. */
  readonly #resting = new Map<number, AccountRefresh>();
  readonly #ends = new Map<number, Promise<void>>();
  readonly #reconnection = new Reconnection();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: RefreshEngineOptions) {
    this.#options = options;
  }

  state(): RefreshProgress {
    const accounts = this.#accountsOf('all').flatMap((id) => {
      const shown = this.#running.get(id)?.progress() ?? this.#resting.get(id);
      return shown ? [shown] : [];
    });
    return { accounts };
  }

  /** Reads what earlier runs left, and goes on with what was cut short if that is wished. Nothing else is asked. */
  async prepare(goesOn: boolean): Promise<void> {
    const kinds = new Map(this.#options.accounts.list().map(({ id, kind }) => [id, kind]));
    for (const run of await this.#options.library.refreshRuns.list()) {
      const kind = kinds.get(run.accountId);
      if (kind === undefined || kind === 'archived') await this.#drop(run.accountId);
      else if (run.finishedAt !== null) this.#rest(run, { kind: 'done', at: run.finishedAt });
      else if (goesOn && !run.isPaused) await this.#goOn(run.accountId, run, run.isForced);
      else this.#rest(run, { kind: 'paused' });
    }
    this.#announce();
  }

  /** Begins to refresh everything of the accounts. What is under way, or was paused or cut short, goes on instead. */
  start(scope: Scope, isForced: boolean): Promise<RefreshProgress> {
    return this.#inTurn(() => this.#begin(this.#accountsOf(scope), isForced));
  }

  /** Begins to refresh what is out of date of all accounts but those whose refresh the person paused: that stays so. */
  startUnpaused(): Promise<RefreshProgress> {
    const isPaused = (id: number) => this.#resting.get(id)?.phase.kind === 'paused';
    return this.#inTurn(() =>
      this.#begin(
        this.#accountsOf('all').filter((id) => !isPaused(id)),
        false,
      ),
    );
  }

  pause(scope: Scope): Promise<RefreshProgress> {
    return this.#inTurn(async () => {
      await Promise.all(this.#runsOf(scope).map((run) => this.#stop(run, { kind: 'paused' })));
    });
  }

  /** Goes on with what was paused or cut short; begins nothing. */
  resume(scope: Scope): Promise<RefreshProgress> {
    return this.#inTurn(async () => {
      for (const accountId of this.#accountsOf(scope)) {
        const known = await this.#options.library.refreshRuns.find(accountId);
        if (known?.finishedAt !== null || this.#running.has(accountId)) continue;
        await this.#goOn(accountId, known, known.isForced);
      }
    });
  }

  /** Calls runs off. What they have read stays; the next one asks for it again. */
  cancel(scope: Scope): Promise<RefreshProgress> {
    return this.#inTurn(async () => {
      await Promise.all(this.#runsOf(scope).map((run) => this.#stop(run, { kind: 'idle' })));
      for (const accountId of this.#accountsOf(scope)) {
        const kind = this.#resting.get(accountId)?.phase.kind;
        if (kind !== 'done') await this.#drop(accountId);
      }
    });
  }

  /** Ends a run whose lists are to be deleted; nothing is shown of it any more, however it ended. */
  forget(accountId: number): Promise<RefreshProgress> {
    return this.#inTurn(async () => {
      await Promise.all(this.#runsOf(accountId).map((run) => this.#stop(run, { kind: 'idle' })));
      await this.#drop(accountId);
    });
  }

  /** Roblox can be reached again, or the person went online: what waited for that goes on. */
  reconnect(): void {
    this.#reconnection.announce();
  }

  /** Gives up whatever is under way of accounts that are gone or asked about no more. */
  keepOnly(accountIds: ReadonlySet<number>): void {
    for (const [accountId, run] of this.#running) if (!accountIds.has(accountId)) run.stop();
    for (const accountId of this.#resting.keys())
      if (!accountIds.has(accountId)) this.#resting.delete(accountId);
  }

  /** Stops; what is left goes on at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const run of this.#running.values()) run.stop();
    await Promise.all(this.#ends.values());
  }

  /** One wish after the other: two at once would both find nothing running. */
  async #inTurn(task: () => Promise<void>): Promise<RefreshProgress> {
    const done = this.#turn.then(task);
    this.#turn = done.catch(() => undefined);
    await done;
    return this.#announce();
  }

  async #begin(accountIds: readonly number[], isForced: boolean): Promise<void> {
    const { refreshRuns } = this.#options.library;
    for (const accountId of accountIds)
      if (!this.#running.has(accountId))
        await this.#goOn(accountId, await refreshRuns.find(accountId), isForced);
  }

  /** Goes on with a run that was cut short; from the beginning when what it has read is out of date by now. */
  async #goOn(accountId: number, known: RefreshRun | null, isForced: boolean): Promise<void> {
    const { library, now } = this.#options;
    if (known?.finishedAt === null && isResumable(known.startedAt, now()))
      await library.refreshRuns.setPaused(accountId, false);
    else await library.refreshRuns.begin(accountId, isForced, now());
    this.#run(accountId);
  }

  #run(accountId: number): void {
    if (this.#isClosed) return;
    const { library, refresh, now } = this.#options;
    const run = new AccountRun(accountId, {
      library,
      refresh,
      now,
      priority: () => (this.#options.accounts.scope() === accountId ? 'near' : 'background'),
      reconnected: (attempt, signal) => this.#reconnection.awaited(attempt, signal),
      wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
      onProgress: () => this.#announceSoon(),
    });
    this.#resting.delete(accountId);
    this.#running.set(accountId, run);
    const ended = run
      .carryOut()
      .then((end) => this.#end(run, end))
      // A library that can no longer be written has been told of where it failed.
      .catch((thrown: unknown) => this.#settle(run, { kind: 'failed', error: errorOf(thrown) }))
      .finally(() => {
        this.#ends.delete(accountId);
        this.#announceSoon();
      });
    this.#ends.set(accountId, ended);
  }

  async #end(run: AccountRun, end: RunEnd): Promise<void> {
    const { library, now, onRunComplete } = this.#options;
    if (end.kind === 'finished') {
      const { completedSubjects, isComplete } = end;
      if (completedSubjects.length > 0)
        await onRunComplete?.(run.accountId, { completedSubjects, isComplete });
      await library.refreshRuns.finish(run.accountId, now());
      this.#settle(run, { kind: 'done', at: now() });
    } else if (end.kind === 'failed') {
      this.#settle(run, { kind: 'failed', error: end.error });
    } else {
      this.#settle(run, { kind: 'idle' });
    }
  }

  #settle(run: AccountRun, phase: RefreshPhase): void {
    this.#running.delete(run.accountId);
    this.#resting.set(run.accountId, { ...run.progress(), phase, reading: [] });
  }

  async #stop(run: AccountRun, phase: RefreshPhase): Promise<void> {
    // Written first: after a crash in between it must not go on by itself.
    if (phase.kind === 'paused') await this.#options.library.refreshRuns.setPaused(run.accountId, true);
    run.stop();
    await this.#ends.get(run.accountId);
    const resting = this.#resting.get(run.accountId);
    if (resting?.phase.kind === 'idle') this.#resting.set(run.accountId, { ...resting, phase });
  }

  async #drop(accountId: number): Promise<void> {
    this.#resting.delete(accountId);
    await this.#options.library.refreshRuns.remove(accountId);
  }

  #rest(run: RefreshRun, phase: RefreshPhase): void {
    const record = new RunRecord();
    record.load(run);
    this.#resting.set(run.accountId, record.show(run.accountId, phase, this.#options.now()));
  }

  #runsOf(scope: Scope): AccountRun[] {
    const runs = [...this.#running.values()];
    return scope === 'all' ? runs : runs.filter(({ accountId }) => accountId === scope);
  }

  #accountsOf(scope: Scope): number[] {
    const accounts = this.#options.accounts.list().filter(({ kind }) => kind !== 'archived');
    const ids = accounts.map(({ id }) => id);
    if (scope === 'all') return ids;
    if (!ids.includes(scope)) throw new AppError('accountUnknown', `No account ${scope} to refresh`);
    return [scope];
  }

  #announce(): RefreshProgress {
    const progress = this.state();
    if (!this.#isClosed) this.#options.onChanged(progress);
    return progress;
  }

  #announceSoon(): void {
    if (this.#isClosed) return;
    this.#timer ??= globalThis.setTimeout(() => {
      this.#timer = undefined;
      this.#announce();
    }, announceAfterMs);
  }
}

function errorOf(thrown: unknown): ErrorData {
  return thrown instanceof AppError ? thrown.toJSON() : { code: 'unexpected', message: String(thrown) };
}
