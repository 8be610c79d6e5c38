import type { ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';

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

  /** Keys of pictures that may be the last of their kind. */
  thumbnailKeys(): string[] {
    const rows = this.#database.all<{ thumbnail_key: string }>('SELECT thumbnail_key FROM item_fact');
    return rows.map((row) => row.thumbnail_key);
  }
}
