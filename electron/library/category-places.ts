import type { Database } from './database.ts';
import type { ListMemory, ListState } from './list-columns.ts';
import type { Members } from './members.ts';
import type { Sliced } from './slices.ts';
import { categoriesSubject } from './subject-names.ts';
import type { ViewBase } from './view-base.ts';

/** Where categories stand in the trees of accounts: the order of items by category. */
export class CategoryPlaces {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Changes whenever a tree does. */
  edition(members: Members): string {
    const row = this.#database.get<{ edition: string | null }>(
      `SELECT group_concat(account_id || ':' || generation || ':' || saved_at) AS edition FROM refresh
       WHERE subject = '${categoriesSubject}' AND account_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(members.ids),
    );
    return row?.edition ?? '';
  }

  /** By slot: an item in several categories stands where the first of them does. */
  *read(
    members: Members,
    base: ViewBase,
    lists: readonly ListState[],
    memory: ListMemory,
  ): Sliced<Float64Array> {
    const placeOf = this.#placesByKey(members);
    const places = new Float64Array(base.size).fill(Number.MAX_SAFE_INTEGER);
    for (const list of lists) {
      const place = placeOf.get(list.category) ?? placeOf.size;
      const { numbers } = yield* memory.read(list);
      for (const number of numbers) {
        const slot = (base.slots[number] ?? 0) - 1;
        if (slot >= 0 && place < (places[slot] ?? 0)) places[slot] = place;
      }
      yield;
    }
    return places;
  }

  #placesByKey(members: Members): Map<string, number> {
    const rows = this.#database.all<{ key: string }>(
      `SELECT key FROM category WHERE account_id IN (SELECT value FROM json_each(?))
       GROUP BY key ORDER BY min(position), key`,
      JSON.stringify(members.ids),
    );
    return new Map(rows.map(({ key }, place) => [key, place]));
  }
}
