import { toAppError } from '../../shared/errors.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { SuspectedLoss } from '../library/timeline/comparison.ts';
import type { LossAnswer } from '../library/timeline/judgement.ts';
import type { EndedRun } from '../library/timeline/reading.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { inventory } from '../roblox/inventory.ts';
import { fetchCopies } from './item-details.ts';

export interface ComparisonsOptions {
  readonly library: Pick<RemoteLibrary, 'timeline'>;
  readonly client: RobloxClient;
  readonly now: () => number;
  /** After something was told of the account. */
  readonly onChanged: (accountId: number) => void;
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

  constructor(options: ComparisonsOptions) {
    this.#options = options;
  }

  /** To be called at the end of every run of refreshes. Comparisons of one account follow each other. Never throws. */
  onRunComplete(accountId: number, run: EndedRun): Promise<void> {
    const before = this.#underWay.get(accountId) ?? Promise.resolve();
    const own = before.then(() => this.#compare(accountId, run)).catch(this.#options.onFailed);
    this.#underWay.set(accountId, own);
    return own.finally(() => {
      if (this.#underWay.get(accountId) === own) this.#underWay.delete(accountId);
    });
  }

  async #compare(accountId: number, run: EndedRun): Promise<void> {
    const { library, now, onChanged } = this.#options;
    let outcome = await library.timeline.compare(accountId, run, now(), null);
    if (outcome.toAsk.length > 0) {
      const answers = await this.#ask(accountId, outcome.toAsk);
      outcome = await library.timeline.compare(accountId, run, now(), answers);
    }
    if (outcome.changes > 0) onChanged(accountId);
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
    try {
      if (hasOthers) {
        const { instanceIds } = await fetchCopies(client, accountId, item);
        return { item, isOwned: instanceIds.length > 0, isDeleted: false, instanceIds };
      }
      const params = { userId: accountId, itemType: item.type, itemTargetId: item.id };
      const isOwned = await client.call(inventory.isItemOwned, params, { accountId });
      return { item, isOwned, isDeleted: false, instanceIds: null };
    } catch (thrown) {
      if (!deletedCodes.has(toAppError(thrown).code)) return null;
      return { item, isOwned: false, isDeleted: true, instanceIds: hasOthers ? [] : null };
    }
  }
}
