import { fold } from '../../shared/fold.ts';
import type { Item } from '../../shared/items.ts';
import type { OutboxChange } from '../../shared/outbox.ts';
import type { ProfileCollection, ProfileItem } from '../../shared/profile-collection.ts';
import type { Database } from './database.ts';
import type { ItemFacts, Items } from './items.ts';
import type { Memberships } from './outbox/memberships.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { ProfileShelf } from './outbox/profile-shelf.ts';
import { RefusedTypes } from './outbox/refused-types.ts';
import type { Refreshes } from './refreshes.ts';
import { profileCollectionSubject } from './subject-names.ts';
import type { ItemFacts as KeptFacts } from './item-facts.ts';

export interface ProfileItemsOptions {
  readonly cache: Database;
  readonly keep: Database;
  readonly refreshes: Refreshes;
  readonly items: Items;
  readonly keptFacts: KeptFacts;
  readonly memberships: Memberships;
  readonly outbox: Outbox;
  readonly shelf: ProfileShelf;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The profile collections of all accounts as the person wants them: what Roblox has, and the changes on top of it. */
export class ProfileItems {
  readonly #options: ProfileItemsOptions;
  readonly #refusedTypes: RefusedTypes;

  constructor(options: ProfileItemsOptions) {
    this.#options = options;
    this.#refusedTypes = new RefusedTypes(options.keep);
  }

  /** A pure function of what is stored. */
  read(accountId: number): ProfileCollection {
    const { items, memberships, outbox, refreshes, shelf } = this.#options;
    shelf.freshen();
    const changes = outbox.ofAccount(accountId);
    const byItem = new Map(changes.map((change) => [keyOf(change.item), change]));
    const { savedAt } = refreshes.state(accountId, profileCollectionSubject);
    return {
      items: items
        .ofProfileCollection(accountId)
        .map((item) => ({ ...item, change: byItem.get(keyOf(item)) ?? null })),
      refused: changes.flatMap((change) => this.#refusedItem(accountId, change)),
      waiting: outbox.pending(accountId),
      limit: memberships.limit(accountId),
      refusedAssetTypes: this.#refusedTypes.list(this.#options.now()),
      savedAt,
    };
  }

  /** Takes in Roblox's list, in its order, as it was asked for at `askedAt`: times in epoch milliseconds. */
  save(accountId: number, items: readonly ItemFacts[], askedAt: number, at: number): void {
    const { cache, keep, keptFacts, memberships, refreshes, shelf } = this.#options;
    keep.transaction(() => {
      const nothingMore = { category: null, isAverage: null, value: null, deletedAt: null };
      keptFacts.save(
        items.map(({ type, id, name, assetType }) => {
          return { type, id, name, folded: fold(name), assetType, ...nothingMore };
        }),
      );
      memberships.read(accountId, items, askedAt, at);
    });
    cache.transaction(() => {
      this.#options.items.save(...items);
      refreshes.begin(accountId, profileCollectionSubject, at);
      refreshes.publish(accountId, profileCollectionSubject, at);
    });
    shelf.noteChange(accountId);
  }

  #refusedItem(accountId: number, change: OutboxChange): ProfileItem[] {
    if (change.state !== 'refused' || change.wish !== 'in') return [];
    this.#options.shelf.ensureItem(change.item, change.name, null);
    const item: Item | undefined = this.#options.items.find(accountId, change.item);
    return item ? [{ ...item, change }] : [];
  }
}

function keyOf({ type, id }: Pick<Item, 'type' | 'id'>): string {
  return `${type}/${id}`;
}
