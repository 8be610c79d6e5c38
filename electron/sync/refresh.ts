import { allItemsKey } from '../../shared/category-keys.ts';
import { AppError, toAppError, type ErrorCode } from '../../shared/errors.ts';
import type { CategoryList, RefreshOutcome } from '../../shared/models.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { allItemsSubject, categoriesSubject, type CategoryFacts } from '../library/categories.ts';
import { collectiblesSubject } from '../library/collectibles.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import type { EndedRun } from '../library/timeline/reading.ts';
import { profileCollectionSubject } from '../library/profile-items.ts';
import type { RobloxClient } from '../roblox/client.ts';
import type { Endpoint, OutputOf } from '../roblox/endpoint.ts';
import { inventory } from '../roblox/inventory.ts';
import { showcases } from '../roblox/showcases.ts';
import { refreshByPage } from './paging.ts';
import { sourceOf } from './sources.ts';

export interface RefreshOptions {
  readonly library: RemoteLibrary;
  readonly client: RobloxClient;
  readonly accounts: Accounts;
  readonly now: () => number;
  readonly onCategoriesChanged: (accountId: number) => void;
  readonly onItemsChanged: (
    accountId: number,
    category: string,
    isComplete: boolean,
    received: number,
  ) => void;
  readonly onProfileCollectionChanged: (accountId: number) => void;
  /** At the end of a refresh of everything: what was read whole in it. */
  readonly onRunComplete: (accountId: number, run: EndedRun) => void;
}

/** Pulls from Roblox into the library. What is fresh enough is not asked for again unless forced. */
export class Refresh {
  readonly #options: RefreshOptions;
  readonly #underWay = new Map<string, Promise<RefreshOutcome>>();

  constructor(options: RefreshOptions) {
    this.#options = options;
  }

  categories(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    return this.#once(accountId, categoriesSubject, inventory.getCategories, isForced, async () => {
      const { client, library, now } = this.#options;
      const params = { userId: accountId };
      const [own, favorites] = await Promise.all([
        client.call(inventory.getCategories, params, { accountId }),
        client.call(inventory.getFavoriteCategories, params, { accountId }),
      ]);
      await library.categories.save(
        this.#known(accountId),
        [...facts('own', own), ...facts('favorites', favorites)],
        now(),
      );
      this.#options.onCategoriesChanged(accountId);
    });
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

  /** All own categories, one after the other. One that Roblox shows to nobody, or not to this account, is passed over. */
  async #allItems(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    await this.categories(accountId, isForced);
    let wasNeeded = false;
    const completedSubjects: string[] = [];
    const { categories, refreshes } = this.#options.library;
    const { own } = await categories.tree(accountId);
    for (const { key } of own.flatMap((group) => group.categories)) {
      const outcome = await this.#category(accountId, key, isForced).catch((thrown: unknown) => {
        if (passedOver.has(toAppError(thrown).code)) return { wasNeeded: false, isPassedOver: true };
        throw thrown;
      });
      if (!('isPassedOver' in outcome)) completedSubjects.push(key);
      wasNeeded ||= outcome.wasNeeded;
    }
    await refreshes.begin(this.#known(accountId), allItemsSubject, this.#options.now());
    await refreshes.publish(accountId, allItemsSubject, this.#options.now());
    this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
    this.#options.onRunComplete(accountId, { completedSubjects, isComplete: true });
    return { wasNeeded };
  }

  async #category(accountId: number, key: string, isForced: boolean): Promise<RefreshOutcome> {
    const { library, client } = this.#options;
    const category = await library.categories.find(accountId, key);
    if (!category) throw new AppError('categoryUnknown', `No category ${key} of account ${accountId}`);
    const source = sourceOf(client, category, accountId);
    const outcome = await this.#once(accountId, key, source.endpoint, isForced, async () => {
      await refreshByPage({
        running: (await library.refreshes.state(accountId, key)).running,
        now: this.#options.now,
        begin: () => library.holdings.begin(this.#known(accountId), key, this.#options.now()),
        fetch: (cursor) => {
          this.#known(accountId);
          return source.page(cursor);
        },
        commit: async (page) => {
          await library.holdings.commitPage(accountId, key, page);
          await this.#announce(accountId, key, false);
        },
        publish: () => library.holdings.publish(accountId, key, this.#options.now()),
      });
      this.#options.accounts.noteVisibility(accountId, 'visible');
      await this.#announce(accountId, key, true);
    });
    if (source.endpoint === inventory.getInventoryByType) {
      await this.#collectiblesFor(accountId, key);
    }
    return outcome;
  }

  profileCollection(accountId: number, isForced: boolean): Promise<RefreshOutcome> {
    return this.#once(
      accountId,
      profileCollectionSubject,
      showcases.getProfileCollection,
      isForced,
      async () => {
        const { client, library, now } = this.#options;
        const { data } = await client.call(
          showcases.getProfileCollection,
          { userId: accountId },
          { accountId },
        );
        const items = data.map(({ id, name, itemType }) => ({ type: itemType, id, name, ...unknownFacts }));
        await library.profileItems.save(this.#known(accountId), items, now());
        this.#options.onProfileCollectionChanged(accountId);
      },
    );
  }

  /** The badge of a limited comes from the collectible copies; the list itself was already shown, so a failure waits. */
  async #collectiblesFor(accountId: number, key: string): Promise<void> {
    const { library } = this.#options;
    const outcome = await this.#once(
      accountId,
      collectiblesSubject,
      inventory.getCollectibles,
      false,
      async () =>
        refreshByPage({
          running: (await library.refreshes.state(accountId, collectiblesSubject)).running,
          now: this.#options.now,
          begin: () => library.collectibles.begin(this.#known(accountId), this.#options.now()),
          fetch: (cursor) => this.#collectiblesPage(accountId, cursor),
          commit: (page) => library.collectibles.commitPage(accountId, page),
          publish: () => library.collectibles.publish(accountId, this.#options.now()),
        }),
    );
    if (outcome.wasNeeded) await this.#announce(accountId, key, true);
  }

  async #collectiblesPage(accountId: number, cursor: string | null) {
    const params = {
      userId: this.#known(accountId),
      limit: 100 as const,
      ...(cursor === null ? {} : { cursor }),
    };
    const page = await this.#options.client.call(inventory.getCollectibles, params, { accountId });
    const rows = page.data.map((row) => ({
      assetId: row.assetId,
      instanceId: row.userAssetId,
      serialNumber: row.serialNumber ?? null,
      recentAveragePrice: row.recentAveragePrice ?? null,
      originalPrice: row.originalPrice ?? null,
      assetStock: row.assetStock ?? null,
      isOnHold: row.isOnHold,
    }));
    return { rows, unreadableRows: page.unreadableRows, nextCursor: page.nextPageCursor };
  }

  /** One refresh per subject at a time: a second request joins the one under way. */
  async #once(
    accountId: number,
    subject: string,
    endpoint: Endpoint,
    isForced: boolean,
    task: () => Promise<void>,
  ): Promise<RefreshOutcome> {
    const key = `${accountId} ${subject}`;
    for (let known = this.#underWay.get(key); known; known = this.#underWay.get(key)) {
      const outcome = await known;
      // One that found nothing to do does not stand in for one that is wanted in any case.
      if (outcome.wasNeeded || !isForced) return outcome;
    }
    const isNeeded = () => isForced || this.#isStale(accountId, subject, endpoint);
    const run = this.#run(accountId, isNeeded, task).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, run);
    return run;
  }

  async #run(
    accountId: number,
    isNeeded: () => boolean | Promise<boolean>,
    task: () => Promise<void>,
  ): Promise<RefreshOutcome> {
    if (!(await isNeeded())) return { wasNeeded: false };
    const { accounts } = this.#options;
    accounts.noteBegin(accountId);
    try {
      await task();
      accounts.noteEnd(accountId, null);
      return { wasNeeded: true };
    } catch (thrown) {
      const error = toAppError(thrown);
      accounts.noteEnd(accountId, error);
      throw error;
    }
  }

  /** Throws `accountUnknown` for one that was removed meanwhile: nothing is asked or written of it any more. */
  #known(accountId: number): number {
    return this.#options.accounts.get(accountId).id;
  }

  async #isStale(accountId: number, subject: string, endpoint: Endpoint): Promise<boolean> {
    const { savedAt } = await this.#options.library.refreshes.state(accountId, subject);
    if (savedAt === null) return true;
    const age = this.#options.now() - savedAt;
    // A clock set back makes the age negative: then nothing can be said, and Roblox is asked.
    return age < 0 || age >= endpoint.freshForMs;
  }

  async #announce(accountId: number, key: string, isComplete: boolean): Promise<void> {
    const { running } = await this.#options.library.refreshes.state(accountId, key);
    this.#options.onItemsChanged(accountId, key, isComplete, running?.received ?? 0);
    if (isComplete && key.startsWith('own/')) this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
  }
}

const passedOver: ReadonlySet<ErrorCode> = new Set([
  'categoryUnsupported',
  'signInNeeded',
  'placesNotPermitted',
]);
const unknownFacts = { assetType: null, creatorName: null, priceInRobux: null };

function facts(list: CategoryList, answer: OutputOf<typeof inventory.getCategories>): CategoryFacts[] {
  return answer.categories.flatMap((group) =>
    group.items.map((entry) => ({
      list,
      groupName: group.name,
      groupDisplayName: group.displayName,
      name: entry.displayName,
      type: entry.type,
      id: entry.id,
      filter: entry.filter ?? null,
    })),
  );
}
