import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import fc from 'fast-check';
import { tablesOf } from '../../support/kept-rows.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

// Rows without a number are given the next one, which has to be safe too.
const most = Number.MAX_SAFE_INTEGER - 1000;
const whole = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: most }), fc.constant(most));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', "'", '=1+1', '\0nul', '😀', '_|WARNING'),
);
/** What some columns alone can be. */
const known: Readonly<Record<string, fc.Arbitrary<SQLInputValue>>> = {
  'outbox_change.state': fc.constantFrom('waiting', 'sending', 'unknown', 'parked', 'refused'),
  'account.kind': fc.constantFrom('signedIn', 'followed', 'demo', 'archived'),
  'setting.value': fc.json(),
  'setting.name': fc.string().map((name) => `settings.${name}`),
};

/** Some rows for every table there is: one that is new is among them by itself. */
export function randomRows(connection: DatabaseSync) {
  const tables = tablesOf(connection).map((table) => {
    const columns = connection.prepare(`PRAGMA table_info(${table})`).all() as unknown as Column[];
    const row = fc.tuple(...columns.map((column) => valueOf(table, column)));
    return [table, fc.array(row, { maxLength: 6 })] as const;
  });
  return fc.record(Object.fromEntries(tables));
}

export function insertRows(
  connection: DatabaseSync,
  rows: Readonly<Record<string, readonly (readonly SQLInputValue[])[]>>,
): void {
  // A row of a table may mention one that comes later.
  connection.exec('PRAGMA foreign_keys=OFF; BEGIN');
  for (const [table, values] of Object.entries(rows))
    for (const row of values)
      connection.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${row.map(() => '?').join()})`).run(...row);
  connection.exec('COMMIT');
}

function valueOf(table: string, { name, type, notnull }: Column): fc.Arbitrary<SQLInputValue> {
  const value =
    known[`${table}.${name}`] ??
    (type === 'INTEGER'
      ? whole
      : type === 'REAL'
        ? fc.double({ noNaN: true, noDefaultInfinity: true })
        : text);
  return notnull ? value : fc.option(value, { freq: 5 });
}
