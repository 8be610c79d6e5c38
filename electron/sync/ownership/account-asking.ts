import { AppError, toAppError, type ErrorCode } from '../../../shared/errors.ts';
import type { ChangedCell } from '../../../shared/ownership.ts';
import type { RemoteLibrary } from '../../library/remote-library.ts';
import type { Round } from '../../library/ownership/judge-cell.ts';
import type { OpenCell } from '../../library/ownership/ownership-answers.ts';
import type { RobloxClient } from '../../roblox/client.ts';
import type { Endpoint } from '../../roblox/endpoint.ts';
import { inSlices } from '../in-slices.ts';
import { ItemAsker } from './ask-item.ts';
import { askTroubleOf } from './ask-trouble.ts';
import type { ItemsInQuestion } from './items-in-question.ts';

export interface AccountAskingOptions {
  readonly library: Pick<RemoteLibrary, 'ownershipAnswers'>;
  readonly client: RobloxClient;
  readonly round: Round;
  readonly items: ItemsInQuestion;
  readonly now: () => number;
  /** Settles when it is worth asking again after Roblox could not be reached `attempt` times. Rejects with the signal. */
  readonly reconnected: (attempt: number, signal: AbortSignal) => Promise<unknown>;
  /** Settles that much later. Rejects with the signal. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** An answer came, or it stands otherwise. */
  readonly onProgress: (cells: readonly ChangedCell[]) => void;
  /** There is no such item: nobody else needs to be asked about. */
  readonly onNoSuchItem: (item: OpenCell, code: ErrorCode) => Promise<void>;
  /** The account's inventory turned out to be hidden. */
  readonly onHidden: (accountId: number) => void;
  /** Nothing more is asked about the account. */
  readonly onTrouble: (accountId: number, code: ErrorCode) => void;
}

const atATime = 4;
const pauseMs = 2000;
// So many in a row are no chance: Roblox is in trouble, and more questions would not help it.
const mostFailuresInARow = 20;
const ofRobloxItself: ReadonlySet<ErrorCode> = new Set([
  'robloxFailed',
  'timedOut',
  'answerMalformed',
  'redirectRefused',
]);

/** Asks about the pasted list for one account: what no answer is fresh of, in the list's order, four at a time. */
export class AccountAsking {
  readonly accountId: number;
  readonly #options: AccountAskingOptions;
  readonly #asker: ItemAsker;
  readonly #stopped = new AbortController();
  readonly #waiting = new Map<OpenCell, number>();
  readonly #left = new Map<Endpoint, number>();
  #queue: OpenCell[] = [];
  #offline = 0;
  #failuresInARow = 0;
  isOver = false;
  total = 0;
  dealtWith = 0;
  failed = 0;

  constructor(accountId: number, options: AccountAskingOptions) {
    this.accountId = accountId;
    this.#options = options;
    this.#asker = new ItemAsker(options.client, accountId, () => this.#goOnHidden());
  }

  /** Gives up what is under way; what was answered is kept. */
  stop(): void {
    this.#stopped.abort(new AppError('cancelled', 'Asking was stopped'));
  }

  /** How many are still to be asked at each endpoint. */
  left(): ReadonlyMap<Endpoint, number> {
    return this.#left;
  }

  get isOffline(): boolean {
    return this.#offline > 0;
  }

  /** Until when nothing of it can go out, in epoch milliseconds; null when something can, or is under way. */
  waitsUntil(now: number): number | null {
    const times = [...this.#waiting.values()];
    const until = Math.min(...times);
    return times.length > 0 && until > now ? until : null;
  }

  /** Finds out what is to be asked. */
  async plan(): Promise<void> {
    const { library, round } = this.#options;
    const { total, open, failed } = await inSlices(() =>
      library.ownershipAnswers.tryOpen(this.accountId, round),
    );
    this.#queue = [...open];
    this.#countAll();
    this.total = total;
    this.failed = failed;
    this.dealtWith = total - open.length;
  }

  /** Resolves when everything was asked, or it was stopped. Rejects with what no round can go on after. */
  async carryOut(): Promise<void> {
    try {
      // An ended session, a hidden inventory: the first answer tells of all the others.
      await this.#askNext();
      await Promise.all(Array.from({ length: atATime }, () => this.#askOn()));
    } catch (thrown) {
      if (!this.#stopped.signal.aborted) throw thrown;
    } finally {
      this.isOver = true;
      this.stop();
    }
  }

  async #askOn(): Promise<void> {
    while (await this.#askNext());
  }

  /** False when there is nothing more to ask. */
  async #askNext(): Promise<boolean> {
    this.#stopped.signal.throwIfAborted();
    const cell = this.#take();
    if (!cell) return false;
    const { items } = this.#options;
    if (items.isGone(cell)) {
      this.#settle(1, true);
      return true;
    }
    const answered = items.ask(cell);
    await this.#ask({ ...cell, isNamed: cell.isNamed || items.isNamed(cell) }).finally(answered);
    return true;
  }

  /** The next one, rather one that nobody is asking about at the moment. */
  #take(): OpenCell | undefined {
    const { items } = this.#options;
    const place = this.#queue.findIndex((cell) => !items.isAsked(cell));
    const [cell] = this.#queue.splice(Math.max(place, 0), 1);
    if (cell) this.#count(cell, -1);
    return cell;
  }

  #countAll(): void {
    this.#left.clear();
    for (const cell of this.#queue) this.#count(cell, 1);
  }

  /** What is left is asked elsewhere from now on. */
  #goOnHidden(): void {
    this.#countAll();
    this.#options.onHidden(this.accountId);
  }

  #count(cell: OpenCell, change: number): void {
    const endpoint = this.#asker.endpointOf(cell);
    this.#left.set(endpoint, (this.#left.get(endpoint) ?? 0) + change);
  }

  /** Asks about one item, however long that takes; what is the matter with it alone is noted. */
  async #ask(cell: OpenCell): Promise<void> {
    const { onNoSuchItem, reconnected, wait, now, onProgress } = this.#options;
    for (let attempts = 0; ;) {
      try {
        await this.#answer(cell);
        return;
      } catch (thrown) {
        this.#stopped.signal.throwIfAborted();
        const error = toAppError(thrown);
        const trouble = askTroubleOf(error);
        if (trouble === 'round') throw error;
        if (trouble === 'wait') {
          const until = error.facts.retryAt ?? now() + pauseMs;
          this.#waiting.set(cell, until);
          onProgress([]);
          await wait(Math.max(until - now(), 0), this.#stopped.signal);
        } else if (trouble === 'offline') {
          this.#offline += 1;
          onProgress([]);
          await reconnected((attempts += 1), this.#stopped.signal).finally(() => (this.#offline -= 1));
        } else if (trouble === 'account') {
          await this.#giveUp(error.code);
          return;
        } else if (trouble === 'item') {
          this.#settle(1, true);
          await onNoSuchItem(cell, error.code);
          return;
        } else {
          await this.#fail(cell, error.code);
          return;
        }
      } finally {
        this.#waiting.delete(cell);
      }
    }
  }

  async #answer(cell: OpenCell): Promise<void> {
    const { items, library, now, onProgress } = this.#options;
    const answer = await this.#asker.ask(cell, {
      waits: true,
      priority: () => 'background',
      signal: this.#stopped.signal,
      onWait: (until) => {
        this.#waiting.set(cell, until);
        onProgress([]);
      },
    });
    this.#failuresInARow = 0;
    const changed = await library.ownershipAnswers.save(this.accountId, cell, answer, now());
    if (changed.name !== null) items.note(cell, 'named');
    this.#settle(1, false);
    onProgress([changed]);
  }

  async #fail(cell: OpenCell, code: ErrorCode): Promise<void> {
    const { library, now, onProgress } = this.#options;
    const changed = await library.ownershipAnswers.fail([this.accountId], cell, code, now());
    this.#settle(1, true);
    onProgress(changed);
    this.#failuresInARow = ofRobloxItself.has(code) ? this.#failuresInARow + 1 : 0;
    if (this.#failuresInARow >= mostFailuresInARow) await this.#giveUp(code);
  }

  /** What is left stays unasked; the next round begins with it. */
  async #giveUp(code: ErrorCode): Promise<void> {
    const { library, now, onTrouble } = this.#options;
    // Several were under way when the first was told: that is not told again.
    if (this.isOver) return;
    this.isOver = true;
    this.dealtWith = this.total;
    this.#queue = [];
    this.#left.clear();
    if (code !== 'cancelled') await library.ownershipAnswers.noteTrouble(this.accountId, code, now());
    onTrouble(this.accountId, code);
    this.stop();
  }

  #settle(cells: number, isFailure: boolean): void {
    if (this.isOver) return;
    this.dealtWith += cells;
    if (isFailure) this.failed += cells;
  }
}
