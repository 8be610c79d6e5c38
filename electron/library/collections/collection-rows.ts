import type { Database } from '../database.ts';
import { CollectionTree, type CollectionRow } from './collection-tree.ts';

/** One collection before and after: whole where it was not there on the other side, else what differs. */
export interface RowChange {
  readonly id: number;
  readonly before: Partial<CollectionRow> | null;
  readonly after: Partial<CollectionRow> | null;
}

const columns = [
  'id',
  'parent_id',
  'position',
  'name',
  'icon',
  'colour',
  'note',
  'view',
  'trashed_at',
] as const satisfies readonly (keyof CollectionRow)[];

export function readTree(database: Database): CollectionTree {
  return new CollectionTree(database.all<CollectionRow>('SELECT * FROM collection'));
}

/** What became of a tree, collection by collection. */
export function differencesOf(before: CollectionTree, after: CollectionTree): RowChange[] {
  const gone = before.rows().filter(({ id }) => !after.get(id));
  return [
    ...gone.map((row) => ({ id: row.id, before: row, after: null })),
    ...after.rows().flatMap((row): RowChange[] => {
      const known = before.get(row.id);
      if (!known) return [{ id: row.id, before: null, after: row }];
      const differing = columns.filter((column) => known[column] !== row[column]);
      if (differing.length === 0) return [];
      return [{ id: row.id, before: pick(known, differing), after: pick(row, differing) }];
    }),
  ];
}

/** Makes the collection what one side of a change says. */
export function writeRow(database: Database, id: number, row: Partial<CollectionRow> | null): void {
  if (row === null) {
    database.run('DELETE FROM collection WHERE id = ?', id);
    return;
  }
  const given = columns.filter((column) => column in row);
  const values = given.map((column) => row[column] ?? null);
  if (given.length === columns.length) {
    database.run(
      `INSERT INTO collection (${given.join()}) VALUES (${given.map(() => '?').join()})`,
      ...values,
    );
    return;
  }
  const sets = given.map((column) => `${column} = ?`).join();
  database.run(`UPDATE collection SET ${sets} WHERE id = ?`, ...values, id);
}

function pick(row: CollectionRow, wanted: readonly (keyof CollectionRow)[]): Partial<CollectionRow> {
  return Object.fromEntries(wanted.map((column) => [column, row[column]]));
}
