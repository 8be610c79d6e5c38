import type { CollectibleColumn, CollectibleSort } from '../../../shared/collectibles.ts';
import type { LineColumn } from '../../ui/line-columns.ts';

export type CopyColumn = LineColumn<CollectibleColumn, CollectibleSort>;

export interface CopyTableRoom {
  readonly isGrouped: boolean;
  readonly hasAccounts: boolean;
  /** Of the table, in rem. */
  readonly width: number;
}

interface ColumnFacts {
  /** Width in rem, and what names are to have left before there is one of it. */
  readonly rem: number;
  readonly nameRem: number;
  /** Text, which begins at its beginning. */
  readonly isText?: boolean;
  /** Rising first: where the lowest or the first says most. */
  readonly isRising?: boolean;
}

const leastName = 8;
const facts: Readonly<Record<Exclude<CollectibleColumn, 'name'>, ColumnFacts>> = {
  account: { rem: 4.5, nameRem: leastName, isText: true, isRising: true },
  copies: { rem: 4, nameRem: leastName },
  serial: { rem: 4.5, nameRem: leastName, isRising: true },
  value: { rem: 7, nameRem: leastName },
  total: { rem: 7, nameRem: leastName },
  hold: { rem: 5.5, nameRem: 10 },
  gain: { rem: 9.5, nameRem: 12 },
  original: { rem: 6, nameRem: 14 },
  stock: { rem: 4.5, nameRem: 14 },
};
// As they stand from left to right, and which are worth more where there is room for few.
const order = ['account', 'copies', 'serial', 'value', 'total', 'original', 'gain', 'stock', 'hold'] as const;
const worth = {
  copies: ['value', 'serial', 'account', 'hold', 'gain', 'original', 'stock'],
  items: ['total', 'copies', 'account', 'value', 'hold', 'serial', 'gain', 'original', 'stock'],
} as const;
/** Accounts stand there by name where that leaves names so much, in a column of that width. */
const namedAccount = { rem: 9, nameRem: 10 };
export const accountWidth = `${namedAccount.rem}rem`;
// Between two columns, and on both sides of them all.
const gapRem = 0.625;
const sidesRem = 2.5;

/** The columns there is something for, and room. */
export function copyColumns({ isGrouped, hasAccounts, width }: CopyTableRoom): CopyColumn[] {
  let room = width - sidesRem;
  const shown = new Set<string>();
  for (const id of worth[isGrouped ? 'items' : 'copies']) {
    const { rem, nameRem } = facts[id];
    if ((id === 'account' && !hasAccounts) || room - rem - gapRem < nameRem) continue;
    room -= rem + gapRem;
    shown.add(id);
  }
  const name: CopyColumn = {
    ...{ id: 'name', isNumber: false, width: `minmax(${leastName}rem, 1fr)` },
    sorts: ['nameAscending', 'nameDescending'],
  };
  const hasNamed = room - namedAccount.rem + facts.account.rem >= namedAccount.nameRem;
  return [name, ...order.filter((id) => shown.has(id)).map((id) => toColumn(id, hasNamed))];
}

/** Every order a list can be in, whatever there is room for. */
export function copySorts(room: Omit<CopyTableRoom, 'width'>): CollectibleSort[] {
  return copyColumns({ ...room, width: Infinity }).flatMap(({ sorts }) => sorts);
}

function toColumn(id: keyof typeof facts, hasNamed: boolean): CopyColumn {
  const { rem, isText = false, isRising = false } = facts[id];
  return {
    ...{ id, isNumber: !isText },
    width: id === 'account' && hasNamed ? accountWidth : `${rem}rem`,
    sorts: isRising ? [`${id}Ascending`, `${id}Descending`] : [`${id}Descending`, `${id}Ascending`],
  };
}
