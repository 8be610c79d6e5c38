import type { Scope } from '../../../shared/accounts.ts';
import type { LossAlert, TimelinePage } from '../../../shared/timeline.ts';
import type { Database } from '../database.ts';
import type { Leftovers } from '../leftovers.ts';
import type { MembersOf } from '../members.ts';
import { finish, workOn, type Sliced } from '../slices.ts';
import { Baseline } from './baseline.ts';
import { ComparisonWork, type Comparison, type ComparisonAsked } from './comparison-work.ts';
import { EntryPages, type EntryFilter, type ToldEntry } from './entry-pages.ts';
import { Events } from './events.ts';
import type { ItemFacts } from '../item-facts.ts';
import type { LossAnswer } from './judgement.ts';
import type { EndedRun } from './reading.ts';

/** A run of refreshes of an account that nothing was told of yet. */
export interface DueComparison {
  readonly accountId: number;
  readonly run: EndedRun;
}

/** How far a comparison has come. */
export interface ComparisonStep {
  /** Whether the diary has news that nobody was told of yet. */
  readonly isTold: boolean;
  /** null while there is more to do. */
  readonly comparison: Comparison | null;
}

interface WorkUnderWay {
  readonly key: string;
  readonly accountId: number;
  readonly steps: Sliced<Comparison>;
  isTold: boolean;
}

const nothingCompared: Comparison = { toAsk: [] };

/** The diary and the theft alarm: what each refresh of an account changed, in keep.db. */
export class Timeline {
  readonly #cache: Database;
  readonly #baseline: Baseline;
  readonly #events: Events;
  readonly #facts: ItemFacts;
  readonly #pages: EntryPages;
  readonly #work: ComparisonWork;
  #underWay: WorkUnderWay | null = null;

  /** `leftovers` keep the lists that are being compared until that is done. */
  constructor(cache: Database, keep: Database, membersOf: MembersOf, leftovers: Leftovers, facts: ItemFacts) {
    this.#cache = cache;
    this.#baseline = new Baseline(cache);
    this.#events = new Events(keep);
    this.#facts = facts;
    this.#pages = new EntryPages(keep, membersOf);
    const parts = { baseline: this.#baseline, events: this.#events, facts: this.#facts };
    this.#work = new ComparisonWork({ cache, keep, leftovers, ...parts });
  }

  /**
   * Compares what is published of an account with what it was last compared at, tells the differences and makes the
   * rest the new baseline. The first comparison, and that of a list never read before, only makes the baseline. With
   * `answers` null nothing is written while something seems lost: ask about it and come back with what is known.
   * `at` in epoch milliseconds.
   */
  compare(accountId: number, run: EndedRun, at: number, answers: readonly LossAnswer[] | null): Comparison {
    this.#giveUp();
    return finish(this.#work.compare({ accountId, run, at, answers, onTold: () => undefined }));
  }

  /**
   * The same in slices of a few milliseconds: null until there is something to say, and until it is done to be asked again
   * with the very same words. One goes on at a time: another one gives up what was under way.
   */
  tryCompare(
    accountId: number,
    run: EndedRun,
    at: number,
    answers: readonly LossAnswer[] | null,
  ): ComparisonStep | null {
    const work = this.#begun({ accountId, run, at, answers });
    let comparison: Comparison | null = null;
    try {
      comparison = workOn(work.steps);
    } catch (thrown) {
      this.#underWay = null;
      throw thrown;
    }
    if (comparison) this.#underWay = null;
    const { isTold } = work;
    work.isTold = false;
    return comparison || isTold ? { isTold, comparison } : null;
  }

  /** Notes that an account is to be compared after a run, so that a kill before it is done is made up for. */
  noteDue(accountId: number, run: EndedRun): void {
    this.#cache.run('INSERT OR REPLACE INTO comparison_due VALUES (?, ?)', accountId, JSON.stringify(run));
  }

  /** After the comparison of that run was made. */
  clearDue(accountId: number): void {
    this.#cache.run('DELETE FROM comparison_due WHERE account_id = ?', accountId);
  }

  /** The runs whose comparison was cut short. */
  due(): readonly DueComparison[] {
    const rows = this.#cache.all<{ account_id: number; run: string }>('SELECT * FROM comparison_due');
    return rows.map(({ account_id: accountId, run }) => ({ accountId, run: JSON.parse(run) as EndedRun }));
  }

  /** One page of the diary of an account, or of all together, newest first. */
  list(scope: Scope, filter: EntryFilter): TimelinePage {
    return this.#pages.read(scope, filter);
  }

  /** All that passes, in the order it is told. */
  entryIds(scope: Scope, filter: Omit<EntryFilter, 'before'>): Sliced<Float64Array> {
    return this.#pages.ids(scope, filter);
  }

  /** In the order of the ids; without those of a diary that was deleted meanwhile. */
  entries(ids: Float64Array): readonly ToldEntry[] {
    return this.#pages.ofIds(ids);
  }

  /** Losses nobody has dismissed yet, of every account, newest first. */
  alerts(): readonly LossAlert[] {
    return this.#events.alerts();
  }

  /** Ends an alert; what it told of stays in the diary. `at` in epoch milliseconds. */
  dismiss(refreshId: number, at: number): void {
    this.#events.dismiss(refreshId, at);
  }

  /** Keys of pictures of items that something kept mentions: these may be the last of their kind. */
  keptThumbnails(): readonly string[] {
    return this.#facts.thumbnailKeys();
  }

  /** After the cache of an account was cleared: the next comparison begins anew. The diary stays. */
  forgetBaseline(accountId: number): void {
    this.#giveUp(accountId);
    this.#baseline.forget(accountId);
  }

  /** Deletes the account's diary, as the person wished. */
  forget(accountId: number): void {
    this.#giveUp(accountId);
    this.#events.forget(accountId);
  }

  #begun(asked: Omit<ComparisonAsked, 'onTold'>): WorkUnderWay {
    const key = JSON.stringify(asked);
    if (this.#underWay?.key === key) return this.#underWay;
    this.#giveUp();
    const steps = this.#work.compare({ ...asked, onTold: () => (work.isTold = true) });
    const work: WorkUnderWay = { key, accountId: asked.accountId, steps, isTold: false };
    this.#underWay = work;
    return work;
  }

  #giveUp(accountId?: number): void {
    if (!this.#underWay || (accountId !== undefined && accountId !== this.#underWay.accountId)) return;
    const { steps } = this.#underWay;
    this.#underWay = null;
    steps.return(nothingCompared);
  }
}
