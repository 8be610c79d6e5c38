import {
  columnsOf,
  exportGroups,
  type ExportColumn,
  type ExportTable,
} from '../../../shared/export-tables.ts';
import type { TableFormat } from '../../../shared/exports.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import { toCsv, utf8Mark } from '../csv-cells.ts';
import type { ExportCell, ExportCells, ExportRow, NamedAccount } from './export-cells.ts';

/** A file of rows, begun, gone on with and ended: never all of it at once. */
export interface ExportText {
  readonly head: () => string;
  readonly rows: (rows: readonly ExportRow[], isFirst: boolean) => string;
  readonly tail: () => string;
}

export interface ExportTextOptions {
  readonly table: ExportTable;
  /** Those wanted, in whatever order. */
  readonly columns: ReadonlySet<ExportColumn>;
  readonly accounts: readonly NamedAccount[];
  readonly title: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const version = 1;
const byAccount: readonly ExportColumn[] = exportGroups.ownership.byAccount;

export const exportTexts: Readonly<Record<TableFormat, (options: ExportTextOptions) => ExportText>> = {
  csv: toTable,
  json: toJsonText,
};

/** A line of heads, then one for each row. Lists are parted by semicolons; what is told by account has columns for each. */
function toTable(options: ExportTextOptions): ExportText {
  const { plain, each } = columnsIn(options);
  const headOf = ({ name }: NamedAccount, column: ExportColumn) =>
    column === 'state' ? name : `${name}: ${exporting.names[column].toLowerCase()}`;
  const heads = [
    ...plain.map((column) => exporting.names[column]),
    ...options.accounts.flatMap((account) => each.map((column) => headOf(account, column))),
  ];
  const cellsOf = (cells: ExportCells, columns: readonly ExportColumn[]) =>
    columns.map((column) => toWords(cells[column]?.() ?? null));
  return {
    head: () => utf8Mark + toCsv([heads]),
    rows: (rows) =>
      toCsv(
        rows.map(({ cells, byAccount: own = [] }) => [
          ...cellsOf(cells, plain),
          ...own.flatMap((one) => cellsOf(one, each)),
        ]),
      ),
    tail: () => '',
  };
}

/**
 * Rows as JSON, version 1: `{ format: "satchel.TABLE", version: 1, title, exportedAt: ISO date, columns: [name], TABLE:
 * [row] }`, where a row has a value for each column, null where it is not known, and stands on a line of its own. What is
 * told by account is in its `accounts`.
 */
function toJsonText(options: ExportTextOptions): ExportText {
  const { table, title, at, accounts } = options;
  const { plain, each } = columnsIn(options);
  const exportedAt = new Date(at).toISOString();
  const facts = { format: `satchel.${table}`, version, title, exportedAt, columns: [...plain, ...each] };
  const valuesOf = (cells: ExportCells, columns: readonly ExportColumn[]) =>
    Object.fromEntries(columns.map((column) => [column, toValue(cells[column]?.() ?? null)]));
  const toRow = ({ cells, byAccount: own }: ExportRow) =>
    JSON.stringify({
      ...valuesOf(cells, plain),
      ...(own && each.length > 0
        ? {
            accounts: own.map((one, place) => ({
              accountId: accounts[place]?.id,
              account: accounts[place]?.name,
              ...valuesOf(one, each),
            })),
          }
        : {}),
    });
  return {
    head: () => `${JSON.stringify(facts).slice(0, -1)},${JSON.stringify(table)}:[`,
    rows: (rows, isFirst) =>
      rows.map((row, place) => `${isFirst && place === 0 ? '' : ','}\n${toRow(row)}`).join(''),
    tail: () => '\n]}\n',
  };
}

/** Those wanted in the order of the table: of the row, and of each account in it. */
function columnsIn({ table, columns }: Pick<ExportTextOptions, 'table' | 'columns'>) {
  const wanted = columnsOf(table).filter((column) => columns.has(column));
  const isEach = (column: ExportColumn) => table === 'ownership' && byAccount.includes(column);
  return {
    plain: wanted.filter((column) => !isEach(column)),
    each: wanted.filter(isEach),
  };
}

function toWords(cell: ExportCell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? exporting.yes : exporting.no;
  if (typeof cell !== 'object') return cell;
  return 'code' in cell ? cell.words : cell.join('; ');
}

function toValue(cell: ExportCell): unknown {
  return cell !== null && typeof cell === 'object' && 'code' in cell ? cell.code : cell;
}
