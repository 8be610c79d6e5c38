import { describe, expect, it } from 'vitest';
import { outboxRows, type ActivityRecords } from '../../../electron/library/exports/activity-rows.ts';
import type { ActivityList } from '../../../shared/activity.ts';
import { sampleChange } from '../../support/sample-changes.ts';
import { ada, crown, exportAll, openExported, rowsOf } from './exported-library.ts';

const records: Required<ActivityRecords> = {
  refreshes: [
    {
      ...{ number: 2, accountId: ada, subject: 'categories', startedAt: 1000, endedAt: null },
      ...{ code: null, unreadableRows: 0 },
    },
    {
      ...{ number: 1, accountId: 99, subject: 'own/AssetType/8/', startedAt: 0, endedAt: 900 },
      ...{ code: 'robloxFailed', unreadableRows: 3 },
    },
  ],
  problems: [
    {
      ...{ number: 1, kind: 'unreadableRows', accountId: null, subject: '=keep.db', code: null, count: 4 },
      ...{ firstAt: 0, lastAt: 1000, samples: ['id: missing', 'name: number'] },
    },
  ],
  requests: [
    {
      ...{ number: 1, at: 1000, host: 'inventory.roblox.com', method: 'GET', path: '/v1/users/{userId}' },
      ...{ status: null, bytes: null },
    },
  ],
};

describe('what Satchel did as a file', () => {
  const rows = (list: ActivityList) =>
    rowsOf(list, exportAll(openExported(1), { list: { kind: 'activity', list }, records }));

  it('a fact lost, or an account that left without its number', () => {
    expect(rows('refreshes')).toEqual([
      {
        ...{ at: '1970-01-01T00:00:01.000Z', ended: null, account: '=Ada (@player_11)', accountId: ada },
        ...{ subject: 'categories', outcome: 'underWay', unreadableRows: 0 },
      },
      expect.objectContaining({
        ...{ account: '99', subject: 'own/AssetType/8/', outcome: 'robloxFailed', unreadableRows: 3 },
      }),
    ]);
    expect(rows('problems')).toEqual([
      {
        ...{
          kind: 'unreadableRows',
          account: null,
          accountId: null,
          subject: '=keep.db',
          code: null,
          times: 4,
        },
        ...{ first: '1970-01-01T00:00:00.000Z', last: '1970-01-01T00:00:01.000Z' },
        samples: ['id: missing', 'name: number'],
      },
    ]);
    expect(rows('requests')).toMatchObject([{ path: '/v1/users/{userId}', status: null, bytes: null }]);
  });

  it('a code where people read, or a name that is taken for a formula', () => {
    const csvOf = (list: ActivityList) =>
      exportAll(openExported(1), { list: { kind: 'activity', list }, records, format: 'csv' });
    expect(csvOf('refreshes')).toContain(',Categories,Under way,0\r\n');
    expect(csvOf('refreshes')).toContain(',99,99,Type 8,');
    expect(csvOf('problems')).toContain("Rows that could not be read,,,'=keep.db,,4,");
  });

  it('the columns of another list taken for its own', () => {
    const list = { kind: 'activity', list: 'requests' } as const;
    expect(() => exportAll(openExported(1), { list, records, columns: ['bytes', 'serials'] })).toThrow(
      expect.objectContaining({ code: 'inputInvalid' }),
    );
  });
});

describe('the outbox as a file', () => {
  it('a change that waits left out', () => {
    const library = openExported(1);
    library.outbox.accept(ada, 'in', [crown], 1000);
    const rows = rowsOf('outbox', exportAll(library, { list: { kind: 'outbox' } }));
    expect(rows).toMatchObject([{ accountId: ada, wish: 'in', name: '=Crown', id: 100, state: 'waiting' }]);
  });

  it('a change or its reason told wrongly', () => {
    const changes = [sampleChange(1, 'Hat'), sampleChange(2, 'Cape', { wish: 'out', error: null })];
    const [refused, out] = outboxRows(changes, String).read(0, 2);
    expect(refused?.cells.code?.()).toMatchObject({ code: 'assetTypeNotAllowed' });
    expect(refused?.cells.state?.()).toEqual({ code: 'refused', words: 'Refused' });
    expect(out?.cells.wish?.()).toMatchObject({ code: 'out' });
    expect(out?.cells.code?.()).toBeNull();
  });
});
