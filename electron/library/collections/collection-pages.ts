import type { CollectionItem, CollectionPage, CollectionSort } from '../../../shared/collections.ts';
import type { Item, ItemRef, ItemType } from '../../../shared/items.ts';
import { pageSize } from '../../../shared/paging.ts';
import type { Database } from '../database.ts';
import type { MembersOf } from '../members.ts';
import { ViewItems } from '../view-items.ts';
import type { CollectionChanges } from './collection-changes.ts';
import type { CollectionFacts } from './collection-facts.ts';
import { CollectionOrders } from './collection-orders.ts';
import type { CollectionSteps } from './collection-steps.ts';
import { toJson } from './item-changes.ts';

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

interface FactRow {
  type: ItemType;
  id: number;
  name: string;
  asset_type: number | null;
  is_average: number | null;
  value: number | null;
  deleted_at: number | null;
}

/** Reads pages of a collection: what the cache knows of each item, else what was kept of it. */
export class CollectionPages {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #membersOf: MembersOf;
  readonly #changes: CollectionChanges;
  readonly #facts: CollectionFacts;
  readonly #orders: CollectionOrders;
  readonly #items: ViewItems;

  constructor({ cache, keep, membersOf, changes, steps, facts }: CollectionPagesOptions) {
    this.#cache = cache;
    this.#keep = keep;
    this.#membersOf = membersOf;
    this.#changes = changes;
    this.#facts = facts;
    this.#orders = new CollectionOrders(keep, steps);
    this.#items = new ViewItems(cache);
  }

  /** Throws `collectionUnknown`, `collectionSmart`. */
  page(query: CollectionQuery, page: number): CollectionPage {
    this.#changes.byHand(this.#changes.tree(), query.id);
    const range = [page * pageSize, (page + 1) * pageSize] as const;
    const { items, total } = this.#orders.read(query, this.#facts.revision, range);
    return { items: this.read(items), page, total };
  }

  /** These items, in their order, with their owners over all accounts. */
  read(items: readonly ItemRef[]): CollectionItem[] {
    const wanted = toJson(items);
    const facts = new Map(this.#readFacts(wanted).map((row) => [keyOf(row), row]));
    const cached = new Map(this.#readCached(wanted).map((item) => [keyOf(item), item]));
    return items.map((item) => {
      const fact = facts.get(keyOf(item));
      const found = cached.get(keyOf(item)) ?? fromFact(item, fact);
      return { ...found, isDeleted: fact?.deleted_at != null };
    });
  }

  /** This item; of one that nothing is known of, its number alone. */
  readOne(item: ItemRef): CollectionItem {
    const [found] = this.read([item]);
    return found ?? { ...fromFact(item, undefined), isDeleted: false };
  }

  #readFacts(wanted: string): FactRow[] {
    return this.#keep.all<FactRow>(
      `SELECT f.type, f.id, f.name, f.asset_type, f.is_average, f.value, f.deleted_at FROM json_each(?) w
       CROSS JOIN item_fact f ON f.type = w.value ->> 0 AND f.id = w.value ->> 1`,
      wanted,
    );
  }

  #readCached(wanted: string): Item[] {
    const numbers = this.#cache
      .all<{ number: number }>(
        `SELECT i.number FROM json_each(?) w
         CROSS JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1`,
        wanted,
      )
      .map(({ number }) => number);
    return this.#items.read(numbers, this.#membersOf('all'), 'own/*');
  }
}

function fromFact({ type, id }: ItemRef, fact: FactRow | undefined): Item {
  const isAverage = fact?.is_average === 1;
  const value = fact?.value ?? null;
  return {
    ...{ type, id, name: fact?.name ?? '', assetType: fact?.asset_type ?? null },
    ...{ copies: 0, owners: [], creatorName: null, priceInRobux: isAverage ? null : value, acquiredAt: null },
    limited: isAverage ? { lowestSerial: null, recentAveragePrice: value, copiesOnHold: 0 } : null,
  };
}

function keyOf({ type, id }: ItemRef): string {
  return `${type}/${id}`;
}
