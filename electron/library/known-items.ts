import type { CollectionItem } from '../../shared/collections.ts';
import type { Item, ItemRef, ItemType } from '../../shared/items.ts';
import type { Database } from './database.ts';
import type { Members } from './members.ts';
import { ViewItems } from './view-items.ts';

interface FactRow {
  type: ItemType;
  id: number;
  name: string;
  asset_type: number | null;
  is_average: number | null;
  value: number | null;
  deleted_at: number | null;
}

/** Items by what they are: what the cache knows of each, else what was kept of it. */
export class KnownItems {
  readonly #cache: Database;
  readonly #keep: Database;
  readonly #items: ViewItems;

  constructor(cache: Database, keep: Database) {
    this.#cache = cache;
    this.#keep = keep;
    this.#items = new ViewItems(cache);
  }

  /** These items, in their order, as the members have them in lists that the GLOB pattern fits. */
  read(items: readonly ItemRef[], members: Members, pattern: string): CollectionItem[] {
    const wanted = JSON.stringify(items.map(({ type, id }) => [type, id]));
    const facts = new Map(this.#readFacts(wanted).map((row) => [keyOf(row), row]));
    const cached = new Map(this.#readCached(wanted, members, pattern).map((item) => [keyOf(item), item]));
    return items.map((item) => {
      const fact = facts.get(keyOf(item));
      const found = cached.get(keyOf(item)) ?? fromFact(item, fact);
      return { ...found, isDeleted: fact?.deleted_at != null };
    });
  }

  #readFacts(wanted: string): FactRow[] {
    return this.#keep.all<FactRow>(
      `SELECT f.type, f.id, f.name, f.asset_type, f.is_average, f.value, f.deleted_at FROM json_each(?) w
       CROSS JOIN item_fact f ON f.type = w.value ->> 0 AND f.id = w.value ->> 1`,
      wanted,
    );
  }

  #readCached(wanted: string, members: Members, pattern: string): Item[] {
    const numbers = this.#cache
      .all<{ number: number }>(
        `SELECT i.number FROM json_each(?) w
         CROSS JOIN item i ON i.type = w.value ->> 0 AND i.id = w.value ->> 1`,
        wanted,
      )
      .map(({ number }) => number);
    return this.#items.read(numbers, members, pattern);
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
