import type { ItemRef } from '../../../shared/items.ts';
import type { Database } from '../database.ts';

// Roblox may change its mind: after so long a type is tried again.
const rememberedMs = 30 * 24 * 3_600_000;

/** Which types of assets Roblox takes into no profile collection, as its refusals have told: no list of them is published. */
export class RefusedTypes {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Roblox refused an asset for its type. `at` in epoch milliseconds. */
  note(item: ItemRef, at: number): void {
    this.#database.run(
      `INSERT OR REPLACE INTO profile_refused_type
       SELECT asset_type, ? FROM item_fact WHERE type = ? AND id = ? AND asset_type IS NOT NULL`,
      ...[at, item.type, item.id],
    );
  }

  /** Roblox took one in. */
  forget(item: ItemRef): void {
    this.#database.run(
      `DELETE FROM profile_refused_type WHERE asset_type =
         (SELECT asset_type FROM item_fact WHERE type = ? AND id = ?)`,
      ...[item.type, item.id],
    );
  }

  /** Asset type ids, as of `now` in epoch milliseconds. */
  list(now: number): number[] {
    return this.#database
      .all<{ asset_type: number }>(
        'SELECT asset_type FROM profile_refused_type WHERE refused_at > ? ORDER BY asset_type',
        now - rememberedMs,
      )
      .map((row) => row.asset_type);
  }
}
