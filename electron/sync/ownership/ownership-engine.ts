import { setTimeout } from 'node:timers/promises';
import { toAppError } from '../../../shared/errors.ts';
import type { ChangedCell, OwnershipProgress } from '../../../shared/ownership.ts';
import type { RefreshPhase } from '../../../shared/refreshing.ts';
import type { AccountBook } from '../../accounts/account-book.ts';
import type { RemoteLibrary } from '../../library/remote-library.ts';
import type { RobloxClient } from '../../roblox/client.ts';
import { hourMs } from '../../roblox/endpoint.ts';
import { Reconnection } from '../reconnection.ts';
import type { Round } from '../../library/ownership/judge-cell.ts';
import { AskingRound, type RoundEnd } from './asking-round.ts';

export interface OwnershipEngineOptions {
  readonly library: Pick<
    RemoteLibrary,
    'ownershipAnswers' | 'ownershipList' | 'ownershipRuns' | 'ownershipSheet'
  >;
  readonly client: RobloxClient;
  readonly accounts: Pick<AccountBook, 'list'>;
  readonly now: () => number;
  readonly onChanged: (news: {
    readonly progress: OwnershipProgress;
    readonly cells: readonly ChangedCell[];
    readonly isListChanged: boolean;
  }) => void;
  /** Told of an account whose inventory turned out to be hidden. */
  readonly onHidden: (accountId: number) => void;
}

// An answer is good for a day: a round over a long list takes hours, and is not to begin again behind itself.
const freshForMs = 24 * hourMs;
const announceAfterMs = 250;
const nothing: OwnershipProgress = {
  ...{ phase: { kind: 'idle' }, total: 0, dealtWith: 0, failed: 0, perMinute: null, minutesLeft: null },
};

/** Asks Roblox who owns what is on the pasted list: starts, pauses, goes on with and calls off the one round there is. */
export class OwnershipEngine {
  readonly #options: OwnershipEngineOptions;
  readonly #reconnection = new Reconnection();
  #running: AskingRound | null = null;
  #ended: Promise<void> = Promise.resolve();
  #resting: OwnershipProgress = nothing;
  /** How it stands with a round that is stopped on purpose. */
  #stoppedAs: RefreshPhase = nothing.phase;
  #cells: ChangedCell[] = [];
  #isListChanged = false;
  #announcements = 0;
  #told = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: OwnershipEngineOptions) {
    this.#options = options;
  }

  async state(): Promise<OwnershipProgress> {
    const resting = this.#resting;
    if (!this.#running && resting.phase.kind === 'idle') {
      // Before anything is asked, what there would be to ask. It may stand otherwise when that is known.
      const idle = await this.#planned(resting.phase);
      if (this.#resting === resting) this.#resting = idle;
    }
    return (await this.#running?.progress()) ?? this.#resting;
  }

  /** Reads what an earlier run left, and goes on with what was cut short if that is wished. Without it nobody is asked. */
  async prepare(goesOn: boolean): Promise<OwnershipProgress> {
    const run = await this.#options.library.ownershipRuns.find();
    if (!run) return this.#resting;
    return this.#inTurn(async () => {
      if (run.finishedAt !== null)
        this.#resting = { ...nothing, phase: { kind: 'done', at: run.finishedAt } };
      else if (goesOn && !run.isPaused) await this.#run();
      else await this.#rest({ kind: 'paused' });
    });
  }

  /** Begins a round, or goes on with one that was paused or cut short. `isForced` begins one that takes nothing for fresh. */
  start(isForced: boolean): Promise<OwnershipProgress> {
    return this.#inTurn(async () => {
      const { library, now } = this.#options;
      if (this.#running && !isForced) return;
      await this.#stop();
      const known = await library.ownershipRuns.find();
      if (isForced || !known || known.finishedAt !== null) {
        const startedAt = now();
        await library.ownershipRuns.begin({
          startedAt,
          freshSince: isForced ? startedAt : startedAt - freshForMs,
        });
      } else await library.ownershipRuns.setPaused(false);
      await this.#run();
    });
  }

  pause(): Promise<OwnershipProgress> {
    return this.#inTurn(async () => {
      if (!this.#running) return;
      // Written first: after a crash in between it must not go on by itself.
      await this.#options.library.ownershipRuns.setPaused(true);
      await this.#stop({ kind: 'paused' });
    });
  }

  /** Calls the round off. What was answered stays, and is not asked again as long as it is fresh. */
  cancel(): Promise<OwnershipProgress> {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#options.library.ownershipRuns.remove();
      this.#resting = nothing;
    });
  }

  /** The list, its columns or the accounts are others: a round that is under way goes on with what is to be asked now. */
  look(): void {
    this.#isListChanged = true;
    this.#inTurn(async () => {
      if (this.#running) {
        await this.#stop();
        await this.#run();
      } else await this.#rest(this.#resting.phase);
    }).catch(() => undefined);
  }

  /** Roblox can be reached again, or the person went online: what waited for that goes on. */
  reconnect(): void {
    this.#reconnection.announce();
  }

  /** Stops; what is left goes on at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#stop();
  }

  /** One wish after the other: two at once would both find nothing running. */
  async #inTurn(task: () => Promise<void>): Promise<OwnershipProgress> {
    const done = this.#turn.then(task);
    this.#turn = done.catch(() => undefined);
    await done;
    return this.#announce();
  }

  async #run(): Promise<void> {
    const run = await this.#options.library.ownershipRuns.find();
    if (!run || this.#isClosed) return;
    const round = await this.#open(run);
    this.#running = round;
    this.#ended = round
      .carryOut()
      .then((end) => this.#end(round, end))
      .catch((thrown: unknown) => this.#fail(round, thrown))
      .finally(() => this.#announceSoon());
  }

  /** A round, planned. */
  async #open(round: Round): Promise<AskingRound> {
    const { library, client, accounts, now, onHidden } = this.#options;
    const leftOut = await library.ownershipList.leftOut();
    const asked = accounts.list().filter(({ id, kind }) => kind !== 'archived' && !leftOut.includes(id));
    const opened = new AskingRound({
      ...{ library, client, now, onHidden, round },
      accountIds: asked.map(({ id }) => id),
      reconnected: (attempt, signal) => this.#reconnection.awaited(attempt, signal),
      wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
      onProgress: (cells) => {
        this.#cells.push(...cells);
        this.#announceSoon();
      },
      onTrouble: () => {
        this.#isListChanged = true;
        this.#announceSoon();
      },
    });
    await opened.plan();
    return opened;
  }

  async #end(round: AskingRound, end: RoundEnd): Promise<void> {
    const { library, now } = this.#options;
    // The names that came with the answers.
    await library.ownershipSheet.keepNames();
    if (end === 'finished') {
      await library.ownershipRuns.finish(now());
      await this.#settle(round, { kind: 'done', at: now() });
    } else await this.#settle(round, this.#stoppedAs);
  }

  /** A library that can no longer be written has been told of where it failed. */
  async #fail(round: AskingRound, thrown: unknown): Promise<void> {
    await this.#settle(round, { kind: 'failed', error: toAppError(thrown).toJSON() });
  }

  async #settle(round: AskingRound, phase: RefreshPhase): Promise<void> {
    this.#resting = { ...(await round.progress()), phase };
    if (this.#running === round) this.#running = null;
  }

  async #stop(phase: RefreshPhase = nothing.phase): Promise<void> {
    this.#stoppedAs = phase;
    this.#running?.stop();
    await this.#ended;
  }

  async #rest(phase: RefreshPhase): Promise<void> {
    const progress = await this.#planned(phase);
    if (!this.#running) this.#resting = progress;
  }

  /** How far a round is that is not under way; without one, what the next would ask of those that may answer. */
  async #planned(phase: RefreshPhase): Promise<OwnershipProgress> {
    const { library, now } = this.#options;
    const run = await library.ownershipRuns.find();
    const isUnderWay = run !== null && run.finishedAt === null;
    const round = isUnderWay ? run : { startedAt: 0, freshSince: now() - freshForMs };
    return { ...(await (await this.#open(round)).progress()), phase };
  }

  async #announce(): Promise<OwnershipProgress> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const own = (this.#announcements += 1);
    const progress = await this.state();
    // One that began later has told of it already: this is how it stood before.
    if (this.#isClosed || own < this.#told) return progress;
    this.#told = own;
    const cells = this.#cells.splice(0);
    const isListChanged = this.#isListChanged;
    this.#isListChanged = false;
    this.#options.onChanged({ progress, cells, isListChanged });
    return progress;
  }

  #announceSoon(): void {
    if (this.#isClosed) return;
    this.#timer ??= globalThis.setTimeout(() => {
      // Satchel ended meanwhile, or the library did, which is told of elsewhere.
      this.#announce().catch(() => undefined);
    }, announceAfterMs);
  }
}
