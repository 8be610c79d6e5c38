import { describe, expect, it } from 'vitest';
import { ariaSortOf, nextSort } from '../../renderer/ui/line-columns.ts';
import { columnsOf, type TableRoom } from '../../renderer/ui/table-columns.ts';
import { itemSorts } from '../../shared/views.ts';

const room: TableRoom = { hasOwners: true, subject: 'owned', isNarrow: false };

describe('the columns of a table', () => {
  it('one that is empty in every line, or too many for a narrow window', () => {
    const ids = (facts: Partial<TableRoom>) =>
      columnsOf(itemSorts, { ...room, ...facts }).map(({ id }) => id);
    expect(ids({ hasOwners: false })).not.toContain('owners');
    expect(ids({ subject: 'favourites' })).toEqual(['name', 'type', 'owners', 'owned', 'value', 'price']);
    expect(ids({ subject: 'places' })).toEqual(['name', 'creator', 'owners', 'price']);
    expect(ids({ isNarrow: true })).toEqual(['name', 'owners', 'copies', 'serial', 'value']);
  });

  it('a heading that leads to an order the list cannot have, or never back', () => {
    const columns = columnsOf(['nameAscending', 'nameDescending', 'newest', 'oldest'], room);
    const orders = columns.map((column) => [column.id, nextSort(column, 'relevance')] as const);
    expect(orders.filter(([, sort]) => sort !== undefined)).toEqual([
      ['name', 'nameAscending'],
      ['acquired', 'newest'],
    ]);
    const [name] = columns;
    if (!name) throw new Error('Names have a column');
    expect(nextSort(name, 'nameAscending')).toBe('nameDescending');
    expect(nextSort(name, 'nameDescending')).toBe('nameAscending');
    expect(ariaSortOf(name, 'nameDescending')).toBe('descending');
    expect(ariaSortOf(name, 'newest')).toBeUndefined();
  });
});
