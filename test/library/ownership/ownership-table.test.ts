import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../../electron/library/csv-cells.ts';
import type { Library } from '../../../electron/library/library.ts';
import { addAccount } from '../../support/accounts.ts';
import { openLibrary } from '../../support/library-folder.ts';

const at = Date.UTC(2026, 2, 4, 5, 6, 7);

function open(): Library {
  const { library } = openLibrary();
  addAccount(library, 7);
  addAccount(library, 8);
  library.ownershipList.paste('11 @cmd|calc, twice\n12\nhttps://www.roblox.com/badges/13/x\n14', true);
  return library;
}

function write(library: Library, lines = library.ownershipList.read().rows.map(({ lineId }) => lineId)) {
  const accounts = [
    { id: 7, name: '@evil (@seven)' },
    { id: 8, name: 'Eight (@eight)' },
  ];
  for (;;) {
    const table = library.ownershipTable.tryWrite(accounts, lines);
    if (table) return table;
  }
}

describe('the matrix as a file', () => {
  it('a cell, a copy, a reason or an age lost, or a formula let through', () => {
    const library = open();
    const answer = { isOwned: true, instanceIds: [901, 902], name: '+Hat' };
    library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, answer, at);
    library.ownershipAnswers.save(
      8,
      { type: 'Asset', id: 11 },
      { ...answer, isOwned: false, instanceIds: [] },
      at,
    );
    library.ownershipAnswers.fail([7, 8], { type: 'Asset', id: 12 }, 'assetNotFound', at);
    library.ownershipAnswers.save(
      ...([7, { type: 'Badge', id: 13 }, { isOwned: true, instanceIds: null, name: null }, at] as const),
    );
    library.ownershipAnswers.noteTrouble(8, 'inventoryHidden', at);
    const { text: file, items } = write(library);
    // Without it spreadsheets read the letters of other alphabets as something else.
    expect(file.startsWith('\ufeff')).toBe(true);
    const text = file.slice(1);
    expect(items).toBe(4);
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)[=+@-]/);
    const [head, hat, deleted, badge, unknown] = fromCsv(text).map(({ cells }) => cells);
    expect(head).toEqual([
      ...['Type', 'Id', 'Name', 'Note', 'Link'],
      ...[
        '@evil (@seven)',
        '@evil (@seven): copies',
        '@evil (@seven): instance ids',
        '@evil (@seven): as of',
      ],
      ...[
        'Eight (@eight)',
        'Eight (@eight): copies',
        'Eight (@eight): instance ids',
        'Eight (@eight): as of',
      ],
    ]);
    const asOf = '2026-03-04T05:06:07.000Z';
    expect(hat).toEqual([
      ...['Asset', '11', '+Hat', '@cmd|calc, twice', 'https://www.roblox.com/catalog/11'],
      ...['Owned', '2', '901 902', asOf],
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

  it('other rows than those wanted, or in another order', () => {
    const library = open();
    const [first, , third] = library.ownershipList.read().rows.map(({ lineId }) => lineId);
    const { text } = write(library, [third ?? 0, first ?? 0, 999]);
    expect(fromCsv(text).map(({ cells }) => cells[1])).toEqual(['Id', '13', '11']);
  });
});

describe('an answer that says no more than yes', () => {
  it('hiding the copies the lists have, in the details of the item', () => {
    const library = open();
    const key = 'own/AssetType/8/';
    library.holdings.begin(7, key, at);
    const facts = {
      type: 'Asset',
      id: 11,
      name: 'Hat',
      assetType: 8,
      creatorName: null,
      priceInRobux: null,
    } as const;
    const rows = [{ ...facts, instanceId: 901, serialNumber: 4, acquiredAt: at }];
    library.holdings.commitPage(7, key, { rows, unreadableRows: 0, nextCursor: null });
    library.holdings.publish(7, key, at);
    const answer = { isOwned: true, instanceIds: null, name: null };
    library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, answer, at + 1);
    const { isOwned, copies } = library.details.read(7, { type: 'Asset', id: 11 });
    expect(isOwned).toBe(true);
    expect(copies).toMatchObject([{ instanceId: 901, serialNumber: 4 }]);
    library.ownershipAnswers.save(7, { type: 'Asset', id: 11 }, { ...answer, isOwned: false }, at + 2);
    expect(library.details.read(7, { type: 'Asset', id: 11 }).copies).toEqual([]);
  });

  it('kept of an account that left', () => {
    const library = open();
    library.ownershipAnswers.fail([7], { type: 'Asset', id: 12 }, 'robloxFailed', at);
    library.ownershipAnswers.noteTrouble(7, 'inventoryHidden', at);
    library.ownershipList.leaveOut([7]);
    library.forget(7);
    const [facts] = library.ownershipAnswers.facts({ type: 'Asset', id: 12 }, [7]);
    expect(facts).toMatchObject({ state: 'unknown', code: null });
    expect(library.ownershipList.leftOut()).toEqual([]);
  });
});
