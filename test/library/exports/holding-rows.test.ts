import { expect, it } from 'vitest';
import { addAccount } from '../../support/accounts.ts';
import { ada, bob, crown, exportAll, openExported, rowsOf } from './exported-library.ts';

const list = { kind: 'item', item: crown } as const;

it('a copy of an item lost or told twice, or an account left out that has none or is not known to', () => {
  const library = openExported();
  addAccount(library, 13, { displayName: 'Cy' });
  addAccount(library, 14, { displayName: 'Dee' });
  library.details.saveAnswer(14, crown, false, [], Date.UTC(2026, 0, 2));
  const rows = rowsOf('holdings', exportAll(library, { list }));
  const adas = { accountId: ada, state: 'owned', copies: 1, name: '=Crown', id: 100, averagePrice: 500 };
  expect(rows).toMatchObject([
    { ...adas, account: '=Ada (@player_11)', serial: 3, instanceId: 1003, isOnHold: true },
    { ...adas, serial: 7, instanceId: 1007, isOnHold: false, originalPrice: 80 },
    { accountId: bob, state: 'owned', copies: 1, serial: null, acquired: '2023-11-14T22:13:20.000Z' },
    { accountId: 13, state: 'unknown', copies: null, asOf: null },
    { accountId: 14, state: 'notOwned', copies: 0, asOf: '2026-01-02T00:00:00.000Z' },
  ]);
  expect(rows).toHaveLength(5);
  const columns = ['account', 'state', 'copies'] as const;
  const csv = exportAll(library, { list, columns, format: 'csv' });
  expect(csv.split('\r\n').slice(1, 6)).toEqual([
    "'=Ada (@player_11),Owned,1",
    "'=Ada (@player_11),Owned,1",
    '"Bobby, ""the"" one (@player_12)",Owned,1',
    'Cy (@player_13),Not known yet,',
    'Dee (@player_14),Not owned,0',
  ]);
});

it('copies nobody named left out of the sum, or one that is known by yes alone told as none', () => {
  const library = openExported();
  const badge = { type: 'Badge', id: 900 } as const;
  library.details.saveAnswer(ada, badge, true, null, 1);
  const rows = rowsOf('holdings', exportAll(library, { list: { ...list, item: badge } }));
  expect(rows[0]).toMatchObject({ accountId: ada, state: 'owned', copies: 1, instanceId: null });
  expect(rows.filter(({ accountId }) => accountId === ada)).toHaveLength(1);
});

it('an item nobody knows anything of made out to be owned, or not to be', () => {
  const rows = rowsOf(
    'holdings',
    exportAll(openExported(), { list: { ...list, item: { ...crown, id: 9 } } }),
  );
  const unknown = { state: 'unknown', copies: null, name: null, id: 9 };
  expect(rows).toMatchObject([unknown, unknown]);
});
