import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../../electron/library/csv-cells.ts';
import type { Library } from '../../../electron/library/library.ts';
import { addAccount, categoryFacts } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';
import { exportAll, rowsOf } from './exported-library.ts';

const at = Date.UTC(2026, 2, 4, 5, 6, 7);
const asOf = '2026-03-04T05:06:07.000Z';

/** Two accounts and four pasted items, of which all there is to know is known of the first three. */
function open(): Library {
  const { library } = openLibrary();
  addAccount(library, 7, { displayName: '@evil', username: 'seven' });
  addAccount(library, 8, { displayName: 'Eight', username: 'eight' });
  library.ownershipList.paste('11 @cmd|calc, twice\n12\nhttps://www.roblox.com/badges/13/x\n14', true);
  const answer = { isOwned: true, instanceIds: [901, 902], name: '+Hat' };
  library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, answer, at);
  const not = { ...answer, isOwned: false, instanceIds: [] };
  library.ownershipAnswers.save(8, { type: 'Asset', id: 11 }, not, at);
  library.ownershipAnswers.fail([7, 8], { type: 'Asset', id: 12 }, 'assetNotFound', at);
  const yes = { isOwned: true, instanceIds: null, name: null };
  library.ownershipAnswers.save(7, { type: 'Badge', id: 13 }, yes, at);
  library.ownershipAnswers.noteTrouble(8, 'inventoryHidden', at);
  return library;
}

function linesOf(library: Library): number[] {
  return library.ownershipList.read().rows.map(({ lineId }) => lineId);
}

describe('the matrix as a file', () => {
  it('a cell, a copy, a reason or an age lost, or a formula let through', () => {
    const library = open();
    const list = { kind: 'ownership', lines: linesOf(library) } as const;
    const text = exportAll(library, { list, format: 'csv' }).slice(1);
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)[=+@-]/);
    const [head, hat, deleted, badge, unknown] = fromCsv(text).map(({ cells }) => cells);
    const columnsOf = (name: string) => [
      ...[name, `${name}: copies`, `${name}: instance ids`, `${name}: as of`],
    ];
    expect(head).toEqual([
      ...['Name', 'Type', 'Id', 'Note', 'Link'],
      ...[...columnsOf('@evil (@seven)'), ...columnsOf('Eight (@eight)')],
    ]);
    expect(hat).toEqual([
      ...['+Hat', 'Asset', '11', '@cmd|calc, twice', 'https://www.roblox.com/catalog/11'],
      ...['Owned', '2', '901; 902', asOf],
      ...['Not owned', '', '', asOf],
    ]);
    const gone = 'No answer: This item does not exist at Roblox';
    expect(deleted?.slice(5)).toEqual([gone, '', '', '', gone, '', '', '']);
    expect(badge?.slice(4)).toEqual([
      ...['https://www.roblox.com/badges/13', 'Owned', '1', '', asOf],
      ...['Hidden inventory', '', '', ''],
    ]);
    expect(unknown?.slice(5, 9)).toEqual(['Not asked yet', '', '', '']);
  });

  it('an account that has no column, a column nobody wants, or words where a program looks for a code', () => {
    const library = open();
    library.ownershipList.leaveOut([8]);
    const list = { kind: 'ownership', lines: linesOf(library).slice(0, 2) } as const;
    const account = { accountId: 7, account: '@evil (@seven)' };
    expect(rowsOf('ownership', exportAll(library, { list, columns: ['copies', 'id', 'state'] }))).toEqual([
      { id: 11, accounts: [{ ...account, state: 'owned', copies: 2 }] },
      { id: 12, accounts: [{ ...account, state: 'failed', copies: null }] },
    ]);
    expect(rowsOf('ownership', exportAll(library, { list, columns: ['id'] }))).toEqual([
      { id: 11 },
      { id: 12 },
    ]);
    const csv = exportAll(library, { list, columns: ['copies', 'id'], format: 'csv' });
    expect(csv).toBe("\uFEFFId,'@evil (@seven): copies\r\n11,2\r\n12,\r\n");
  });

  it('other rows than those wanted, or in another order, over parts of few rows', () => {
    const library = open();
    for (let id = 100; id < 250; id += 1) addAccount(library, id);
    library.ownershipList.paste(Array.from({ length: 30 }, (_, place) => 1000 + place).join('\n'), false);
    const lines = linesOf(library).toReversed();
    const list = { kind: 'ownership', lines: [...lines, 99_999] } as const;
    const rows = rowsOf('ownership', exportAll(library, { list, columns: ['id', 'state'] }));
    const ids = [14, 13, 12, 11];
    expect(rows.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 30 }, (_, place) => 1029 - place),
      ...ids,
    ]);
    expect(rows.at(-1)?.['accounts']).toHaveLength(152);
  });
});

it('the parts of a bundle without who has them, or with an outfit that nobody can own', () => {
  const library = open();
  const parts = [
    { type: 'Asset', id: 11, name: 'Hat' },
    { type: 'UserOutfit', id: 900, name: 'Worn' },
    { type: 'Asset', id: 40, name: null },
    { type: 'Bundle', id: 5, name: 'Itself' },
  ];
  library.containers.save({ type: 'Bundle', id: 5 }, parts, 0, at);
  const bundle = { kind: 'contents', item: { type: 'Bundle', id: 5 } } as const;
  const hat = { type: 'Asset', id: 11 } as const;
  const list = {
    ...bundle,
    parts: [{ type: 'Asset', id: 40 }, hat, { ...hat, id: 77 }, bundle.item],
  } as const;
  const rows = rowsOf('ownership', exportAll(library, { list, columns: ['name', 'id', 'state'] }));
  expect(rows).toMatchObject([
    { name: '+Hat', id: 11, accounts: [{ state: 'owned' }, { state: 'notOwned' }] },
    { id: 40, accounts: [{ state: 'unknown' }, { state: 'hidden' }] },
  ]);
  const hats = rowsOf('ownership', exportAll(library, { list: { ...bundle, parts: [hat] } }));
  expect(
    hats.map(({ id }) => id),
    'the rest is not wanted',
  ).toEqual([11]);
  const unasked = { ...list, item: { type: 'Bundle', id: 6 } } as const;
  expect(rowsOf('ownership', exportAll(library, { list: unasked }))).toEqual([]);
});

it('a part of a kind nobody knows told as missing because no list shows it', () => {
  const { library } = openLibrary();
  addAccount(library, 7);
  library.categories.save(7, [categoryFacts(8)], 1);
  library.holdings.begin(7, 'own/AssetType/8/', 1);
  library.holdings.commitPage(7, 'own/AssetType/8/', { rows: [], unreadableRows: 0, nextCursor: null });
  library.holdings.publish(7, 'own/AssetType/8/', 1);
  library.refreshes.begin(7, 'allItems', 1);
  library.refreshes.publish(7, 'allItems', 1);
  library.containers.save({ type: 'Bundle', id: 5 }, [{ type: 'Asset', id: 40, name: 'Arm' }], 0, at);
  const parts = [{ type: 'Asset', id: 40 }] as const;
  const list = { kind: 'contents', item: { type: 'Bundle', id: 5 }, parts } as const;
  const [part] = library.containers.read(list.item)?.parts ?? [];
  expect(part?.standings).toMatchObject([{ standing: 'unknown' }]);
  const [row] = rowsOf('ownership', exportAll(library, { list, columns: ['id', 'state'] }));
  expect(row?.['accounts']).toMatchObject([{ state: 'unknown' }]);
});
