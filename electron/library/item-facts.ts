import type { ItemRef } from '../../shared/items.ts';
import type { Database } from './database.ts';

/** What is remembered of an item that something kept mentions. */
export interface ItemFact extends ItemRef {
  readonly name: string;
  readonly folded: string;
  readonly assetType: number | null;
  /** Name of the category it was last seen in. */
  readonly category: string | null;
  readonly isAverage: boolean | null;
  /** Robux. */
  readonly value: number | null;
  /** Epoch milliseconds since when Roblox says that it exists no more. */
  readonly deletedAt: number | null;
}

/** Facts about items in keep.db: a lost cache, or an item deleted at Roblox, never leaves a bare number. */
export class ItemFacts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A fact not known this time never erases one that was. */
  save(facts: readonly ItemFact[]): void {
    for (const fact of facts) {
      this.#database.run(
        `INSERT INTO item_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (type, id) DO UPDATE SET name = excluded.name, folded = excluded.folded,
           asset_type = coalesce(excluded.asset_type, asset_type), category = coalesce(excluded.category, category),
           is_average = coalesce(excluded.is_average, is_average), value = coalesce(excluded.value, value),
           deleted_at = excluded.deleted_at`,
        fact.type,
        fact.id,
        fact.name,
        fact.folded,
        `${fact.type}-${fact.id}-150`,
        fact.assetType,
        fact.category,
        fact.isAverage === null ? null : Number(fact.isAverage),
        fact.value,
        fact.deletedAt,
      );
    }
  }

  /**
   * Keeps facts given as JSON of rows: type, id, name, folded name, asset type, price and recent average price, null for
   * what is not known. What is known better stays. Returns how many were news.
   */
  fill(rows: string): number {
    return this.#database.run(
      `INSERT INTO item_fact
         SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3,
           (r.value ->> 0) || '-' || (r.value ->> 1) || '-150', r.value ->> 4, NULL,
           iif(coalesce(r.value ->> 6, r.value ->> 5) IS NULL, NULL, (r.value ->> 6) IS NOT NULL),
           coalesce(r.value ->> 6, r.value ->> 5), NULL
         FROM json_each(?) r WHERE true
       ON CONFLICT (type, id) DO UPDATE SET name = excluded.name, folded = excluded.folded,
         asset_type = coalesce(excluded.asset_type, asset_type),
         is_average = coalesce(excluded.is_average, is_average), value = coalesce(excluded.value, value)
       WHERE (name, folded, asset_type, is_average, value) IS NOT (excluded.name, excluded.folded,
         coalesce(excluded.asset_type, asset_type), coalesce(excluded.is_average, is_average),
         coalesce(excluded.value, value))`,
      rows,
    );
  }

  /** Keeps what others say of items nothing is known of: JSON of rows as `fill` has them, without the values. */
  fillUnknown(rows: string): void {
    this.#database.run(
      `INSERT OR IGNORE INTO item_fact
         SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3,
           (r.value ->> 0) || '-' || (r.value ->> 1) || '-150', r.value ->> 4, NULL, NULL, NULL, NULL
         FROM json_each(?) r`,
      rows,
    );
  }

  /** Keys of pictures that may be the last of their kind: of items the diary mentions, and of those that are filed. */
  thumbnailKeys(): string[] {
    const rows = this.#database.all<{ thumbnail_key: string }>(
      `SELECT thumbnail_key FROM item_fact
       UNION SELECT type || '-' || item_id || '-150' AS thumbnail_key FROM collection_item`,
    );
    return rows.map((row) => row.thumbnail_key);
  }
}
