import { allItemsKey } from '../../shared/category-keys.ts';
import { toAppError, type ErrorCode } from '../../shared/errors.ts';
import type { RefreshOutcome } from '../../shared/refreshing.ts';
import {
  allItemsSubject,
  categoriesSubject,
  collectiblesSubject,
  profileCollectionSubject,
} from '../library/subject-names.ts';
import type { EndedRun } from '../library/timeline/reading.ts';
import { inventory } from '../roblox/inventory.ts';
import type { ActivityJournal } from './activity-journal.ts';
import { Subjects, type Subject, type SubjectsOptions } from './subjects.ts';
import { UnderWay, type Asker } from './under-way.ts';

export interface RefreshOptions extends SubjectsOptions {
  /** Told of every refresh that asks Roblox, and how it ended. */
  readonly journal?: Pick<ActivityJournal, 'begin' | 'end'>;
  /** Told what was read whole, when a view asked for all own lists of an account. */
  readonly onRunComplete: (accountId: number, run: EndedRun) => void;
}

// One list is written while another is on its way.
const atATime = 3;
const byView: Asker = { kind: 'view' };
const ignore = () => undefined;

/** Pulls from Roblox into the library, one list at a time. What is fresh enough is not asked for again unless forced. */
export class Refresh {
  readonly #options: RefreshOptions;
  readonly #underWay: UnderWay;
  readonly subjects: Subjects;

  constructor(options: RefreshOptions) {
    this.#options = options;
    this.#underWay = new UnderWay(() => options.client.reconsider());
    this.subjects = new Subjects(options);
  }

  categories(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    return this.#forView(accountId, categoriesSubject, isForced);
  }

  /**
   * One category, or all own ones for `allItemsKey`. Throws `categoryUnknown` and `categoryUnsupported` besides what
   * the category's call throws.
   */
  items(accountId: number, key: string, isForced: boolean): Promise<RefreshOutcome> {
    return key === allItemsKey
      ? this.#allItems(accountId, isForced)
      : this.#category(accountId, key, isForced);
  }

  collectibles(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    return this.#forView(accountId, collectiblesSubject, isForced);
  }

  profileCollection(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    return this.#forView(accountId, profileCollectionSubject, isForced);
  }

  /** One list as part of a run: asked for whatever its age, unless it is being refreshed already. */
  async forRun(
    accountId: number,
    key: string,
    asker: Asker,
    onPage: (received: number) => void,
  ): Promise<void> {
    await this.#once(accountId, key, await this.subjects.find(accountId, key), asker, onPage);
  }

  /** Says that all own categories have been gone through, but for those left out: they are as old as the oldest of them. */
  async publishAllItems(accountId: number, leftOut: ReadonlySet<string>): Promise<void> {
    const { accounts, library, now } = this.#options;
    const { refreshes } = library;
    const { own } = await library.categories.tree(accountId);
    const keys = own.flatMap(({ categories }) => categories.map(({ key }) => key));
    const read = keys.filter((key) => !leftOut.has(key));
    const states = await Promise.all(read.map((key) => refreshes.state(accountId, key)));
    await refreshes.begin(accounts.get(accountId).id, allItemsSubject, now());
    const oldest = Math.min(now(), ...states.flatMap(({ savedAt }) => savedAt ?? []));
    await refreshes.publish(accountId, allItemsSubject, oldest);
    this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
  }

  /** All own categories, a few at a time. One that Roblox shows to nobody, or not to this account, is passed over. */
  async #allItems(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    await this.categories(accountId, isForced);
    let asked = 0;
    const completedSubjects: string[] = [];
    const refused = new Set<string>();
    const { own } = await this.#options.library.categories.tree(accountId);
    const categories = own.flatMap((group) => group.categories);
    // The badges of limiteds belong to all lists of assets, and come from an endpoint of their own: beside the lists they
    // hold up none of them.
    const hasAssets = categories.some(({ type }) => type === 'AssetType');
    const limiteds = hasAssets ? [collectiblesSubject] : [];
    const keys = [...limiteds, ...categories.map(({ key }) => key)].values();
    let hasFailed = false;
    const readOn = async () => {
      for (const key of keys) {
        const isList = key !== collectiblesSubject;
        const outcome = await this.#forView(accountId, key, isForced && isList).catch((thrown: unknown) => {
          if (passedOver.has(toAppError(thrown).code)) {
            refused.add(key);
            return null;
          }
          hasFailed = true;
          throw thrown;
        });
        if (hasFailed) return;
        if (outcome && isList) completedSubjects.push(key);
        if (outcome?.wasNeeded && isList) asked += 1;
      }
    };
    await Promise.all(Array.from({ length: atATime }, readOn));
    await this.publishAllItems(accountId, refused);
    if (asked > 0) this.#options.onRunComplete(accountId, { completedSubjects, isComplete: true });
    return { wasNeeded: asked > 0 };
  }

  async #category(accountId: number, key: string, isForced: boolean): Promise<RefreshOutcome> {
    const { endpoint } = await this.subjects.find(accountId, key);
    const outcome = await this.#forView(accountId, key, isForced);
    // The badge of a limited comes from its copies. The list itself was already shown, so a failure waits.
    if (endpoint === inventory.getInventoryByType) {
      const { wasNeeded } = await this.#forView(accountId, collectiblesSubject, false);
      if (wasNeeded) this.subjects.announce(accountId, key);
    }
    return outcome;
  }

  async #forView(accountId: number, key: string, isForced: boolean): Promise<RefreshOutcome> {
    const subject = await this.subjects.find(accountId, key);
    const isUnderWay = this.#underWay.has(`${accountId} ${key}`);
    if (!isUnderWay && !isForced && (await this.#isFresh(accountId, key, subject)))
      return { wasNeeded: false };
    await this.#once(accountId, key, subject, byView, ignore);
    return { wasNeeded: true };
  }

  #once(
    accountId: number,
    key: string,
    subject: Subject,
    asker: Asker,
    onPage: (received: number) => void,
  ): Promise<void> {
    const { accounts, journal, library } = this.#options;
    return this.#underWay.run(`${accountId} ${key}`, asker, async (call) => {
      const number = journal?.begin(accountId, key) ?? 0;
      accounts.noteBegin(accountId);
      try {
        await subject.refresh({ accountId, ...call }, onPage);
        accounts.noteEnd(accountId, null);
        const { unreadableRows } = await library.refreshes.state(accountId, key);
        journal?.end(number, { code: null, unreadableRows });
      } catch (thrown) {
        const error = toAppError(thrown);
        journal?.end(number, { code: error.code, unreadableRows: 0 });
        accounts.noteEnd(accountId, error);
        throw error;
      }
    });
  }

  async #isFresh(accountId: number, key: string, { endpoint }: Subject): Promise<boolean> {
    const { savedAt } = await this.#options.library.refreshes.state(accountId, key);
    if (savedAt === null) return false;
    const age = this.#options.now() - savedAt;
    // A clock set back makes the age negative: then nothing can be said, and Roblox is asked.
    return age >= 0 && age < endpoint.freshForMs;
  }
}

/** What is Roblox's answer for good: asking again would not help. */
export const passedOver: ReadonlySet<ErrorCode> = new Set([
  'categoryUnsupported',
  'signInNeeded',
  'placesNotPermitted',
  'assetTypeInvalid',
]);
