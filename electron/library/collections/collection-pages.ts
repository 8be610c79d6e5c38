import type { CollectionItem, CollectionPage, CollectionSort } from '../../../shared/collections.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { pageSize } from '../../../shared/paging.ts';
import type { Database } from '../database.ts';
import { KnownItems } from '../known-items.ts';
import type { MembersOf } from '../members.ts';
import type { CollectionChanges } from './collection-changes.ts';
import type { CollectionFacts } from './collection-facts.ts';
import { CollectionOrders } from './collection-orders.ts';
import type { CollectionSteps } from './collection-steps.ts';

export interface CollectionPagesOptions {
  readonly cache: Database;
  readonly keep: Database;
  readonly membersOf: MembersOf;
  readonly changes: CollectionChanges;
  readonly steps: CollectionSteps;
  readonly facts: CollectionFacts;
}

export interface CollectionQuery {
  readonly id: number;
  /** Names with every word in them. */
  readonly search: string;
  readonly sort: CollectionSort;
}

/** Reads pages of a collection: what the cache knows of each item, else what was kept of it. */
export class CollectionPages {
  readonly #membersOf: MembersOf;
  readonly #changes: CollectionChanges;
  readonly #facts: CollectionFacts;
  readonly #orders: CollectionOrders;
  readonly #known: KnownItems;

  constructor({ cache, keep, membersOf, changes, steps, facts }: CollectionPagesOptions) {
    this.#membersOf = membersOf;
    this.#changes = changes;
    this.#facts = facts;
    this.#orders = new CollectionOrders(keep, steps);
    this.#known = new KnownItems(cache, keep);
  }

  /** All items of it, in order. Throws as `page`. */
  refs(query: CollectionQuery): ItemRef[] {
    return this.#read(query, 0, Number.MAX_SAFE_INTEGER).items;
  }

  /** Throws `collectionUnknown`, `collectionSmart`. */
  page(query: CollectionQuery, page: number): CollectionPage {
    const { items, total } = this.#read(query, page * pageSize, (page + 1) * pageSize);
    return { items: this.read(items), page, total };
  }

  #read(query: CollectionQuery, start: number, end: number) {
    this.#changes.byHand(this.#changes.tree(), query.id);
    return this.#orders.read(query, this.#facts.revision, [start, end]);
  }

  /** These items, in their order, with their owners over all accounts. */
  read(items: readonly ItemRef[]): CollectionItem[] {
    return this.#known.read(items, this.#membersOf('all'), 'own/*');
  }

  /** This item; of one that nothing is known of, its number alone. */
  readOne(item: ItemRef): CollectionItem {
    const [found] = this.read([item]);
    if (!found) throw new TypeError('An item that is asked for is always answered');
    return found;
  }
}
