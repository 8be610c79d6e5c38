import type { CollectibleColumn, CollectibleSort } from '../../../shared/collectibles.ts';
import type { LineColumn } from '../../ui/line-columns.ts';

export type CopyColumn = LineColumn<CollectibleColumn, CollectibleSort>;

/** From this width of the table on, in rem, accounts stand there by name, in a column of that width. */
const wideRem = 60;
export const accountWidth = '9rem';

interface ColumnFacts {
  readonly id: CollectibleColumn;
  readonly width: string;
  /** In a table with less room than `wideRem`. */
  readonly narrowWidth?: string;
  /** Not a number: text, which begins at its beginning. */
  readonly isText?: boolean;
  /** Rising first: where the lowest or the first says most. */
  readonly isRising?: boolean;
  /** The least width of the table, in rem, in which there is room for it. */
  readonly from: number;
}

const all: readonly ColumnFacts[] = [
  { id: 'name', width: 'minmax(9rem, 1fr)', isText: true, isRising: true, from: 0 },
  { id: 'account', width: accountWidth, narrowWidth: '4.5rem', isText: true, isRising: true, from: 0 },
  { id: 'copies', width: '4rem', from: 0 },
  { id: 'serial', width: '5rem', isRising: true, from: 0 },
  { id: 'value', width: '7rem', from: 0 },
  { id: 'total', width: '7rem', from: 0 },
  { id: 'original', width: '6rem', from: 50 },
  { id: 'gain', width: '9.5rem', from: 42 },
  { id: 'stock', width: '5.5rem', isRising: true, from: 66 },
  { id: 'hold', width: '5.5rem', from: 0 },
];

export interface CopyTableRoom {
  readonly isGrouped: boolean;
  readonly hasAccounts: boolean;
  /** Of the table, in rem. */
  readonly width: number;
}

/** The columns there is something for, and room. */
export function copyColumns({ isGrouped, hasAccounts, width }: CopyTableRoom): CopyColumn[] {
  return all
    .filter(({ id }) => isGrouped || (id !== 'copies' && id !== 'total'))
    .filter(({ id }) => hasAccounts || id !== 'account')
    .filter(({ from }) => from <= width)
    .map(({ id, width: own, narrowWidth = own, isText = false, isRising = false }) => ({
      ...{ id, width: width < wideRem ? narrowWidth : own, isNumber: !isText },
      sorts: isRising ? [`${id}Ascending`, `${id}Descending`] : [`${id}Descending`, `${id}Ascending`],
    }));
}

/** Every order a list can be in, whatever there is room for. */
export function copySorts(room: Omit<CopyTableRoom, 'width'>): CollectibleSort[] {
  return copyColumns({ ...room, width: Infinity }).flatMap(({ sorts }) => sorts);
}
