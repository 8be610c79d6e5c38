import type { ErrorCode } from '../../../shared/errors.ts';
import type { OwnershipProgress } from '../../../shared/ownership.ts';
import type { RefreshPhase } from '../../../shared/refreshing.ts';
import type { OpenCell } from '../../library/ownership/ownership-answers.ts';
import { AccountAsking, type AccountAskingOptions } from './account-asking.ts';
import { ItemsInQuestion } from './items-in-question.ts';
import { timeLeft } from './time-left.ts';

export interface AskingRoundOptions extends Omit<AccountAskingOptions, 'items' | 'onNoSuchItem'> {
  readonly accountIds: readonly number[];
}

export type RoundEnd = 'finished' | 'stopped';

/** One round of questions: every account of it side by side, through the one scheduler. */
export class AskingRound {
  readonly #options: AskingRoundOptions;
  readonly #items = new ItemsInQuestion();
  readonly #accounts: readonly AccountAsking[];
  #isStopped = false;

  constructor(options: AskingRoundOptions) {
    this.#options = options;
    this.#accounts = options.accountIds.map(
      (accountId) =>
        new AccountAsking(accountId, {
          ...options,
          items: this.#items,
          onNoSuchItem: (item, code) => this.#noteGone(item, code),
        }),
    );
  }

  async plan(): Promise<void> {
    for (const account of this.#accounts) await account.plan();
  }

  stop(): void {
    this.#isStopped = true;
    for (const account of this.#accounts) account.stop();
  }

  /** Rejects with what no round can go on after; nobody is left asking then. */
  async carryOut(): Promise<RoundEnd> {
    const asking = this.#accounts.map((account) => account.carryOut());
    try {
      await Promise.all(asking);
    } catch (thrown) {
      this.stop();
      await Promise.allSettled(asking);
      throw thrown;
    }
    return this.#isStopped ? 'stopped' : 'finished';
  }

  async progress(): Promise<OwnershipProgress> {
    const sum = (count: (account: AccountAsking) => number) =>
      this.#accounts.reduce((all, account) => all + count(account), 0);
    const questions = this.#accounts.map((account) => ({
      accountId: account.accountId,
      left: new Map([...account.left()].filter(([, count]) => count > 0)),
    }));
    return {
      phase: this.#phase(),
      total: sum(({ total }) => total),
      dealtWith: sum(({ dealtWith }) => dealtWith),
      failed: sum(({ failed }) => failed),
      ...(await timeLeft(this.#options.client, questions)),
    };
  }

  /** Held up only when everybody who still asks is. */
  #phase(): RefreshPhase {
    const now = this.#options.now();
    const asking = this.#accounts.filter(({ isOver }) => !isOver);
    if (asking.some(({ isOffline }) => isOffline)) return { kind: 'offline' };
    const waits = asking.map((account) => account.waitsUntil(now));
    if (waits.length === 0 || waits.includes(null)) return { kind: 'running' };
    return { kind: 'waiting', until: Math.min(...waits.map((until) => until ?? 0)) };
  }

  /** As much of an answer for one account as for the others. */
  async #noteGone(item: OpenCell, code: ErrorCode): Promise<void> {
    const { library, accountIds, now, onProgress } = this.#options;
    this.#items.note(item, 'gone');
    onProgress(await library.ownershipAnswers.fail(accountIds, item, code, now()));
  }
}
