import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../../electron/library/csv-cells.ts';
import { allItemsKey } from '../../../shared/category-keys.ts';
import { columnsOf } from '../../../shared/export-tables.ts';
import { itemSorts } from '../../../shared/views.ts';
import { copyOf, readCopies } from '../collectibles/written-copies.ts';
import {
  ada,
  bob,
  crown,
  exportAll,
  fillHats,
  hats,
  itemsOf,
  openExported,
  view,
} from './exported-library.ts';

const adaName = '=Ada (@player_11)';
const bobName = 'Bobby, "the" one (@player_12)';
const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };

describe('what a row tells', () => {
  it('a fact of an item left out, or another’s', () => {
    const library = openExported();
    const shelf = library.collections.create({ ...plain, name: 'Shelf' }).answer;
    const inner = { ...plain, name: 'Inner', parentId: shelf.id, items: [crown] };
    library.collections.create(inner);
    const gone = library.collections.create({ ...plain, name: 'Gone', items: [crown] }).answer;
    library.collections.trash(gone.id);
    const crowned = { ...crown, name: '=Crown', assetType: 8, creatorName: null };
    library.profileItems.save(ada, [crowned], 1, 1);
    expect(itemsOf(exportAll(library, {}))).toEqual([
      {
        ...{ name: '=Crown', type: 'Asset', id: 100, kind: 'Head accessory', category: ['Type 8'] },
        ...{ creator: 'Roblox', account: [adaName], accountId: [ada], copies: 2, copiesEach: [2] },
        ...{
          serials: [3, 7],
          acquired: '2023-11-14T22:13:20.000Z',
          onHold: 1,
          collections: ['Shelf / Inner'],
        },
        ...{ inProfileOf: [adaName], averagePrice: 500, price: 25, originalPrice: 80, stock: 900 },
        ...{ link: 'https://www.roblox.com/catalog/100', thumbnail: 'Asset-100-150', isDeleted: false },
      },
      expect.objectContaining({ name: 'Hat 1', copies: 1, serials: [], onHold: null, averagePrice: null }),
      expect.objectContaining({ name: 'Hat 2', collections: [], inProfileOf: [] }),
    ]);
  });

  it('an item of two accounts told twice, or of one of them alone', () => {
    const items = itemsOf(
      exportAll(openExported(), { list: { ...view, scope: 'all', category: allItemsKey } }),
    );
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      ...{ account: [adaName, bobName], accountId: [ada, bob], copies: 3, copiesEach: [2, 1] },
    });
  });

  it('a column nobody asked for, or in another order than the file’s', () => {
    const json = exportAll(openExported(1), { columns: ['link', 'name'] });
    expect(json).toContain('\n{"name":"=Crown","link":"https://www.roblox.com/catalog/100"}\n');
    const csv = exportAll(openExported(1), { columns: ['link', 'name'], format: 'csv' });
    expect(csv).toBe("\uFEFFName,Link\r\n'=Crown,https://www.roblox.com/catalog/100\r\n");
  });

  it('a cell that a spreadsheet would run, or a list of things that falls apart', () => {
    const library = openExported();
    const csv = exportAll(library, { list: { ...view, scope: 'all', category: allItemsKey }, format: 'csv' });
    const [head, first] = fromCsv(csv.slice(1));
    expect(head?.cells).toHaveLength(columnsOf('items').length);
    const cell = (name: string) => first?.cells[head?.cells.indexOf(name) ?? -1];
    expect(cell('Account')).toBe(`${adaName}; ${bobName}`);
    expect(cell('Serials')).toBe('3; 7');
    expect(csv).toMatch(/^'=Crown,Asset,100,/m);
    expect(csv).toContain(`"'=Ada (@player_11); Bobby, ""the"" one (@player_12)"`);
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });

  it('a table of items that Satchel itself cannot read back', () => {
    const library = openExported(300);
    const preview = library.collectionFiles.preview(exportAll(library, { format: 'csv' }), 'My hats');
    expect(preview).toMatchObject({ name: 'My hats', items: 300, duplicates: 0, problemCount: 0 });
  });
});

describe('which rows there are', () => {
  it('other items than the list shows, or in another order', () => {
    const library = openExported(450);
    const filter = { price: { from: 1, to: 400 } };
    for (const scope of [ada, 'all'] as const)
      for (const category of [hats, allItemsKey])
        for (const sort of itemSorts)
          for (const asked of [{ search: '' }, { search: 'hat 1', filter }, { search: 'nothing such' }]) {
            const list = { ...view, scope, category, sort, ...asked };
            const shown: number[] = [];
            for (let page = 0; page < 3; page += 1)
              shown.push(...library.holdings.page(list, page).items.map(({ id }) => id));
            expect(itemsOf(exportAll(library, { list, columns: ['id'] })).map(({ id }) => id)).toEqual(shown);
          }
  });

  it('a favourite told as owned by whoever likes it, or as nobody’s', () => {
    const library = openExported();
    const liked = 'favorites/AssetType/8/';
    const facts = { assetType: 8, creatorName: null, priceInRobux: null } as const;
    const rows = [
      { ...facts, ...crown, name: '=Crown' },
      { ...facts, type: 'Asset' as const, id: 900, name: 'Liked' },
    ].map((one) => ({ ...one, acquiredAt: null, instanceId: null, serialNumber: null }));
    library.holdings.begin(bob, liked, 1);
    library.holdings.commitPage(bob, liked, { rows, unreadableRows: 0, nextCursor: null });
    library.holdings.publish(bob, liked, 1);
    const list = { ...view, scope: bob, category: liked };
    const columns = ['name', 'account', 'copies', 'acquired'] as const;
    expect(itemsOf(exportAll(library, { list, columns }))).toEqual([
      { name: '=Crown', account: [bobName], copies: 1, acquired: '2023-11-14T22:13:20.000Z' },
      { name: 'Liked', account: [], copies: 0, acquired: null },
    ]);
  });

  it('a row lost or told twice where two parts meet, or where a refresh ends between them', () => {
    const library = openExported(1001);
    const json = exportAll(library, { columns: ['id'] }, () => fillHats(library, ada, 7, 1, 2));
    expect(itemsOf(json).map(({ id }) => id)).toEqual(
      Array.from({ length: 1001 }, (_, place) => 100 + place),
    );
    const csv = exportAll(library, { columns: ['id'], format: 'csv' });
    expect(csv.split('\r\n')).toHaveLength(1 + 7 + 1);
  });

  it('limiteds in another order than on screen, told once for each copy, or only as lists read before have them', () => {
    const library = openExported();
    const sword = { name: 'Sword', recentAveragePrice: 900, originalPrice: 60, assetStock: 40 };
    const copies = [copyOf(500, 1, { ...sword, serialNumber: 9 }), copyOf(100, 2, { name: '=Crown' })];
    readCopies(library, bob, [...copies, copyOf(500, 3, { ...sword, isOnHold: true })], { at: 2 });
    const list = { kind: 'collectibles', scope: 'all', search: '', isGrouped: true } as const;
    const exported = (wish: object) =>
      itemsOf(exportAll(library, { list: { ...list, sort: 'valueDescending' }, ...wish }));
    const [first, second, ...more] = exported({});
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ name: 'Sword', id: 500, copies: 2, account: [bobName], copiesEach: [2], serials: [9] },
      ...{ onHold: 1, averagePrice: 900, originalPrice: 60, stock: 40, acquired: null },
    });
    expect(second).toMatchObject({
      name: '=Crown',
      account: [adaName, bobName],
      copiesEach: [2, 1],
    });
    const idsOf = (wish: object) => exported({ columns: ['id'], ...wish }).map(({ id }) => id);
    expect(idsOf({ list: { ...list, sort: 'totalAscending' } })).toEqual([100, 500]);
    expect(idsOf({ list: { ...list, scope: ada, sort: 'nameAscending' } })).toEqual([100]);
    // One copy is found; the row is of the item, with all its copies.
    const found = { list: { ...list, search: '#9', sort: 'nameAscending' } };
    expect(exported(found)).toMatchObject([{ id: 500, copies: 2 }]);
    const gathered = library.listExports.gather(null, [{ type: 'Asset', id: 500 }]);
    expect(exported({ gathered, list: { ...found.list, search: 'crown' } })).toMatchObject([
      { id: 500, copies: 2 },
    ]);
  });

  it('a selection with more than was selected, or of an earlier one', () => {
    const library = openExported(10);
    const first = library.listExports.gather(null, [{ type: 'Asset', id: 105 }]);
    library.listExports.gather(first, [crown, { type: 'Badge', id: 9 }]);
    const items = itemsOf(exportAll(library, { gathered: first, columns: ['id', 'name', 'copies'] }));
    expect(items).toEqual([
      { name: 'Hat 5', id: 105, copies: 1 },
      { name: '=Crown', id: 100, copies: 2 },
      { name: '', id: 9, copies: 0 },
    ]);
    const second = library.listExports.gather(null, [crown]);
    expect(itemsOf(exportAll(library, { gathered: second, columns: ['id'] }))).toEqual([{ id: 100 }]);
    expect(() => library.listExports.gather(first, [crown])).toThrow('given up');
    expect(() => exportAll(library, { gathered: first })).toThrow('given up');
  });

  it('a collection without what the cache has lost, or a profile collection with what was refused', () => {
    const library = openExported();
    const text = 'Collection,Type,Id,Name\r\nMixed,Asset,777,Old hat\r\nMixed,Asset,100,Crown\r\n';
    const { token } = library.collectionFiles.preview(text, 'x');
    library.collectionFiles.import(token, null, null);
    const id = library.collections.state().collections[0]?.id ?? 0;
    const list = { kind: 'collection', id, search: '', sort: 'custom' } as const;
    expect(itemsOf(exportAll(library, { list, columns: ['name', 'copies', 'account'] }))).toEqual([
      { name: 'Old hat', copies: 0, account: [] },
      { name: '=Crown', copies: 3, account: [adaName, bobName] },
    ]);
    const facts = { assetType: 8, creatorName: null, priceInRobux: null };
    library.profileItems.save(bob, [{ ...crown, ...facts, name: '=Crown' }], 1, 1);
    const profile = { kind: 'profile', accountId: bob } as const;
    expect(itemsOf(exportAll(library, { list: profile, columns: ['name'] }))).toEqual([{ name: '=Crown' }]);
    expect(() => exportAll(library, { list: { ...list, id: 99 } })).toThrow(
      expect.objectContaining({ code: 'collectionUnknown' }),
    );
  });

  it('an empty list that ends as half a file', () => {
    const library = openExported();
    const list = { ...view, search: 'nothing such' };
    expect(itemsOf(exportAll(library, { list }))).toEqual([]);
    expect(exportAll(library, { list, format: 'csv', columns: ['id'] })).toBe('\uFEFFId\r\n');
  });
});
