import { DatabaseSync } from 'node:sqlite';

export type KeptRows = Record<string, Record<string, unknown>[]>;

/** Every row of every table of a keep.db, without what is about the computer it is on. */
export function readKeptRows(path: string): KeptRows {
  const connection = new DatabaseSync(path, { readOnly: true });
  try {
    // The last one holds the numbers that were given: none is given twice.
    const rows = [...tablesOf(connection), 'sqlite_sequence'].map((table) => [
      table,
      connection
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => ({ ...row }))
        .filter((row) => !(table === 'setting' && String(row['name']).startsWith('backup.')))
        .toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))),
    ]);
    return Object.fromEntries(rows) as KeptRows;
  } finally {
    connection.close();
  }
}

export function tablesOf(connection: DatabaseSync): string[] {
  return connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all()
    .map(({ name }) => String(name));
}
