import type { SQLInputValue } from 'node:sqlite';
import type { Database } from '../database.ts';

/** A part of some rows in their order: behind the first half of the values, up to the second. */
export type Part = readonly SQLInputValue[];

export interface PartedRows {
  readonly from: string;
  /** SQL with a `?` for each of `values`. */
  readonly where: string;
  readonly values: readonly SQLInputValue[];
  /** Columns of an index or key that is searched by `where` before them. */
  readonly columns: readonly string[];
}

/** Columns by which an item is known everywhere. */
export const itemKey = ['type', 'item_id'] as const;
/** Columns by which the collectible copies of an account are grouped. */
export const assetKey = ['asset_id'] as const;

const rowsPerPart = 250;
// Nothing comes after bytes in the order of SQLite.
const last = new Uint8Array(0);

/** Cuts rows into parts of a few hundred, each found when the one before it is done: its rows may be gone by then. */
export function* partsOf(
  database: Database,
  { from, where, values, columns }: PartedRows,
): Generator<Part, void> {
  const names = columns.join(', ');
  const marks = columns.map(() => '?').join(', ');
  let after: readonly SQLInputValue[] = columns.map((name) => (name === 'type' ? '' : -1));
  for (;;) {
    const end = database.get(
      `SELECT ${names} FROM ${from} WHERE ${where} AND (${names}) > (${marks})
       ORDER BY ${names} LIMIT 1 OFFSET ${rowsPerPart - 1}`,
      ...values,
      ...after,
    );
    const upTo = end ? columns.map((name) => end[name] ?? last) : columns.map(() => last);
    yield [...after, ...upTo];
    if (!end) return;
    after = upTo;
  }
}

/** SQL for the rows of `table` that are in a part, whose values are the parameters from number `first` on. */
export function inPart(table: string, columns: readonly string[], first: number): string {
  const names = columns.map((name) => `${table}.${name}`).join(', ');
  const marks = (start: number) => columns.map((_name, index) => `?${start + index}`).join(', ');
  return `(${names}) > (${marks(first)}) AND (${names}) <= (${marks(first + columns.length)})`;
}
