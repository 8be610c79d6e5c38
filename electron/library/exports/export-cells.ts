import type { ErrorCode } from '../../../shared/errors.ts';
import type { ExportColumn } from '../../../shared/export-tables.ts';
import type { ItemRef } from '../../../shared/items.ts';
import { errors } from '../../../shared/locales/en/errors.ts';
import { itemPage } from '../../roblox/item-page.ts';

/** One of a few things: as JSON has it, and as people read it. */
export interface CodedCell {
  readonly code: string;
  readonly words: string;
}

/** What a column has of a row: null is not known, a list is of things that come together. */
export type ExportCell = string | number | boolean | null | readonly (string | number)[] | CodedCell;
export type ExportCells = Readonly<Partial<Record<ExportColumn, () => ExportCell>>>;

/** An account as files call it. */
export interface NamedAccount {
  readonly id: number;
  readonly name: string;
}

/** What accounts are called, by id. */
export type NameOf = (accountId: number) => string;

export interface ExportRow {
  readonly cells: ExportCells;
  /** What it tells of each of the list's accounts, in their order. */
  readonly byAccount?: readonly ExportCells[];
}

/** The rows of a list in its order, for as long as an export takes. */
export interface RowSource {
  readonly total: number;
  /** Whom each row tells of one by one. */
  readonly accounts?: readonly NamedAccount[];
  /** Rows that are a few milliseconds of the library's thread. */
  readonly rowsInPart?: number;
  readonly read: (start: number, end: number) => readonly ExportRow[];
}

/** Rows that are all there already. */
export function sourceOf<Row>(rows: readonly Row[], toCells: (row: Row) => ExportCells): RowSource {
  return {
    total: rows.length,
    read: (start, end) => rows.slice(start, end).map((row) => ({ cells: toCells(row) })),
  };
}

/** Epoch milliseconds, as files have it. */
export function timeCell(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The address of an item; avatars have none. */
export function linkCell(item: ItemRef, assetType: number | null): string | null {
  return item.type === 'Avatar' ? null : itemPage(item, assetType);
}

/** A day as `dayOf` counts it. */
export function dayCell(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** One that a newer version wrote has no words here. */
export function errorCell(code: ErrorCode): CodedCell {
  const words: Readonly<Partial<Record<string, { readonly title: string }>>> = errors;
  return { code, words: words[code]?.title ?? code };
}
