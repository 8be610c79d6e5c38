import type { OwnershipCell, OwnershipColumn, OwnershipRow } from '../../../shared/ownership.ts';

/** Which rows are shown: `missing/<account id>` are those this account lacks and another has. */
export type OwnershipFilter = 'all' | 'nobody' | 'everybody' | 'open' | 'failed' | `missing/${number}`;

/** Places of the rows that fit a filter and a search, in the order of the list. */
export function filterRows(
  rows: readonly OwnershipRow[],
  columns: readonly OwnershipColumn[],
  filter: OwnershipFilter,
  search: string,
): number[] {
  const words = search.trim().toLowerCase();
  const missing = /^missing\/(\d+)$/.exec(filter)?.[1];
  const lacking = columns.find(({ accountId }) => String(accountId) === missing);
  return rows.flatMap((row, place) => {
    if (words !== '' && !textOf(row).includes(words)) return [];
    const cells = columns.flatMap(({ cells: all }) => all[place] ?? []);
    return fits(filter, cells, lacking?.cells[place]) ? [place] : [];
  });
}

function fits(filter: OwnershipFilter, cells: readonly OwnershipCell[], lacking?: OwnershipCell): boolean {
  const is = (wanted: OwnershipCell['state']) => (cell: OwnershipCell) => cell.state === wanted;
  switch (filter) {
    case 'all':
      return true;
    case 'nobody':
      return cells.length > 0 && cells.every(is('notOwned'));
    case 'everybody':
      return cells.length > 0 && cells.every(is('owned'));
    case 'open':
      return cells.some(is('unknown'));
    case 'failed':
      return cells.some(hasFailed);
    default:
      return lacking?.state === 'notOwned' && cells.some(is('owned'));
  }
}

/** Whether the last question about it brought no answer, whatever was known before. */
export function hasFailed({ state, code }: OwnershipCell): boolean {
  return state === 'failed' || (code !== null && state !== 'hidden');
}

export interface ColumnCounts {
  readonly owned: number;
  readonly notOwned: number;
  readonly failed: number;
  /** Not asked about, and hidden. */
  readonly unknown: number;
}

export function countCells(cells: readonly OwnershipCell[]): ColumnCounts {
  const counts = { owned: 0, notOwned: 0, failed: 0, unknown: 0 };
  for (const { state } of cells) counts[state === 'hidden' ? 'unknown' : state] += 1;
  return counts;
}

function textOf({ id, name, note }: OwnershipRow): string {
  return `${name ?? ''} ${note ?? ''} ${id}`.toLowerCase();
}
