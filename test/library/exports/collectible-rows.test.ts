import { describe, expect, it } from 'vitest';
import type { Library } from '../../../electron/library/library.ts';
import { dayOf } from '../../../shared/days.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { copyOf, evening, readCopies } from '../collectibles/written-copies.ts';
import { exportAll, rowsOf } from './exported-library.ts';

const [ada, bob] = [11, 12];

function open(): Library {
  const { library } = openLibrary();
  addAccount(library, ada, { displayName: 'Ada', username: 'ada' });
  addAccount(library, bob, { displayName: 'Bob', username: 'bob' });
  return library;
}

describe('copies as a file', () => {
  const list = { kind: 'collectibles', scope: 'all', search: '', isGrouped: false } as const;

  it('a copy left out, or a fact of another one', () => {
    const library = open();
    const sword = { name: 'Sword', recentAveragePrice: 900, originalPrice: 60, assetStock: 40 };
    readCopies(library, ada, [copyOf(500, 1, { ...sword, serialNumber: 9 }), copyOf(100, 2)], { at: 1 });
    readCopies(library, bob, [copyOf(500, 3, { ...sword, isOnHold: true })], { at: 2 });
    const wish = { list: { ...list, sort: 'accountDescending' } } as const;
    expect(rowsOf('copies', exportAll(library, wish))).toEqual([
      {
        ...{ name: 'Sword', id: 500, link: 'https://www.roblox.com/catalog/500', account: 'Bob (@bob)' },
        ...{ accountId: bob, serial: null, instanceId: 3, isOnHold: true, averagePrice: 900 },
        ...{ originalPrice: 60, gain: 840, stock: 40 },
      },
      expect.objectContaining({ id: 100, averagePrice: null, gain: null, account: 'Ada (@ada)' }),
      expect.objectContaining({ id: 500, serial: 9, instanceId: 1, isOnHold: false }),
    ]);
  });

  it('other copies than are found, or not all of what is chosen', () => {
    const library = open();
    const copies = [1, 2, 3].map((serialNumber) => copyOf(500, serialNumber, { serialNumber }));
    readCopies(library, ada, [...copies, copyOf(100, 9, { serialNumber: 2 })], { at: 1 });
    const found = { ...list, scope: ada, search: '#2', sort: 'serialAscending' } as const;
    const idsOf = (wish: object) =>
      rowsOf('copies', exportAll(library, wish)).map(({ instanceId }) => instanceId);
    expect(idsOf({ list: found })).toEqual([9, 2]);
    const gathered = library.listExports.gather(null, [{ type: 'Asset', id: 500 }]);
    expect(idsOf({ list: { ...found, search: 'nothing such' }, gathered })).toEqual([1, 2, 3]);
  });
});

describe('movers as a file', () => {
  it('one that moved left out because a screen has no room for it, or with another sign', () => {
    const library = open();
    const many = Array.from({ length: 120 }, (_, place) => 1000 + place);
    const before = many.map((id) => copyOf(id, id, { recentAveragePrice: 100 }));
    const after = many.map((id) => copyOf(id, id, { recentAveragePrice: 100 + (id - 999) }));
    const sword = copyOf(500, 1, { name: '=Sword', recentAveragePrice: 900 });
    readCopies(library, ada, [...before, sword], { at: evening(1) });
    readCopies(library, ada, [...after, copyOf(600, 2, { recentAveragePrice: 70 })], { at: evening(5) });
    const [from, to] = [dayOf(evening(1)), dayOf(evening(5))];
    const list = { kind: 'movers', scope: 'all', from, to, order: 'robux' } as const;
    const rows = rowsOf('movers', exportAll(library, { list }));
    expect(rows).toHaveLength(122);
    expect(rows[0]).toEqual({
      ...{ change: 'up', since: '2026-03-02', until: '2026-03-06', name: 'Limited 1119', id: 1119 },
      ...{ link: 'https://www.roblox.com/catalog/1119', copies: 1, from: 100, to: 220 },
      ...{ difference: 120, percent: 120 },
    });
    expect(rows.slice(-2)).toMatchObject([
      { change: 'gained', id: 600, from: null, to: 70, difference: 70, percent: null },
      { change: 'lost', id: 500, from: 900, to: null, difference: -900, percent: null },
    ]);
    const csv = exportAll(library, { list, format: 'csv', columns: ['change', 'name'] });
    expect(csv.split('\r\n').slice(-3)).toEqual(['Gained,Limited 600', "Lost,'=Sword", '']);
    // A loss is a number, which a spreadsheet adds up.
    const losses = exportAll(library, { list, format: 'csv', columns: ['change', 'difference'] });
    expect(losses).toMatch(/\r\nLost,-900\r\n$/);
  });

  it('two days of which none is kept failing instead of telling nothing', () => {
    const list = { kind: 'movers', scope: 'all', from: 1, to: 2, order: 'percent' } as const;
    expect(rowsOf('movers', exportAll(open(), { list }))).toEqual([]);
  });
});

describe('value over time as a file', () => {
  const list = { kind: 'days', scope: 'all', range: 'all', isTogether: true } as const;

  it('a gap filled, or a day of one account told as one of all', () => {
    const library = open();
    const worth = (price: number) => [copyOf(500, 1, { recentAveragePrice: price }), copyOf(501, 2)];
    readCopies(library, ada, worth(10), { at: evening(1) });
    readCopies(library, ada, worth(30), { at: evening(3) });
    readCopies(library, bob, worth(5), { at: evening(3) });
    const together = rowsOf('days', exportAll(library, { list })).slice(0, 3);
    const all = { account: 'All accounts', accountId: null };
    expect(together).toEqual([
      { day: '2026-03-02', ...all, value: 10, copies: 2, items: 2, unpriced: 1 },
      { day: '2026-03-03', ...all, value: null, copies: null, items: null, unpriced: null },
      { day: '2026-03-04', ...all, value: 35, copies: 4, items: null, unpriced: 2 },
    ]);
    const each = rowsOf('days', exportAll(library, { list: { ...list, isTogether: false } })).slice(0, 6);
    expect(each.map(({ accountId, value }) => [accountId, value])).toEqual([
      ...[
        [ada, 10],
        [bob, null],
        [ada, null],
      ],
      ...[
        [bob, null],
        [ada, 30],
        [bob, 5],
      ],
    ]);
    const own = rowsOf('days', exportAll(library, { list: { ...list, scope: bob } }));
    expect(own[0]).toMatchObject({ day: '2026-03-04', account: 'Bob (@bob)', value: 5 });
    const week = exportAll(library, { list: { ...list, range: 'month' }, format: 'csv' });
    expect(week.split('\r\n').length).toBeLessThanOrEqual(30 + 2);
  });
});
