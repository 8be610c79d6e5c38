import { allItemsKey } from '../../shared/category-keys.ts';
import { toAppError, type ErrorCode } from '../../shared/errors.ts';
import type { RefreshOutcome } from '../../shared/models.ts';
import { allItemsSubject, categoriesSubject } from '../library/categories.ts';
import { collectiblesSubject } from '../library/collectibles.ts';
import { profileCollectionSubject } from '../library/profile-items.ts';
import { inventory } from '../roblox/inventory.ts';
import { Subjects, type Subject, type SubjectsOptions } from './subjects.ts';
import { UnderWay, type Asker } from './under-way.ts';

export type RefreshOptions = SubjectsOptions;

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

  /** Says that all own categories have been gone through. */
  async publishAllItems(accountId: number): Promise<void> {
    const { accounts, library } = this.#options;
    const { refreshes } = library;
    await refreshes.begin(accounts.get(accountId).id, allItemsSubject, this.#options.now());
    await refreshes.publish(accountId, allItemsSubject, this.#options.now());
    this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
  }

  /** All own categories, one after the other. One that Roblox shows to nobody, or not to this account, is passed over. */
  async #allItems(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    await this.categories(accountId, isForced);
    let wasNeeded = false;
    const { own } = await this.#options.library.categories.tree(accountId);
    for (const { key } of own.flatMap((group) => group.categories)) {
      const outcome = await this.#category(accountId, key, isForced).catch((thrown: unknown) => {
        if (passedOver.has(toAppError(thrown).code)) return { wasNeeded: false };
        throw thrown;
      });
      wasNeeded ||= outcome.wasNeeded;
    }
    await this.publishAllItems(accountId);
    return { wasNeeded };
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
    const { accounts } = this.#options;
    return this.#underWay.run(`${accountId} ${key}`, asker, async (call) => {
      accounts.noteBegin(accountId);
      try {
        await subject.refresh({ accountId, ...call }, onPage);
        accounts.noteEnd(accountId, null);
      } catch (thrown) {
        const error = toAppError(thrown);
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
]);
