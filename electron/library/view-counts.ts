import type { Scope } from '../../shared/accounts.ts';
import type { Database } from './database.ts';
import type { ListState } from './list-columns.ts';
import type { Sliced } from './slices.ts';
import { editionOf } from './view-lists.ts';
import type { ViewMemory } from './view-memory.ts';

/**
 * How many different items lists have together. Of one list that is noted with it; of several it is counted once for
 * each edition of them and kept in the file, so that a library opens as fast however large it is.
 */
export class ViewCounts {
  readonly #database: Database;
  readonly #memory: ViewMemory;

  constructor(database: Database, memory: ViewMemory) {
    this.#database = database;
    this.#memory = memory;
  }

  *read(scope: Scope, category: string, lists: readonly ListState[]): Sliced<number> {
    const filled = lists.filter(({ items }) => items > 0);
    if (filled.length < 2) return filled[0]?.items ?? 0;
    const edition = editionOf(filled);
    const known = this.#database.get<{ count: number }>(
      'SELECT count FROM view_count WHERE scope = ? AND category = ? AND edition = ?',
      String(scope),
      category,
      edition,
    );
    if (known) return known.count;
    this.#memory.check();
    const { size } = yield* this.#memory.bases.read(lists);
    // While a first refresh goes on the next page would make it useless.
    if (lists.every(({ isPublished }) => isPublished)) this.#keep(scope, category, edition, size);
    return size;
  }

  #keep(scope: Scope, category: string, edition: string, count: number): void {
    this.#database.run(
      'INSERT OR REPLACE INTO view_count VALUES (?, ?, ?, ?)',
      String(scope),
      category,
      edition,
      count,
    );
  }
}
