import type { ExportColumn, ItemExportFormat } from '../../../shared/exports.ts';
import { exporting } from '../../../shared/locales/en/exporting.ts';
import { toCsv, utf8Mark } from '../csv-cells.ts';
import type { ExportCell, toExportRow } from './export-row.ts';

/** A file of items, begun, gone on with and ended: never all of it at once. */
export interface ExportText {
  readonly head: () => string;
  readonly rows: (rows: readonly ReturnType<typeof toExportRow>[], isFirst: boolean) => string;
  readonly tail: () => string;
}

export interface ExportTextOptions {
  readonly columns: readonly ExportColumn[];
  readonly title: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

const format = 'satchel.items';
const version = 1;

export const exportTexts: Readonly<Record<ItemExportFormat, (options: ExportTextOptions) => ExportText>> = {
  csv: toTable,
  json: toJsonText,
};

/** A line of heads, then one for each item. Lists are parted by semicolons. */
function toTable({ columns }: ExportTextOptions): ExportText {
  return {
    head: () => utf8Mark + toCsv([columns.map((column) => exporting.names[column])]),
    rows: (rows) => toCsv(rows.map((row) => columns.map((column) => toWords(row[column]())))),
    tail: () => '',
  };
}

/**
 * Items as JSON, version 1: `{ format: "satchel.items", version: 1, title, exportedAt: ISO date, columns: [name], items:
 * [item] }`, where an item has a value for each column, null where it is not known, and stands on a line of its own.
 */
function toJsonText({ columns, title, at }: ExportTextOptions): ExportText {
  const facts = { format, version, title, exportedAt: new Date(at).toISOString(), columns };
  const toItem = (row: ReturnType<typeof toExportRow>) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]()])));
  return {
    head: () => `${JSON.stringify(facts).slice(0, -1)},"items":[`,
    rows: (rows, isFirst) =>
      rows.map((row, at) => `${isFirst && at === 0 ? '' : ','}\n${toItem(row)}`).join(''),
    tail: () => '\n]}\n',
  };
}

function toWords(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? exporting.yes : exporting.no;
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}
