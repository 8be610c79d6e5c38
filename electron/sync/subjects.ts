import { allItemsKey } from '../../shared/category-keys.ts';
import { AppError } from '../../shared/errors.ts';
import type { CategoryList } from '../../shared/categories.ts';
import { withPlacesTab } from '../../shared/places.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { CategoryFacts } from '../library/categories.ts';
import type { RemoteLibrary } from '../library/remote-library.ts';
import {
  categoriesSubject,
  collectiblesSubject,
  profileCollectionSubject,
} from '../library/subject-names.ts';
import type { CallOptions, RobloxClient } from '../roblox/client.ts';
import type { Endpoint, OutputOf } from '../roblox/endpoint.ts';
import { inventory } from '../roblox/inventory.ts';
import { showcases } from '../roblox/showcases.ts';
import { Growth } from './growth.ts';
import { readCollection } from './outbox/profile-wire.ts';
import { inSlices } from './in-slices.ts';
import { refreshByPage } from './paging.ts';
import { sourceOf } from './sources.ts';

export interface SubjectsOptions {
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
  /** The collectible copies were read whole. */
  readonly onCollectiblesChanged: (accountId: number) => void;
}

/** One list of an account that can be refreshed by itself. */
export interface Subject {
  /** The endpoint whose freshness counts. */
  readonly endpoint: Endpoint;
  /** Reads it from Roblox and publishes it; `onPage` is told how many rows are saved so far. */
  refresh(call: CallOptions, onPage: (received: number) => void): Promise<void>;
}

/** What an account's library is refreshed from, list by list: where each comes from and how it is kept. */
export class Subjects {
  readonly #options: SubjectsOptions;

  constructor(options: SubjectsOptions) {
    this.#options = options;
  }

  /** Throws `categoryUnknown`, and `categoryUnsupported` for what Roblox lists but hands out to no app. */
  async find(accountId: number, subject: string): Promise<Subject> {
    if (subject === categoriesSubject) return this.#categories(accountId);
    if (subject === collectiblesSubject) return this.#collectibles(accountId);
    if (subject === profileCollectionSubject) return this.#profileCollection(accountId);
    return this.#category(accountId, subject);
  }

  /** The lists there are to an account besides the categories themselves, in the order they are worth having in. */
  async list(accountId: number): Promise<string[]> {
    const { own, favorites } = await this.#options.library.categories.tree(accountId);
    const keys = [...own, ...favorites].flatMap(({ categories }) => categories.map(({ key }) => key));
    return [profileCollectionSubject, collectiblesSubject, ...keys];
  }

  #categories(accountId: number): Subject {
    const { client, library, now } = this.#options;
    return {
      endpoint: inventory.getCategories,
      refresh: async (call) => {
        const params = { userId: accountId };
        const [own, favorites] = await Promise.all([
          client.call(inventory.getCategories, params, call),
          client.call(inventory.getFavoriteCategories, params, call),
        ]);
        const all = [...facts('own', own), ...facts('favorites', favorites)];
        const partial: CategoryList[] = [];
        if (own.unreadableRows > 0) partial.push('own');
        if (favorites.unreadableRows > 0) partial.push('favorites');
        await library.categories.save(this.#known(accountId), all, now(), partial);
        this.#options.onCategoriesChanged(accountId);
      },
    };
  }

  async #category(accountId: number, key: string): Promise<Subject> {
    const { accounts, client, library, now } = this.#options;
    const category = await library.categories.find(accountId, key);
    if (!category) throw new AppError('categoryUnknown', `No category ${key} of account ${accountId}`);
    const source = sourceOf(client, category, accountId);
    return {
      endpoint: source.endpoint,
      refresh: async (call, onPage) => {
        const growth = new Growth((received) =>
          this.#options.onItemsChanged(accountId, key, false, received),
        );
        await refreshByPage({
          now,
          state: () => library.refreshes.state(accountId, key),
          begin: () => inSlices(() => library.holdings.tryBegin(this.#known(accountId), key, now())),
          fetch: (cursor) => {
            this.#known(accountId);
            return source.page(cursor, call);
          },
          commit: async (page) => {
            const received = await library.holdings.commitPage(accountId, key, page);
            onPage(received);
            growth.note(received);
          },
          publish: async () => {
            await library.holdings.publish(accountId, key, now());
            growth.end();
          },
        }).finally(() => growth.breakOff());
        // The other lists are open or closed by themselves: only this one speaks for the inventory.
        if (source.endpoint === inventory.getInventoryByType) accounts.noteVisibility(accountId, 'visible');
        this.announce(accountId, key);
      },
    };
  }

  #collectibles(accountId: number): Subject {
    const { accounts, library, now } = this.#options;
    return {
      endpoint: inventory.getCollectibles,
      refresh: async (call, onPage) => {
        await refreshByPage({
          now,
          state: () => library.refreshes.state(accountId, collectiblesSubject),
          begin: () => inSlices(() => library.collectibles.tryBegin(this.#known(accountId), now())),
          fetch: (cursor) => this.#collectiblesPage(accountId, cursor, call),
          commit: async (page) => {
            onPage(await library.collectibles.commitPage(accountId, page));
          },
          publish: () => library.collectibles.publish(accountId, now()),
        });
        // What is not kept of the day now is made up for by whoever looks at the days.
        await library.collectibleDays.keep(accountId, true).catch(() => undefined);
        accounts.noteVisibility(accountId, 'visible');
        this.#options.onCollectiblesChanged(accountId);
        // The badge of a limited shows in the lists of assets, whichever of them are on screen.
        const { own } = await library.categories.tree(accountId);
        for (const { key, type } of own.flatMap(({ categories }) => categories))
          if (type === 'AssetType') this.#options.onItemsChanged(accountId, key, true, 0);
        this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
      },
    };
  }

  async #collectiblesPage(accountId: number, cursor: string | null, call: CallOptions) {
    const from = cursor === null ? {} : { cursor };
    const params = { userId: this.#known(accountId), limit: 100 as const, ...from };
    const page = await this.#options.client.call(inventory.getCollectibles, params, call);
    const rows = page.data.map(({ userAssetId: instanceId, ...row }) => ({
      ...{ assetId: row.assetId, name: row.name, instanceId, serialNumber: row.serialNumber },
      ...{ recentAveragePrice: row.recentAveragePrice, originalPrice: row.originalPrice },
      ...{ assetStock: row.assetStock, isOnHold: row.isOnHold },
    }));
    return { rows, unreadableRows: page.unreadableRows, nextCursor: page.nextPageCursor };
  }

  #profileCollection(accountId: number): Subject {
    const { client, library, now } = this.#options;
    return {
      endpoint: showcases.getProfileCollection,
      refresh: async (call) => {
        const askedAt = now();
        const items = await readCollection(client, accountId, call);
        await library.profileItems.save(this.#known(accountId), items, askedAt, now());
        this.#options.onProfileCollectionChanged(accountId);
      },
    };
  }

  /** Throws `accountUnknown` for one that was removed meanwhile: nothing is asked or written of it any more. */
  #known(accountId: number): number {
    return this.#options.accounts.get(accountId).id;
  }

  /** A category is whole again. */
  announce(accountId: number, key: string): void {
    this.#options.onItemsChanged(accountId, key, true, 0);
    if (key.startsWith('own/')) this.#options.onItemsChanged(accountId, allItemsKey, true, 0);
  }
}

function facts(list: CategoryList, answer: OutputOf<typeof inventory.getCategories>): CategoryFacts[] {
  return answer.categories.flatMap((group) =>
    group.items.map((entry) =>
      withPlacesTab({
        list,
        groupName: group.name,
        groupDisplayName: group.displayName,
        name: entry.displayName,
        type: entry.type,
        id: entry.id,
        filter: entry.filter ?? null,
      }),
    ),
  );
}
