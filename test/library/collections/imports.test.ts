import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../support/library-folder.ts';
import { show } from './written-collections.ts';

const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

describe('an import', () => {
  const ours = (collections: unknown, version: unknown = 1) =>
    JSON.stringify({ format: 'satchel.collections', version, collections });

  it.each([
    ['nothing', '', 'importEmpty'],
    ['white space', ' \n ', 'importEmpty'],
    ['half a JSON', '{"format": "satchel.coll', 'importUnreadable'],
    ['JSON of something else', '{"name": "package"}', 'importUnreadable'],
    ['a list in JSON', '[1, 2]', 'importUnreadable'],
    ['a version that is none', ours([], 'x'), 'importUnreadable'],
    ['what a newer Satchel wrote', ours([], 2), 'importNewer'],
    ['no collection at all', ours([]), 'importEmpty'],
    ['a text about hats', 'I like hats', 'importUnreadable'],
    ['a table without lines', 'Collection,Type,Id', 'importEmpty'],
    ['more collections than there may be', ours(Array(2001).fill({ name: 'x' })), 'importTooLarge'],
  ])('%s taken for collections', (_, text, expected) => {
    const { library } = openLibrary();
    expect(() => library.collectionFiles.preview(text, 'File')).toThrow(code(expected));
    expect(library.undo.state().undo).toBeNull();
  });

  it('the good half of a file taken and the bad half left', () => {
    const { library } = openLibrary();
    const file = ours([
      {
        name: 'Good',
        items: [{ type: 'Asset', id: 1 }, { type: 'Asset', id: 'x' }, { type: 'Hat', id: 2 }, 5],
      },
      { name: '' },
      { name: 'x'.repeat(10_000), note: 'y'.repeat(2001), view: { scope: 'all' } },
      'nothing',
      { name: 'Items', items: {} },
    ]);
    const preview = library.collectionFiles.preview(file, 'File');
    expect(preview).toMatchObject({ format: 'json', collections: 4, items: 1, problemCount: 9 });
    expect(preview.problems.map(({ place, fault }) => `${place} ${fault}`)).toEqual([
      'collections[0].items[1] notAnItem',
      'collections[0].items[2] notAnItem',
      'collections[0].items[3] notAnItem',
      'collections[1] nameMissing',
      'collections[2] nameTooLong',
      'collections[2].view viewInvalid',
      'collections[2].note noteTooLong',
      'collections[3] notACollection',
      'collections[4].items notAnItem',
    ]);
    expect(() => library.collectionFiles.import(preview.token, null, null)).toThrow(code('importDamaged'));
    expect(library.collections.state().collections).toEqual([]);
  });

  it('a file nested so deep that reading it ends Satchel', () => {
    const { library } = openLibrary();
    const levels = 20_000;
    const text = ours('AT').replace(
      '"AT"',
      `${'[{"name":"x","collections":'.repeat(levels)}[]${'}]'.repeat(levels)}`,
    );
    expect(library.collectionFiles.preview(text, 'File').problems).toMatchObject([{ fault: 'tooDeep' }]);
  });

  it('an id or address of a pasted list read as another item, or a line that is none passed over', () => {
    const { library } = openLibrary();
    const text = `1029025\r\nhttps://www.roblox.com/catalog/5/Golden-Crown?x=1
      https://www.roblox.com/de/bundles/6/x, roblox.com/badges/7; https://www.roblox.com/game-pass/8
      https://create.roblox.com/store/asset/9/Name rbxassetid://10 www.roblox.com/games/11 1029025`;
    const preview = library.collectionFiles.preview(text, 'My list');
    expect(preview).toMatchObject({
      format: 'list',
      name: 'My list',
      collections: 1,
      items: 8,
      duplicates: 1,
    });
    library.collectionFiles.import(preview.token, null, 'Wish list');
    const [list] = library.collections.state().collections;
    expect(list).toMatchObject({ name: 'Wish list', count: 8 });
    const page = library.collectionPages.page({ id: list?.id ?? 0, search: '', sort: 'custom' }, 0);
    expect(page.items.map(({ type, id }) => `${type} ${id}`)).toEqual([
      ...['Asset 1029025', 'Asset 5', 'Bundle 6', 'Badge 7', 'GamePass 8', 'Asset 9', 'Asset 10', 'Asset 11'],
    ]);
    const bad = '5\nhttps://evil.example/catalog/5\n0\n9007199254740993\nhttps://www.roblox.com/users/5';
    const { problems } = library.collectionFiles.preview(bad, 'List');
    expect(problems.map(({ place }) => place)).toEqual(['2', '3', '4', '5']);
  });

  it('a table as another program writes it not read', () => {
    const { library } = openLibrary();
    const text = '\ufeffname;ID;collection\r\n"Cap; red";5;Hats\n"Two\nlines";6;Hats/Old\nNone;7;\n';
    const preview = library.collectionFiles.preview(text, 'Table');
    expect(preview).toMatchObject({ format: 'csv', collections: 3, items: 3, problemCount: 0 });
    library.collectionFiles.import(preview.token, null, null);
    expect(show(library).map((one) => [one.name, one.items])).toEqual([
      ['Hats', [['Asset', 5]]],
      ['Old', [['Asset', 6]]],
      ['Table', [['Asset', 7]]],
    ]);
  });

  it.each([
    ['an open quote before an id', 'Collection,Id\r\nHats,"5'],
    ['an open quote before a name', 'Id,Name\r\n5,"Cap'],
    ['an open quote before a collection', 'Collection,Id\r\n"Hats'],
    ['a line without end', 'Collection,Id\r\nHats'],
  ])(
    '%s making one cell of a large table, whose import then ends in an error of Satchel',
    (_, begun) => {
      const { library } = openLibrary();
      const rest = 'Hats,5,"" x\r\n'.repeat(1_400_000);
      const text = begun + (begun.includes('"') ? rest : rest.replaceAll(/[\s",]/g, ''));
      expect(library.collectionFiles.preview(text, 'Table')).toMatchObject({ format: 'csv', collections: 1 });
    },
    60_000,
  );

  it('a table that spreadsheets read wrongly for want of a mark, or that is not read back for having one', () => {
    const { library } = openLibrary();
    const plain = { icon: null, colour: null, note: null, view: null, parentId: null, position: null };
    library.collections.create({ ...plain, name: 'قبعات', items: [{ type: 'Bundle', id: 5 }] });
    const { text } = library.collectionFiles.write(null, 'csv');
    expect(text.startsWith('\ufeffCollection,')).toBe(true);
    // As a file is read, and as it is pasted.
    for (const copy of [new TextDecoder().decode(Buffer.from(text)), text])
      expect(library.collectionFiles.preview(copy, 'Table')).toMatchObject({ name: 'قبعات', items: 1 });
    library.ownershipList.paste(text, true);
    expect(library.ownershipList.read().rows).toMatchObject([{ type: 'Bundle', id: 5 }]);
  });

  it('one made twice, or another than was looked at', () => {
    const { library } = openLibrary();
    const first = library.collectionFiles.preview('1', 'First').token;
    const second = library.collectionFiles.preview('2', 'Second').token;
    const forgotten = code('importForgotten');
    expect(() => library.collectionFiles.import(first, null, null)).toThrow(forgotten);
    expect(() => library.collectionFiles.import(second, 99, null)).toThrow(code('collectionUnknown'));
    expect(() => library.collectionFiles.import(second, null, ' ')).toThrow(code('collectionNameMissing'));
    library.collectionFiles.import(second, null, null);
    expect(() => library.collectionFiles.import(second, null, null)).toThrow(forgotten);
    expect(library.collections.state().collections).toMatchObject([{ name: 'Second' }]);
  });
});
