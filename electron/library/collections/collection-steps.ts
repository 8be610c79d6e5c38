import type { Database } from '../database.ts';
import type { StepPart, Touched } from '../undo-log.ts';
import { writeRow, type RowChange } from './collection-rows.ts';

/** Applies the steps of collections, forward and back, and knows what changed since when. */
export class CollectionSteps implements StepPart {
  readonly #database: Database;
  #count = 0;
  readonly #touchedAt = new Map<number, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Changes whenever anything about collections does. */
  get revision(): string {
    return `${this.#database.incarnation}.${this.#count}`;
  }

  /** Changes whenever the items of a collection do. */
  revisionOf(id: number): string {
    return `${this.#database.incarnation}.${this.#touchedAt.get(id) ?? 0}`;
  }

  apply(stepId: number, change: string, direction: 'undo' | 'redo'): Touched {
    const rows = JSON.parse(change) as readonly RowChange[];
    for (const { id, before, after } of rows)
      writeRow(this.#database, id, direction === 'redo' ? after : before);
    const wanted = direction === 'redo' ? 'after' : 'before';
    this.#database.run(
      `DELETE FROM collection_item WHERE (collection_id, type, item_id) IN
         (SELECT collection_id, type, item_id FROM undo_item WHERE step_id = ? AND ${wanted} IS NULL)`,
      stepId,
    );
    this.#database.run(
      `INSERT INTO collection_item
         SELECT collection_id, type, item_id, ${wanted}, filed_at FROM undo_item
         WHERE step_id = ? AND ${wanted} IS NOT NULL
       ON CONFLICT (collection_id, type, item_id) DO UPDATE SET place = excluded.place`,
      stepId,
    );
    return { collections: this.#touched(stepId), accounts: [] };
  }

  /** An item that both have is as it was before the first and after the second. What comes in parts is items alone. */
  join(stepId: number, partId: number, change: string): string {
    this.#database.run(
      `INSERT INTO undo_item
         SELECT ?, collection_id, type, item_id, before, after, filed_at FROM undo_item WHERE step_id = ?
       ON CONFLICT (step_id, collection_id, type, item_id) DO UPDATE SET after = excluded.after`,
      ...[stepId, partId],
    );
    return change;
  }

  #touched(stepId: number): number[] {
    const touched = this.#database
      .all<{ id: number }>('SELECT DISTINCT collection_id AS id FROM undo_item WHERE step_id = ?', stepId)
      .map(({ id }) => id);
    this.#count += 1;
    for (const id of touched) this.#touchedAt.set(id, this.#count);
    return touched;
  }
}
