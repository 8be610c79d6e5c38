import type {
  Collection,
  CollectionColour,
  CollectionIcon,
  CollectionsState,
} from '../../../shared/collections.ts';
import type { ViewContent } from '../../../shared/views.ts';
import type { Database } from '../database.ts';
import type { CollectionSteps } from './collection-steps.ts';
import type { CollectionRow, CollectionTree } from './collection-tree.ts';

/** Collections as the window sees them, with how many items each has. */
export class CollectionStates {
  readonly #database: Database;
  readonly #steps: CollectionSteps;
  // Counting the items of all collections each time one changes would take longer than most changes.
  readonly #counts = new Map<number, { readonly revision: string; readonly count: number }>();

  constructor(database: Database, steps: CollectionSteps) {
    this.#database = database;
    this.#steps = steps;
  }

  read(tree: CollectionTree): CollectionsState {
    const trash = tree.rows().flatMap((row) => {
      if (row.trashed_at === null) return [];
      return [{ ...this.one(row), trashedAt: row.trashed_at, below: tree.below(row.id).length }];
    });
    return {
      collections: tree.active().map((row) => this.one(row)),
      trash: trash.sort((a, b) => b.trashedAt - a.trashedAt || b.id - a.id),
    };
  }

  one(row: CollectionRow): Collection {
    return {
      id: row.id,
      parentId: row.parent_id,
      name: row.name,
      icon: row.icon as CollectionIcon | null,
      colour: row.colour as CollectionColour | null,
      note: row.note,
      view: row.view === null ? null : (JSON.parse(row.view) as ViewContent),
      count: row.view === null ? this.count(row.id) : null,
    };
  }

  count(id: number): number {
    const revision = this.#steps.revisionOf(id);
    const known = this.#counts.get(id);
    if (known?.revision === revision) return known.count;
    const sql = 'SELECT count(*) AS count FROM collection_item WHERE collection_id = ?';
    const count = this.#database.get<{ count: number }>(sql, id)?.count ?? 0;
    this.#counts.set(id, { revision, count });
    return count;
  }

  /** After a change that came to nothing. */
  forgetCounts(): void {
    this.#counts.clear();
  }
}
