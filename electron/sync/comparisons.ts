import { AppError, toAppError } from '../../shared/errors.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { SuspectedLoss } from '../library/timeline/comparison.ts';
import type { Comparison } from '../library/timeline/comparison-work.ts';
import type { LossAnswer } from '../library/timeline/judgement.ts';
import type { EndedRun } from '../library/timeline/reading.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { inventory } from '../roblox/inventory.ts';
import { inSlices } from './in-slices.ts';
import { fetchCopies } from './item-details.ts';

export interface ComparisonsOptions {
  readonly library: Pick<RemoteLibrary, 'timeline'>;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** After something was told of the account. */
  readonly onChanged: (accountId: number) => void;
  /** After a comparison, whatever came of it: the lists it held on to can be deleted. */
  readonly onReleased: () => void;
  /** A comparison that failed. Nothing is lost by it: the next one tells what this one would have. */
  readonly onFailed: (thrown: unknown) => void;
}

// Roblox refuses the question itself when there is no such item any more.
const deletedCodes: ReadonlySet<string> = new Set([
  'assetNotFound',
  'badgeNotFound',
  'bundleNotFound',
  'gamePassNotFound',
]);
// One refusal means that the others would be refused as well: a spent budget, no network, a hidden inventory.
const asksAtOnce = 4;

/** Compares an account with what it was after each of its refreshes, having asked about what seems to be lost. */
export class Comparisons {
  readonly #options: ComparisonsOptions;
  readonly #underWay = new Map<number, Promise<void>>();
  /** The library makes one comparison at a time; between them it is asked whatever else comes. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #closed = new AbortController();

  constructor(options: ComparisonsOptions) {
    this.#options = options;
  }

  /** To be called at the end of every run of refreshes. Comparisons of one account follow each other. Never throws. */
  onRunComplete(accountId: number, run: EndedRun): Promise<void> {
    // Noted at once: its turn may not come in this run of Satchel.
    return this.#queue(accountId, run, this.#options.library.timeline.noteDue(accountId, run));
  }

  /** Makes up for comparisons that the end of the process cut short. */
  async prepare(): Promise<void> {
    const due = await this.#options.library.timeline.due();
    await Promise.all(due.map(({ accountId, run }) => this.#queue(accountId, run, Promise.resolve())));
  }

  /** Gives up what is compared: it was noted, and is made up for at the next start. */
  close(): void {
    this.#closed.abort(new AppError('cancelled', 'Satchel is ending'));
  }

  #queue(accountId: number, run: EndedRun, noted: Promise<void>): Promise<void> {
    const before = this.#underWay.get(accountId) ?? Promise.resolve();
    const own = Promise.allSettled([before, noted])
      .then(async () => {
        await noted;
        await this.#compare(accountId, run);
        // What is noted by now may be a later run, which waits for its turn.
        if (this.#underWay.get(accountId) === own) await this.#options.library.timeline.clearDue(accountId);
      })
      .catch(this.#options.onFailed)
      .finally(() => {
        if (this.#underWay.get(accountId) === own) this.#underWay.delete(accountId);
      });
    this.#underWay.set(accountId, own);
    return own;
  }

  async #compare(accountId: number, run: EndedRun): Promise<void> {
    const { toAsk } = await this.#inTurn(accountId, run, null);
    if (toAsk.length > 0) await this.#inTurn(accountId, run, await this.#ask(accountId, toAsk));
  }

  #inTurn(accountId: number, run: EndedRun, answers: readonly LossAnswer[] | null): Promise<Comparison> {
    const turn = this.#last.then(() => this.#carryOut(accountId, run, answers));
    this.#last = turn.catch(() => undefined);
    return turn.finally(this.#options.onReleased);
  }

  async #carryOut(
    accountId: number,
    run: EndedRun,
    answers: readonly LossAnswer[] | null,
  ): Promise<Comparison> {
    const { library, now, onChanged } = this.#options;
    const { signal } = this.#closed;
    const at = now();
    try {
      for (;;) {
        const step = await inSlices(() => {
          signal.throwIfAborted();
          return library.timeline.tryCompare(accountId, run, at, answers);
        });
        // Told before the rest is done, which may fail.
        if (step.isTold) onChanged(accountId);
        if (step.comparison) return step.comparison;
      }
    } catch (thrown) {
      // The slice that failed may have told something before.
      onChanged(accountId);
      throw thrown;
    }
  }

  /** A few at a time, for as long as Roblox answers: what stays unanswered is held back until the next refresh. */
  async #ask(accountId: number, suspected: readonly SuspectedLoss[]): Promise<LossAnswer[]> {
    const answers: LossAnswer[] = [];
    for (let start = 0; start < suspected.length; start += asksAtOnce) {
      const batch = suspected.slice(start, start + asksAtOnce);
      const outcomes = await Promise.all(batch.map((one) => this.#askAbout(accountId, one)));
      const answered = outcomes.filter((answer) => answer !== null);
      answers.push(...answered);
      if (answered.length === 0) break;
    }
    return answers;
  }

  /** null when there was no answer to go by. */
  async #askAbout(accountId: number, { item, hasOthers }: SuspectedLoss): Promise<LossAnswer | null> {
    const { client } = this.#options;
    const { signal } = this.#closed;
    try {
      if (hasOthers) {
        const { instanceIds } = await fetchCopies(client, accountId, item, { signal });
        // One without a number may be the very copy that seems to be lost.
        if (instanceIds.includes(0)) return null;
        return { item, isOwned: instanceIds.length > 0, isDeleted: false, instanceIds };
      }
      const params = { userId: accountId, itemType: item.type, itemTargetId: item.id };
      const isOwned = await client.call(inventory.isItemOwned, params, { accountId, signal });
      return { item, isOwned, isDeleted: false, instanceIds: null };
    } catch (thrown) {
      if (!deletedCodes.has(toAppError(thrown).code)) return null;
      return { item, isOwned: false, isDeleted: true, instanceIds: hasOthers ? [] : null };
    }
  }
}
