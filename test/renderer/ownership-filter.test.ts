import { describe, expect, it } from 'vitest';
import { applyCells } from '../../renderer/features/ownership/apply-cells.ts';
import {
  countCells,
  filterRows,
  type OwnershipFilter,
} from '../../renderer/features/ownership/ownership-filter.ts';
import { inOrder, rankRows, type OwnershipOrder } from '../../renderer/features/ownership/ownership-order.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Ownership, OwnershipCell, OwnershipRow, OwnershipState } from '../../shared/ownership.ts';

function row(id: number, facts: Partial<OwnershipRow> = {}): OwnershipRow {
  const unknown = { name: null, note: null, assetType: null, isKnown: false };
  return { type: 'Asset', id, lineId: id, typeSource: 'assumed', ...unknown, ...facts };
}

function cell(state: OwnershipState, code: ErrorCode | null = null): OwnershipCell {
  return { state, at: 1, copies: state === 'owned' ? 1 : 0, code };
}

const rows = [row(1, { name: 'Red Cap' }), row(2, { note: 'the blue one' }), row(3), row(4), row(5), row(6)];
const states: readonly (readonly [OwnershipCell, OwnershipCell])[] = [
  [cell('owned'), cell('notOwned')],
  [cell('notOwned'), cell('notOwned')],
  [cell('owned'), cell('owned')],
  [cell('unknown'), cell('owned')],
  [cell('failed', 'assetNotFound'), cell('hidden', 'inventoryHidden')],
  [cell('owned', 'robloxFailed'), cell('notOwned')],
];
const columns = [7, 8].map((accountId, place) => ({
  accountId,
  cells: states.map((pair) => pair[place] ?? cell('unknown')),
  trouble: null,
}));

describe('the order of the rows', () => {
  const placesBy = (order: OwnershipOrder) =>
    inOrder([0, 1, 2, 3, 4, 5], rows, rankRows(rows, columns, order));

  it('another order than the one that is named', () => {
    expect(placesBy('list')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(placesBy('name')).toEqual([0, 1, 2, 3, 4, 5]);
    const named = rows.map((one, place) => ({ ...one, name: ['Hat 10', 'hat 9', null][place] ?? null }));
    expect(inOrder([0, 1, 2, 3, 4, 5], named, rankRows(named, columns, 'name'))).toEqual([1, 0, 2, 3, 4, 5]);
    expect(placesBy('mostOwned')).toEqual([2, 0, 3, 5, 1, 4]);
    expect(placesBy('fewestOwned')).toEqual([1, 4, 0, 3, 5, 2]);
  });

  it('a row that moves when an answer comes, or a new one between those that were there', () => {
    const ranks = rankRows(rows.slice(0, 3), columns, 'mostOwned');
    expect(inOrder([5, 0, 1, 2], rows, ranks)).toEqual([2, 0, 1, 5]);
  });
});

describe('the rows that are shown', () => {
  it.each<[OwnershipFilter, number[]]>([
    ['all', [0, 1, 2, 3, 4, 5]],
    ['missing/8', [0, 5]],
    ['missing/7', []],
    ['missing/9', []],
    ['nobody', [1]],
    ['everybody', [2]],
    ['open', [3]],
    // What failed although it was known before, and not what nobody may look at.
    ['failed', [4, 5]],
  ])('%s shows others', (filter, places) => {
    expect(filterRows(rows, columns, filter, '')).toEqual(places);
  });

  it('a name, a note or an id that is not found', () => {
    expect(filterRows(rows, columns, 'all', ' red ')).toEqual([0]);
    expect(filterRows(rows, columns, 'all', 'BLUE')).toEqual([1]);
    expect(filterRows(rows, columns, 'all', '3')).toEqual([2]);
    expect(filterRows(rows, columns, 'missing/8', 'blue')).toEqual([]);
  });

  it('without a column everything taken for owned by all and by nobody', () => {
    expect(filterRows(rows, [], 'everybody', '')).toEqual([]);
    expect(filterRows(rows, [], 'nobody', '')).toEqual([]);
  });

  it('a cell counted twice or not at all', () => {
    expect(countCells(columns[0]?.cells ?? [])).toEqual({ owned: 3, notOwned: 1, failed: 1, unknown: 1 });
    expect(countCells(columns[1]?.cells ?? [])).toEqual({ owned: 2, notOwned: 3, failed: 0, unknown: 1 });
  });
});

describe('answers that come while the list is on screen', () => {
  const sheet: Ownership = { rows, columns, faulty: [], repeated: [], leftOut: [], removed: 0 };
  const places = new Map(rows.map(({ type, id }, place) => [`${type}-${id}`, place]));

  it('in the wrong cell, or lost', () => {
    const news = { type: 'Asset', id: 4, name: 'Tin Hat', accountId: 7, cell: cell('owned') } as const;
    const { columns: after, rows: named } = applyCells(sheet, places, [news]);
    expect(after[0]?.cells[3]).toEqual(cell('owned'));
    expect(after[0]?.cells.filter((_, place) => place !== 3)).toEqual(
      columns[0]?.cells.filter((_, place) => place !== 3),
    );
    expect(after[1]).toBe(sheet.columns[1]);
    expect(named[3]).toMatchObject({ name: 'Tin Hat', isKnown: true });
    // What was read stays as it was read.
    expect(sheet.columns[0]?.cells[3]).toEqual(cell('unknown'));
  });

  it('of an item that is on the list no more breaking it', () => {
    const gone = { type: 'Asset', id: 99, name: null, accountId: 7, cell: cell('owned') } as const;
    expect(applyCells(sheet, places, [gone]).columns[0]?.cells).toEqual(columns[0]?.cells);
    expect(applyCells(sheet, places, [{ ...gone, accountId: 99 }]).columns).toEqual(columns);
  });
});
